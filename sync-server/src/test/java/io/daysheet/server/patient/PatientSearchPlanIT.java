package io.daysheet.server.patient;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.patient.Patient;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestPatients;
import io.daysheet.server.access.Sights;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The search asks its index also when there are many patients, whatever is typed.
@ServerTest
class PatientSearchPlanIT {

  private static final int PATIENTS = 5_000;

  /// Rows that no search finds, so that the table is large to the planner.
  private static final String OTHERS =
      """
      insert into patient (id, mrn, mrn_hash, given_name, family_name, birth_date, search, index_key)
      select gen_random_uuid(), '', sha256(n::text::bytea), '', '', '',
        array(select hashint8extended(n, k) from generate_series(1, 25) as k), 1
      from generate_series(1, 50000) as n
      """;

  @Autowired Candidates candidates;
  @Autowired PatientSearch search;

  @BeforeAll
  static void fill(@Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction) {
    transaction.executeWithoutResult(_ -> {
      for (int i = 0; i < PATIENTS; i++) {
        TestPatients.add(
            jdbc,
            UUID.randomUUID(),
            name(i * 31, "ane"),
            name(i, "kow"),
            "19%02d-%02d-14".formatted(30 + i % 60, 1 + i % 12));
      }
    });
    jdbc.sql(OTHERS).update();
    jdbc.sql("analyze patient").update();
  }

  private static String name(int number, String beginning) {
    var letters = new StringBuilder(beginning);
    for (char digit : Integer.toString(number).toCharArray()) {
      letters.append("aneiosrult".charAt(digit - '0'));
    }
    return letters.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kowa",
        "kow",
        "ne",
        "ne wa",
        "o'brien",
        "1987-05-14",
        "kow 1987-05-14",
        "+48 22 123 45 67",
        "T-12",
        "a k"
      })
  void isAskedByIndex(String typed, @Autowired JdbcClient jdbc) {
    Candidates.Statement statement =
        candidates.statement(PatientQuery.of(typed), Sights.everything(), Candidates.MOST);
    String plan =
        String.join(
            "\n",
            jdbc.sql("explain (analyze) " + statement.sql())
                .params(statement.params())
                .query(String.class)
                .list());
    assertThat(plan).contains("patient_search").doesNotContain("Seq Scan");
  }

  @Test
  void oneLetterNarrowsDownAndFindsNobodyAlone() {
    List<Patient> found = search.find("kowna a", Sights.everything(), 50, Optional.empty());
    assertThat(found)
        .isNotEmpty()
        .allSatisfy(patient -> assertThat(patient.givenName()).startsWith("a"));
    assertThat(search.find("a", Sights.everything(), 50, Optional.empty())).isEmpty();
  }

  @Test
  void whoIsNamedExactlySoIsFoundAmongMoreThanAreLookedAt(@Autowired JdbcClient jdbc) {
    TestPatients.add(jdbc, "Zed", "Kow", "1990-01-01");
    assertThat(
            search.find("kow", Sights.everything(), 10, Optional.empty()).getFirst().familyName())
        .isEqualTo("Kow");
  }
}
