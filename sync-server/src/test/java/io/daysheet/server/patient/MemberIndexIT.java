package io.daysheet.server.patient;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.Api;
import io.daysheet.server.ServerTest;
import java.sql.Connection;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Patients who were registered before member ids were looked for.
@ServerTest
class MemberIndexIT {

  private static final String SOMEBODY_ELSE =
      """
      {"givenName":"Some","familyName":"Body","birthDate":"1950-01-01",
       "insurance":{"plan":"AOK","memberId":"old 4711"}}
      """;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource database;

  @Autowired JavaMigration v131;

  @Test
  void areFoundByThemAndByAllElseAfterTheUpgrade() throws Exception {
    Api api = Api.on(port);
    String id = registered(api, "{\"plan\":\"AOK\",\"memberId\":\"OLD-4711\"}", "Ursula");
    registered(api, "null", "Uninsured");
    jdbc.sql("update patient set search = '{}' where id = ?::uuid").param(id).update();
    assertThat(api.post("/patients/duplicates", SOMEBODY_ELSE).json().get("items").isEmpty())
        .isTrue();

    try (Connection connection = database.getConnection()) {
      v131.migrate(
          new Context() {
            @Override
            public Configuration getConfiguration() {
              return new FluentConfiguration();
            }

            @Override
            public Connection getConnection() {
              return connection;
            }
          });
    }

    assertThat(
            api.post("/patients/duplicates", SOMEBODY_ELSE)
                .json()
                .at("/items/0/patient/id")
                .asString())
        .isEqualTo(id);
    assertThat(api.get("/patients?query=ursula").json().at("/items/0/id").asString()).isEqualTo(id);
  }

  private static String registered(Api api, String insurance, String name) {
    return api.post(
            "/patients",
            """
            {"givenName":"%s","familyName":"Older","birthDate":"1940-01-01","insurance":%s}
            """
                .formatted(name, insurance))
        .json()
        .get("id")
        .asString();
  }
}
