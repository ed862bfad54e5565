package io.daysheet.server.patient;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.Clinic;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class PatientsIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Environment environment;
  private Api api;
  private Clinic clinic;

  @BeforeEach
  void connect() {
    api = Api.on(port);
    clinic = new Clinic(jdbc);
    TestDatabase.owner(environment).sql("truncate patient, idempotency cascade").update();
    TestAccounts.in(jdbc);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zofia kow           | Zofia | Kowalska-Łoś
          KOWALSKA            | Zofia | Kowalska-Łoś
          los                 | Zofia | Kowalska-Łoś
          kowalskalos         | Zofia | Kowalska-Łoś
          kowalska-los        | Zofia | Kowalska-Łoś
          Łoś                 | Zofia | Kowalska-Łoś
          obrien              | Niamh | O’Brien
          o'brien             | Niamh | O’Brien
          brien n             | Niamh | O’Brien
          weiss               | Jürgen | Weiß
          jurgen              | Jürgen | Weiß
          soren               | Søren  | Ærø
          aero                | Søren  | Ærø
          nguyen thi          | Thị Hương | Nguyễn
          garcia marquez      | José | García Márquez
          marquez, jose       | José | García Márquez
          шевч                | Олена | Шевченко
          παπα                | Ελένη | Παπαδοπούλου
          山田                | 太郎 | 山田
          الح                 | ليلى | الحسن
          istanbul            | İlknur | İstanbullu
          1987-05-14          | Zofia | Kowalska-Łoś
          kow 1987-05-14      | Zofia | Kowalska-Łoś
          """)
  void isFoundByWhateverBeginsOneOfTheWords(String query, String given, String family) {
    clinic.patient("Zofia", "Kowalska-Łoś", "1987-05-14");
    clinic.patient("Niamh", "O’Brien", "1990-01-01");
    clinic.patient("Jürgen", "Weiß", "1990-01-01");
    clinic.patient("Søren", "Ærø", "1990-01-01");
    clinic.patient("Thị Hương", "Nguyễn", "1990-01-01");
    clinic.patient("José", "García Márquez", "1990-01-01");
    clinic.patient("Олена", "Шевченко", "1990-01-01");
    clinic.patient("Ελένη", "Παπαδοπούλου", "1990-01-01");
    clinic.patient("太郎", "山田", "1990-01-01");
    clinic.patient("ليلى", "الحسن", "1990-01-01");
    clinic.patient("İlknur", "İstanbullu", "1990-01-01");

    Answer found = search(query);

    assertThat(names(found)).containsExactly(given + " " + family);
  }

  @Test
  void oneLetterFindsNobodyAndPunctuationIsNoWildcard() {
    clinic.patient("Zofia", "Kowalska", "1987-05-14");

    assertThat(names(search("k"))).isEmpty();
    assertThat(names(search("%%"))).isEmpty();
    assertThat(names(search("k_w"))).isEmpty();
    assertThat(names(search("'; drop table patient; --"))).isEmpty();
    assertThat(names(search("owalska"))).isEmpty();
  }

  @Test
  void whoIsNamedExactlySoComesFirst() {
    clinic.patient("Anna", "Maier", "1990-01-01");
    clinic.patient("Maia", "Zander", "1990-01-01");
    clinic.patient("Bert", "Mai", "1990-01-01");

    assertThat(names(search("mai"))).containsExactly("Bert Mai", "Anna Maier", "Maia Zander");
  }

  @Test
  void isPagedWithoutLosingOrDoublingAnybody() {
    for (int i = 0; i < 45; i++) {
      clinic.patient("Given" + i % 7, "Same", "1990-01-01");
    }
    var seen = new ArrayList<String>();
    String after = "";
    do {
      Answer page = api.get("/patients?query=same&limit=10" + after);
      page.json().get("items").forEach(p -> seen.add(p.get("id").asString()));
      after =
          page.json().get("next").isNull() ? "" : "&after=" + page.json().get("next").asString();
    } while (!after.isEmpty());

    assertThat(seen).hasSize(45).doesNotHaveDuplicates();
  }

  @Test
  void isRegisteredWithEveryCharacterAsItWasTyped() {
    String given = "𝒵oë <b>\\\"'; --\\u0007 ﷽ 👩‍⚕️";
    Answer made =
        api.post(
            "/patients",
            """
            {"givenName":"%s","familyName":"D’Arc-Łukasz","birthDate":"1987-05-14",
             "phone":"+48 22 123 45 67","email":"zoe@example.org",
             "insurance":{"plan":"AOK","memberId":"A1"},
             "preferences":{"channel":"SMS","optOuts":["PUSH"]}}
            """
                .formatted(given));

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("ETag")).isEqualTo("\"1\"");
    Answer read = api.get(made.header("Location"));
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.header("ETag")).isEqualTo("\"1\"");
    assertThat(read.json()).isEqualTo(made.json());
    assertThat(read.json().get("givenName").asString()).isEqualTo("𝒵oë <b>\"'; --\u0007 ﷽ 👩‍⚕️");
    assertThat(read.json().get("mrn").asString()).matches("\\d{6,}");
    assertThat(read.json().get("active").asBoolean()).isTrue();
    assertThat(names(search("darc luka"))).hasSize(1);
  }

  @Test
  void isRegisteredOncePerKey() {
    String body = "{\"givenName\":\"A\",\"familyName\":\"B\",\"birthDate\":\"1987-05-14\"}";
    Answer first = api.post("/patients", body, "Idempotency-Key", "k-1");
    Answer again = api.post("/patients", " " + body, "Idempotency-Key", "k-1");
    Answer other = api.post("/patients", body.replace("A", "C"), "Idempotency-Key", "k-1");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("key-reused");
    assertThat(count()).isEqualTo(1);
    assertThat(api.post("/patients", body, "Idempotency-Key", "x".repeat(201)).status())
        .isEqualTo(400);
  }

  @Test
  void isRegisteredOnceByManyWhoSendTheSameKeyAtOnce() {
    String body = "{\"givenName\":\"A\",\"familyName\":\"B\",\"birthDate\":\"1987-05-14\"}";
    Set<String> answers = ConcurrentHashMap.newKeySet();
    try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++) {
        desks.execute(
            () -> answers.add(api.post("/patients", body, "Idempotency-Key", "k").text()));
      }
    }
    assertThat(answers).hasSize(1);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void allThatARecordBreaksIsToldAtOnce() {
    Answer refused =
        api.post(
            "/patients",
            """
            {"givenName":"%s","familyName":"nul\\u0000","birthDate":"1899-12-31","phone":"none",
             "email":"nowhere","primaryDoctorId":"018f3c1e-0000-7000-8000-000000000000",
             "preferences":{"channel":"PIGEON","optOuts":[]}}
            """
                .formatted("x".repeat(201)));

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.code()).isEqualTo("not-found");
    assertThat(refused.json().get("violations").valueStream().map(v -> v.get("field").asString()))
        .containsExactly(
            "givenName",
            "familyName",
            "birthDate",
            "phone",
            "email",
            "preferences.channel",
            "primaryDoctorId");
  }

  @Test
  void aTakenMrnNamesItsPatient() {
    String body =
        "{\"mrn\":\"M 1\",\"givenName\":\"A\",\"familyName\":\"B\",\"birthDate\":\"1987-05-14\"}";
    Answer first = api.post("/patients", body);
    Answer second = api.post("/patients", body);

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("mrn-taken");
    assertThat(second.json().at("/violations/0/patientId")).isEqualTo(first.json().get("id"));
  }

  private Answer search(String query) {
    return api.get("/patients?query=" + Api.encoded(query));
  }

  private static List<String> names(Answer found) {
    assertThat(found.status()).as(found.text()).isEqualTo(200);
    return found
        .json()
        .get("items")
        .valueStream()
        .map(p -> p.get("givenName").asString() + " " + p.get("familyName").asString())
        .toList();
  }

  private long count() {
    return jdbc.sql("select count(*) from patient").query(Long.class).single();
  }
}
