package io.daysheet.server.patient;

import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.PatientId;
import io.daysheet.server.access.Sight;
import io.daysheet.server.crypto.BlindIndex;
import io.daysheet.server.crypto.FieldCipher;
import io.daysheet.server.crypto.UnreadableRecord;
import io.daysheet.server.crypto.UnreadableRecords;
import io.daysheet.server.patient.PatientQuery.Begins;
import io.daysheet.server.patient.PatientQuery.Born;
import io.daysheet.server.patient.PatientQuery.Condition;
import io.daysheet.server.patient.PatientQuery.Phone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Asks the index of keyed hashes. What it answers may be too much, since hashes are cut and know
/// beginnings of up to ten letters only; the decrypted record then decides.
@Repository
class Candidates {

  /// So many are decrypted for one answer; of more, those of whom a word is whole come first, then
  /// those whose family name begins so. Who types a name that more begin with types on.
  static final int MOST = 1_000;

  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final PatientIndex index;
  private final UnreadableRecords unreadable;

  Candidates(JdbcClient jdbc, FieldCipher cipher, BlindIndex index, UnreadableRecords unreadable) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.index = new PatientIndex(index);
    this.unreadable = unreadable;
  }

  /// Of those whom the caller may see.
  List<Candidate> of(PatientQuery query, Sight sight) {
    var statement = statement(query, sight, MOST);
    return jdbc
        .sql(statement.sql())
        .params(statement.params())
        .query((row, _) -> candidate(row, query))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /// One by id, whom the query may not name any more; empty if the caller may not see them: where
  /// they stand among others would tell how they are called.
  Optional<Candidate> find(PatientId id, PatientQuery query, Sight sight) {
    var conditions = new ArrayList<>(List.of("id = ?"));
    var params = new ArrayList<Object>(List.of(id.value()));
    narrow(sight, conditions, params);
    return jdbc.sql(SELECT + " where " + String.join(" and ", conditions))
        .params(params)
        .query((row, _) -> candidate(row, query))
        .optional()
        .flatMap(found -> found);
  }

  record Statement(String sql, List<Object> params) {}

  private static final String SELECT =
      "select id, mrn, given_name, family_name, birth_date, phone from patient p";

  /// One part after the other, and none that is not needed any more: those of whom a word is whole,
  /// those whose family name begins as the first word, the others.
  Statement statement(PatientQuery query, Sight sight, int most) {
    var conditions = new ArrayList<String>();
    var params = new ArrayList<Object>();
    conditions.add("active");
    for (Condition condition : narrowing(query)) {
      conditions.add(sql(condition, params));
    }
    narrow(sight, conditions, params);
    var parts = new Parts(SELECT + " where " + String.join(" and ", conditions), params, most);
    parts.add(query.words().stream().flatMap(word -> index.whole(word).stream()).toList());
    parts.add(query.words().stream().limit(1).flatMap(w -> index.family(w).stream()).toList());
    return parts.andTheOthers();
  }

  /// Each has those whom its tokens name and none of whom the parts before it have. The limit is no
  /// parameter: not knowing it, the database would go through all patients by id.
  private static final class Parts {

    private final String narrowed;
    private final List<Object> params;
    private final int most;
    private final List<Object> tokensBefore = new ArrayList<>();
    private final List<String> sql = new ArrayList<>();
    private final List<Object> allParams = new ArrayList<>();

    Parts(String narrowed, List<Object> params, int most) {
      this.narrowed = narrowed;
      this.params = params;
      this.most = most;
    }

    void add(List<Long> tokens) {
      if (!tokens.isEmpty()) {
        add(" and search && ?", array(tokens));
        tokensBefore.add(array(tokens));
      }
    }

    private void add(String condition, @Nullable Object tokens) {
      sql.add(
          "("
              + narrowed
              + " and not search && ?".repeat(tokensBefore.size())
              + condition
              + " order by id limit "
              + most
              + ")");
      allParams.addAll(params);
      allParams.addAll(tokensBefore);
      if (tokens != null) {
        allParams.add(tokens);
      }
    }

    Statement andTheOthers() {
      add("", null);
      return new Statement(
          "select * from (" + String.join(" union all ", sql) + ") as found limit " + most,
          allParams);
    }
  }

  private static void narrow(Sight sight, List<String> conditions, List<Object> params) {
    DoctorId doctor = sight.onlyDoctor();
    if (doctor != null) {
      if (sight.emergencies().isEmpty()) {
        conditions.add(PatientsDoctors.OF_DOCTOR);
      } else {
        conditions.add("(id = any (?) or " + PatientsDoctors.OF_DOCTOR + ")");
        params.add(sight.emergencies().stream().map(PatientId::value).toArray(UUID[]::new));
      }
      params.addAll(List.of(doctor.value(), doctor.value()));
    }
    PatientId patient = sight.onlyPatient();
    if (patient != null) {
      conditions.add("id = ?");
      params.add(patient.value());
    }
  }

  /// A single letter narrows nothing down, unless there is nothing else.
  private static List<Condition> narrowing(PatientQuery query) {
    List<Condition> longer =
        query.conditions().stream()
            .filter(c ->
                !(c instanceof Begins begins) || begins.whole().length() >= PatientIndex.SHORTEST)
            .toList();
    return longer.isEmpty() ? query.conditions() : longer;
  }

  private String sql(Condition condition, List<Object> params) {
    return switch (condition) {
      case Begins begins -> {
        params.add(array(index.beginning(begins.whole())));
        yield begins.parts().isEmpty()
            ? "search && ?"
            : "(search && ? or " + all(begins.parts(), params) + ")";
      }
      case Born born -> {
        params.add(array(index.born(born.date())));
        yield "search && ?";
      }
      case Phone phone -> {
        params.add(array(index.phone(phone.ending())));
        List<String> words = phone.orWords().stream().map(Begins::whole).toList();
        yield words.isEmpty() ? "search && ?" : "(search && ? or " + all(words, params) + ")";
      }
    };
  }

  private String all(List<String> words, List<Object> params) {
    words.forEach(word -> params.add(array(index.beginning(word))));
    return words.stream().map(_ -> "search && ?").collect(Collectors.joining(" and ", "(", ")"));
  }

  private static Long[] array(List<Long> tokens) {
    return tokens.toArray(Long[]::new);
  }

  private Optional<Candidate> candidate(ResultSet row, PatientQuery query) throws SQLException {
    try {
      return Optional.of(read(row, query));
    } catch (UnreadableRecord damaged) {
      unreadable.tell(damaged);
      return Optional.empty();
    }
  }

  private Candidate read(ResultSet row, PatientQuery query) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String mrn = cipher.decrypt(PatientFields.MRN, id, row.getBytes("mrn"));
    String given = cipher.decrypt(PatientFields.GIVEN_NAME, id, row.getBytes("given_name"));
    String family = cipher.decrypt(PatientFields.FAMILY_NAME, id, row.getBytes("family_name"));
    Set<String> familyWords = Folding.words(family);
    Set<String> words = new HashSet<>(familyWords);
    words.addAll(Folding.words(given, mrn));
    return new Candidate(
        new PatientId(id),
        given,
        family,
        words,
        Candidate.rankOf(query.words(), familyWords, words),
        asksFor(query, Born.class) ? birthDate(id, row) : null,
        asksFor(query, Phone.class) ? phone(id, row) : null);
  }

  private LocalDate birthDate(UUID id, ResultSet row) throws SQLException {
    return LocalDate.parse(
        cipher.decrypt(PatientFields.BIRTH_DATE, id, row.getBytes("birth_date")));
  }

  private @Nullable String phone(UUID id, ResultSet row) throws SQLException {
    return cipher.decryptIfThere(PatientFields.PHONE, id, row.getBytes("phone"));
  }

  private static boolean asksFor(PatientQuery query, Class<? extends Condition> what) {
    return query.conditions().stream().anyMatch(what::isInstance);
  }
}
