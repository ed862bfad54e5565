package io.daysheet.server.signin;

import static io.daysheet.server.signin.DeskClient.access;
import static io.daysheet.server.signin.DeskClient.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.Api.Answer;
import io.daysheet.server.BesideOthers;
import io.daysheet.server.ServerProcess;
import io.daysheet.server.database.UnpackedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An installation from its first start on: the first administrator gets in, and what was granted
/// outlives a restart.
@BesideOthers
class RestartIT {

  private static final Pattern PASSWORD = Pattern.compile("([a-z2-9]{5}-){3}[a-z2-9]{5}");
  private static final String OWN = "seven quiet lamps on a hill";

  @TempDir Path data;

  @Test
  void keysClientsAndSessionsSurviveARestart() throws Exception {
    String given;
    Answer tokens;
    Answer spent;
    String secret;
    try (ServerProcess server = ServerProcess.start(UnpackedPostgres.into(data))) {
      given = printed(server).getFirst();
      assertThat(printed(server)).as("once").hasSize(1);
      DeskClient desk = DeskClient.at(port(server));
      Browser browser =
          Browser.open(port(server), desk.authorize()).fill("login", "admin", "password", given);
      assertThat(browser.text()).contains("Choose a password of your own");
      browser.fill("password", OWN, "again", OWN);
      spent = desk.exchange(browser.told("code"));
      tokens = desk.refresh(refresh(spent));
      secret = program(desk, access(tokens));
      assertThat(desk.hospitals(program(desk, secret, 200))).isEqualTo(200);
      assertThat(server.terminate()).isEqualTo(143);
    }
    assertThat(filesWith(given)).as("kept nowhere").isEmpty();

    try (ServerProcess server = ServerProcess.start(data)) {
      assertThat(printed(server)).isEmpty();
      DeskClient desk = DeskClient.at(port(server));
      assertThat(desk.hospitals(access(tokens))).as("the key verifies").isEqualTo(200);
      assertThat(desk.hospitals(program(desk, secret, 200))).as("the program").isEqualTo(200);
      Answer next = desk.refresh(refresh(tokens));
      assertThat(next.status()).as(next.text()).isEqualTo(200);
      assertThat(desk.hospitals(access(next))).isEqualTo(200);

      assertThat(desk.refresh(refresh(spent)).status()).as("spent before").isEqualTo(400);
      assertThat(desk.hospitals(access(next))).as("so the family is over").isEqualTo(401);

      Browser again = Browser.open(port(server), desk.authorize());
      again.fill("login", "admin", "password", given);
      assertThat(again.status()).as("it was good once").isEqualTo(401);
      assertThat(again.fill("login", "admin", "password", OWN).calledDesk()).isNotEmpty();
    }
  }

  /// Makes a program's account and client.
  private static String program(DeskClient desk, String bearer) {
    String[] as = {"Authorization", "Bearer " + bearer};
    Answer account =
        desk.api()
            .post("/users", "{\"login\":\"lab\",\"name\":\"Lab\",\"roles\":[\"INTEGRATION\"]}", as);
    Answer client =
        desk.api()
            .post(
                "/clients",
                "{\"id\":\"lab\",\"name\":\"Lab\",\"accountId\":\"%s\",\"scopes\":[\"directory:read\"]}"
                    .formatted(account.json().get("id").asString()),
                as);
    return client.json().get("clientSecret").asString();
  }

  private static String program(DeskClient desk, String secret, int expected) {
    Answer answer =
        desk.form(
            "/oauth2/token", "grant_type=client_credentials&client_id=lab&client_secret=" + secret);
    assertThat(answer.status()).as(answer.text()).isEqualTo(expected);
    return access(answer);
  }

  private static int port(ServerProcess server) {
    return server.uri("/").getPort();
  }

  private static List<String> printed(ServerProcess server) throws IOException {
    return PASSWORD.matcher(server.output()).results().map(MatchResult::group).toList();
  }

  private List<Path> filesWith(String text) throws IOException {
    String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    try (Stream<Path> files = Files.walk(data)) {
      return files.filter(Files::isRegularFile).filter(file -> read(file).contains(bytes)).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
