package io.daysheet.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.Api;
import io.daysheet.server.ServerSettings;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestDatabase;
import io.daysheet.server.identity.Accounts;
import io.daysheet.server.identity.SignIn;
import io.daysheet.server.identity.SignInOutcome;
import io.daysheet.server.identity.SignInOutcome.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@TestPropertySource(properties = "daysheet.demo=true")
class DemoDataIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Environment server;
  @Autowired DemoData demo;
  @Autowired ServerSettings settings;
  @Autowired SignIn signIn;
  @Autowired Accounts accounts;
  @Autowired JsonMapper json;

  @AfterEach
  void letOtherTestsSignInAgain() {
    TestAccounts.in(TestDatabase.owner(server));
  }

  @Test
  void anEmptyDatabaseIsFilledOnceAndServed() {
    Api api = Api.on(port);

    assertThat(api.get("/hospitals").json().get("items").size()).isEqualTo(2);
    assertThat(api.get("/doctors").json().get("items").size()).isEqualTo(8);
    assertThat(api.get("//actuator/health/readiness").status()).isEqualTo(200);
    assertThat(count("patient")).isEqualTo(200);
    long visits = count("appointment");
    assertThat(visits).isGreaterThan(300);

    // nothing of it needs attention
    for (JsonNode hospital : api.get("/hospitals").json().get("items")) {
      JsonNode list = api.get("/rebooking?hospital=" + hospital.get("id").asString()).json();
      assertThat(list.get("items").isEmpty()).as(list.toString()).isTrue();
    }

    demo.run(new DefaultApplicationArguments());
    assertThat(count("appointment")).isEqualTo(visits);
  }

  @Test
  void everyRoleHasSomebodyWhoCanSignInByTheFile() throws IOException {
    assertThat(settings.data()).isDirectory();
    Path file = settings.data().resolve("demo-credentials.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    JsonNode users = json.readTree(Files.readString(file)).get("users");
    assertThat(users.valueStream().map(user -> user.get("role").asString()))
        .containsExactlyInAnyOrder(
            "receptionist", "receptionist", "scheduler", "doctor", "admin", "auditor", "patient");
    for (JsonNode user : users) {
      assertThat(signIn(user)).as(user.get("login").asString()).isInstanceOf(SignedIn.class);
    }
    assertThat(accounts.findByLogin("integration").orElseThrow().hospitals()).hasSize(2);
    assertThat(accounts.findByLogin("receptionist.harbour").orElseThrow().hospitals()).hasSize(1);
  }

  @Test
  void theFileIsKeptAndMadeAnewWhenItIsLost() throws IOException {
    Path file = settings.data().resolve("demo-credentials.json");
    String before = Files.readString(file);
    demo.run(new DefaultApplicationArguments());
    assertThat(Files.readString(file)).isEqualTo(before);

    Files.delete(file);
    demo.run(new DefaultApplicationArguments());
    assertThat(Files.readString(file)).isNotEqualTo(before);
    assertThat(signIn(json.readTree(Files.readString(file)).at("/users/0")))
        .isInstanceOf(SignedIn.class);
  }

  @Test
  void aDemoFromBeforeThereWasSignInGetsItsAccounts() throws IOException {
    TestDatabase.owner(server).sql("truncate account cascade").update();
    Path file = settings.data().resolve("demo-credentials.json");
    Files.writeString(file, "damaged");
    demo.run(new DefaultApplicationArguments());
    assertThat(count("account")).isEqualTo(8);
    assertThat(signIn(json.readTree(Files.readString(file)).at("/users/0")))
        .isInstanceOf(SignedIn.class);
  }

  private SignInOutcome signIn(JsonNode user) {
    return signIn.password(
        user.get("login").asString(), user.get("password").asString(), "127.0.0.1", null);
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }
}
