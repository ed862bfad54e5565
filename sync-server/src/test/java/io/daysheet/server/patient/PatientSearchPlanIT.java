package io.daysheet.server.patient;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The search asks its index also when there are many patients, whatever is typed.
class PatientSearchPlanIT {

  private static final String MANY =
      """
      insert into patient (id, mrn, given_name, family_name, birth_date)
      select gen_random_uuid(), 'P-' || n, initcap(translate(n::text, '0123456789', 'aneiosrult')),
        initcap(translate((n * 7919 % 100000)::text, '0123456789', 'kowalskzmn')),
        date '1930-01-01' + (n % 30000)
      from generate_series(1, 50000) as n
      """;

  @Test
  void wordsAndBirthDatesAreFoundByIndexAmongFiftyThousand() throws SQLException {
    try (Connection connection = TestDatabase.migrated().connect();
        var statement = connection.createStatement()) {
      statement.execute(MANY);
      statement.execute("analyze patient");

      var byName = new SearchStatement();
      byName.beginsLike(List.of("kowa"));
      assertThat(plan(connection, byName)).contains("patient_search").doesNotContain("Seq Scan");

      var byTwoLetters = new SearchStatement();
      byTwoLetters.beginsLike(List.of("ne"));
      byTwoLetters.beginsLike(List.of("wa"));
      assertThat(plan(connection, byTwoLetters))
          .contains("patient_search")
          .doesNotContain("Seq Scan");

      var byParts = new SearchStatement();
      byParts.beginsLike(List.of("obrien", "o", "brien"));
      assertThat(plan(connection, byParts)).contains("patient_search").doesNotContain("Seq Scan");

      var byBirth = new SearchStatement();
      byBirth.bornOn(LocalDate.of(1987, 5, 14));
      assertThat(plan(connection, byBirth))
          .contains("patient_birth_date")
          .doesNotContain("Seq Scan");
    }
  }

  private static String plan(Connection connection, SearchStatement search) throws SQLException {
    try (PreparedStatement explain =
        connection.prepareStatement("explain (analyze) " + search.sql(false))) {
      List<Object> values = search.params(Optional.empty(), 51);
      for (int i = 0; i < values.size(); i++) {
        explain.setObject(i + 1, values.get(i));
      }
      var plan = new StringBuilder();
      try (ResultSet lines = explain.executeQuery()) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
      return plan.toString();
    }
  }
}
