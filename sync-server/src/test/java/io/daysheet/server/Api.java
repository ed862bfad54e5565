package io.daysheet.server;

import io.daysheet.wire.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/// Calls a server as an outsider does: HTTP and JSON, nothing of the server's classes. Signed in,
/// unless it says that it is not.
///
/// @param tokens null: nobody's
public record Api(HttpClient http, URI root, @Nullable TestTokens tokens) {

  /// What came back.
  ///
  /// @param json null node if there was no body
  public record Answer(int status, JsonNode json, String text, java.net.http.HttpHeaders headers) {
    public String code() {
      return json.path("code").asString("");
    }

    public List<String> violations() {
      return json.path("violations").valueStream().map(v -> v.path("code").asString()).toList();
    }

    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  public static Api on(int port) {
    URI root = URI.create("http://127.0.0.1:" + port);
    return new Api(HttpClient.newHttpClient(), root, TestTokens.of(root));
  }

  /// The same server, asked by another account.
  public Api as(String login) {
    return new Api(http, root, TestTokens.of(login, root));
  }

  /// The same server, asked by nobody.
  public Api anonymous() {
    return new Api(http, root, null);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, String json, String... headers) {
    return send("POST", path, json, headers);
  }

  public Answer send(String method, String path, @Nullable String body, String... headers) {
    if (tokens == null) {
      return trySend(method, path, body, null, headers);
    }
    String bearer = tokens.bearer();
    Answer answer = trySend(method, path, body, bearer, headers);
    return answer.status() == 401
        ? trySend(method, path, body, tokens.insteadOf(bearer), headers)
        : answer;
  }

  private Answer trySend(
      String method,
      String path,
      @Nullable String body,
      @Nullable String bearer,
      String... headers) {
    var request =
        HttpRequest.newBuilder(root.resolve(path.startsWith("/api") ? path : under(path)))
            .timeout(Duration.ofSeconds(30));
    if (bearer != null) {
      request.header("Authorization", bearer);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      if (!List.of(headers).contains("Content-Type")) {
        request.header("Content-Type", "application/json");
      }
      request.method(method, HttpRequest.BodyPublishers.ofString(body));
    }
    try {
      return answer(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String under(String path) {
    return path.startsWith("//") ? path.substring(1) : "/api/v1" + path;
  }

  private static Answer answer(HttpResponse<String> response) {
    String text = response.body();
    boolean isJson =
        response.headers().firstValue("Content-Type").orElse("").matches(".*[/+]json.*");
    return new Answer(
        response.statusCode(),
        isJson && !text.isEmpty() ? WireJson.mapper().readTree(text) : NullNode.getInstance(),
        text,
        response.headers());
  }
}
