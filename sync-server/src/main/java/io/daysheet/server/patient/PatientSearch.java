package io.daysheet.server.patient;

import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds patients by what a receptionist types: beginnings of any of the names or of the MRN, in
/// any order, and a birth date as `1987-05-14`. Accents, case, apostrophes and hyphens don't
/// matter.
///
/// Each word becomes one `like '% word%'`, which the trigram index answers; all parameters, so
/// nothing that is typed becomes SQL. Best first: those with whole words, then by name.
@Repository
class PatientSearch {

  /// From how many letters on there is an answer.
  static final int FEWEST = 2;

  private static final int MOST_WORDS = 8;
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’‘ʼʻ`´-]+");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final JdbcClient jdbc;

  PatientSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param after the last one that was seen
  List<Patient> find(String query, int limit, Optional<PatientId> after) {
    List<String> words =
        BETWEEN.splitAsStream(query).filter(w -> !w.isEmpty()).limit(MOST_WORDS).toList();
    List<LocalDate> dates = words.stream().flatMap(w -> date(w).stream()).toList();
    List<List<String>> names = normalised(words.stream().filter(w -> date(w).isEmpty()).toList());
    if (dates.isEmpty() && names.stream().mapToInt(n -> n.getFirst().length()).sum() < FEWEST) {
      return List.of();
    }
    var statement = new SearchStatement();
    names.forEach(statement::beginsLike);
    dates.forEach(statement::bornOn);
    return jdbc.sql(statement.sql(after.isPresent()))
        .params(statement.params(after, limit))
        .query(PatientRows::patient)
        .list();
  }

  /// Each word as the index has it: in one piece first, then its parts if a hyphen or an apostrophe
  /// joins them. Words of which nothing is left are dropped.
  private List<List<String>> normalised(List<String> words) {
    if (words.isEmpty()) {
      return List.of();
    }
    return jdbc
        .sql(
            """
            select btrim(search_words(word))
            from unnest(?::text[]) with ordinality as typed (word, place)
            order by place
            """)
        .param(words.toArray(String[]::new))
        .query(String.class)
        .list()
        .stream()
        .filter(found -> !found.isEmpty())
        .map(found -> Arrays.asList(found.split(" ")))
        .toList();
  }

  private static Optional<LocalDate> date(String word) {
    try {
      return DATE.matcher(word).matches() ? Optional.of(LocalDate.parse(word)) : Optional.empty();
    } catch (DateTimeParseException noSuchDate) {
      return Optional.empty();
    }
  }
}
