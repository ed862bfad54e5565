package io.daysheet.server.patient;

import io.daysheet.patient.PatientId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The search as SQL: what was typed is only ever a parameter.
final class SearchStatement {

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> conditionValues = new ArrayList<>();
  private final List<String> wholeWords = new ArrayList<>();
  private String first = "";

  /// @param word in one piece, then its parts if it has several
  void beginsLike(List<String> word) {
    String whole = word.getFirst();
    if (word.size() == 1) {
      conditions.add("search like ?");
      conditionValues.add(begins(whole));
    } else {
      List<String> parts = word.subList(1, word.size());
      conditions.add(
          "(search like ? or ("
              + String.join(" and ", parts.stream().map(_ -> "search like ?").toList())
              + "))");
      conditionValues.add(begins(whole));
      parts.forEach(part -> conditionValues.add(begins(part)));
    }
    wholeWords.add(whole);
    first = first.isEmpty() ? whole : first;
  }

  void bornOn(LocalDate date) {
    conditions.add("birth_date = ?");
    conditionValues.add(date);
  }

  String sql(boolean goesOn) {
    String rank =
        """
        (case when search_words(family_name) like ? then 0 else 1 end)
          - (select count(*) from unnest(?::text[]) as w (word)
             where p.search || ' ' like '% ' || w.word || ' %')\
        """;
    return """
    with found as materialized (
      select p.*, %s as rank
      from patient p
      where active and %s
    )
    select %s
    from found
    where %s
    order by rank, family_name, given_name, id
    limit ?
    """
        .formatted(
            rank,
            String.join(" and ", conditions),
            PatientRows.COLUMNS,
            goesOn
                ? "(rank, family_name, given_name, id) > (select f.rank, f.family_name,"
                    + " f.given_name, f.id from found f where f.id = ?)"
                : "true");
  }

  List<Object> params(Optional<PatientId> after, int limit) {
    var values = new ArrayList<Object>();
    values.add(begins(first));
    values.add(wholeWords.toArray(String[]::new));
    values.addAll(conditionValues);
    after.ifPresent(id -> values.add(id.value()));
    values.add(limit);
    return values;
  }

  private static String begins(String word) {
    return "% " + word + "%";
  }
}
