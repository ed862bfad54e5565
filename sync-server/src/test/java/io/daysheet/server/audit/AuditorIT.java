package io.daysheet.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.Api;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestDatabase;
import io.daysheet.server.TestHospital;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/// Over HTTP: how an auditor reads the trail, and nobody else.
@ServerTest
@Import(SettableClock.Configuration.class)
class AuditorIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Sealer sealer;
  @Autowired Turns turns;
  @Autowired Environment environment;
  private Api desk;
  private Api auditor;
  private UUID patient;

  @BeforeEach
  void connect() {
    TestAccounts.account(jdbc, "auditor", "Audrey Auditor", "AUDITOR");
    desk = Api.on(port);
    auditor = desk.as("auditor");
    patient = TestHospital.hourly(jdbc).patient();
  }

  @Test
  void theAuditorReadsTheTrailAndThatIsThereToo() {
    desk.get("/patients/" + patient);

    var found = auditor.get("/audit?patient=" + patient);
    assertThat(found.status()).as(found.text()).isEqualTo(200);
    assertThat(found.json().at("/items/0/action").asString()).isEqualTo("patient-read");
    assertThat(found.json().at("/items/0/accountName").asString())
        .isEqualTo(TestAccounts.DESKS_NAME);
    assertThat(auditor.get("/audit?patient=" + patient).json().at("/items/0/action").asString())
        .isEqualTo("audit-read");
    assertThat(auditor.get("/audit?action=day-dreamt").status()).isEqualTo(400);
    assertThat(auditor.get("/audit?account=" + TestAccounts.id("auditor")).json().get("items"))
        .isNotEmpty();
  }

  @Test
  void theTrailIsVerifiedAndExportedAndTheExportIsVerifiedElsewhere(@TempDir Path folder)
      throws Exception {
    desk.get("/patients/" + patient);
    sealer.seal();

    var verified = auditor.get("/audit/verification");
    assertThat(verified.json().get("sound").asBoolean()).as(verified.text()).isTrue();
    Path export = folder.resolve("audit.ndjson");
    var exported = auditor.get("/audit/export");
    assertThat(exported.header("Content-Type")).startsWith("application/x-ndjson");
    Files.writeString(export, exported.text());
    assertThat(OfflineVerification.verify(Clock.systemUTC(), export, List.of(), null).firstBad())
        .isNull();

    JdbcClient owner = TestDatabase.owner(environment);
    long id =
        owner
            .sql("select id from audit_entry where action = 'patient-read' order by id limit 1")
            .query(Long.class)
            .single();
    owner.sql("update audit_entry set desk = 'elsewhere' where id = ?").param(id).update();
    var tampered = auditor.get("/audit/verification");
    assertThat(tampered.json().get("sound").asBoolean()).isFalse();
    assertThat(tampered.json().at("/firstBad/problem").asString()).isEqualTo("changed-entries");
    assertThat(tampered.json().at("/firstBad/changed/0").asLong()).isEqualTo(id);
    owner.sql("update audit_entry set desk = null where id = ?").param(id).update();
  }

  @Test
  void whoWantsAllOfItWhileTwoReadItIsToComeBack() {
    var response = new MockHttpServletResponse();
    try (var _ = turns.take(response);
        var _ = turns.take(response)) {
      for (String path : List.of("/audit/verification", "/audit/export")) {
        var refused = auditor.get(path);
        assertThat(refused.status()).as(path).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("30");
        assertThat(refused.json().get("code").asString()).isEqualTo("too-many-requests");
      }
      assertThat(auditor.get("/audit").status()).isEqualTo(200);
    }
    for (int i = 0; i < 3; i++) {
      assertThat(auditor.get("/audit/verification").status()).isEqualTo(200);
      assertThat(auditor.get("/audit/export").status()).isEqualTo(200);
    }
  }

  @Test
  void nobodyElseReadsTheTrailAndTheTrailTellsWhoTried() {
    for (String path : List.of("/audit", "/audit/verification", "/audit/export")) {
      assertThat(desk.get(path).status()).as(path).isEqualTo(403);
    }

    assertThat(
            jdbc.sql(
                    """
                    select action from audit_entry
                    where outcome = 'forbidden' and account_id = ? and action like 'audit-%'
                    order by id desc limit 3
                    """)
                .param(TestAccounts.id(TestAccounts.DESK))
                .query(String.class)
                .list())
        .containsExactly("audit-exported", "audit-verified", "audit-read");
  }
}
