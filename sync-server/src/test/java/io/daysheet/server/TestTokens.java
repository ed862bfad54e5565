package io.daysheet.server;

import io.daysheet.wire.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/// One account's access tokens at one server, by client credentials: the same one again until the
/// server does not take it any more.
public final class TestTokens {

  private record Place(URI server, String login) {}

  private static final Map<Place, TestTokens> KNOWN = new ConcurrentHashMap<>();

  private final Place place;
  private @Nullable String token;

  private TestTokens(Place place) {
    this.place = place;
  }

  /// An account's at a server, by any address of it.
  public static TestTokens of(String login, URI server) {
    return KNOWN.computeIfAbsent(new Place(server.resolve("/"), login), TestTokens::new);
  }

  public static TestTokens of(URI server) {
    return of(TestAccounts.DESK, server);
  }

  /// A server that has just begun may answer on the port of one that ended: whose tokens it had are
  /// nothing here.
  static void forget(Environment server) {
    Integer port = server.getProperty("local.server.port", Integer.class);
    KNOWN.keySet().removeIf(place -> port != null && place.server().getPort() == port);
  }

  /// For the header `Authorization`.
  public synchronized String bearer() {
    if (token == null) {
      token = ask();
    }
    return "Bearer " + token;
  }

  /// Another one, since this one was refused.
  public synchronized String insteadOf(String bearer) {
    if (bearer.equals("Bearer " + token)) {
      token = null;
    }
    return bearer();
  }

  private String ask() {
    String proof = place.login() + ":" + TestAccounts.secret(place.login());
    HttpRequest request =
        HttpRequest.newBuilder(place.server().resolve("/oauth2/token"))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(proof.getBytes(StandardCharsets.UTF_8)))
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
      return WireJson.mapper().readTree(answer.body()).get("access_token").asString();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
