package io.daysheet.server;

import io.daysheet.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A desk as a test plays it, signed in: objects in, answers out.
public final class TestDesk implements AutoCloseable {

  private static final JsonMapper JSON = WireJson.mapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI root;
  private final @Nullable TestTokens tokens;

  private TestDesk(URI root, @Nullable TestTokens tokens) {
    this.root = root;
    this.tokens = tokens;
  }

  /// At the server of this test.
  public static TestDesk at(int port) {
    return at(URI.create("http://127.0.0.1:" + port + "/"));
  }

  /// At a server by its root, `http://127.0.0.1:8080/`.
  public static TestDesk at(URI server) {
    return new TestDesk(server.resolve("/api/v1"), TestTokens.of(server));
  }

  /// Another account's.
  public static TestDesk of(String login, int port) {
    URI server = URI.create("http://127.0.0.1:" + port + "/");
    return new TestDesk(server.resolve("/api/v1"), TestTokens.of(login, server));
  }

  /// For what is not under `/api/v1`: health, the document of the API.
  public static TestDesk outsideOfTheApi(URI server) {
    return new TestDesk(URI.create(server.toString().replaceFirst("/$", "")), null);
  }

  /// What came back.
  public record Answer(int status, String body, @Nullable String etag, @Nullable String location) {

    public JsonNode json() {
      return JSON.readTree(body);
    }

    public String text(String field) {
      return json().get(field).asString();
    }

    public List<String> codes() {
      return StreamSupport.stream(json().get("violations").spliterator(), false)
          .map(violation -> violation.get("code").asString())
          .toList();
    }

    /// The first violation with that code.
    public JsonNode violation(String code) {
      return StreamSupport.stream(json().get("violations").spliterator(), false)
          .filter(violation -> violation.get("code").asString().equals(code))
          .findFirst()
          .orElseThrow(() -> new AssertionError(code + " is not in " + body));
    }
  }

  public Answer get(String path) {
    return send("GET", path, null, Map.of());
  }

  public Answer post(String path, Object body, String... headers) {
    return send("POST", path, body, pairs(headers));
  }

  public Answer put(String path, Object body, String... headers) {
    return send("PUT", path, body, pairs(headers));
  }

  /// With a body.
  public Answer deleteWith(String path, Object body, String... headers) {
    return send("DELETE", path, body, pairs(headers));
  }

  public Answer delete(String path, String... headers) {
    return send("DELETE", path, null, pairs(headers));
  }

  private Answer send(
      String method, String path, @Nullable Object body, Map<String, String> headers) {
    try {
      return trySend(method, path, body, headers);
    } catch (IOException failed) {
      throw new AssertionError(method + " " + path, failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /// The same for a server that may die meanwhile.
  public Answer tryPost(String path, Object body, String... headers)
      throws IOException, InterruptedException {
    return trySend("POST", path, body, pairs(headers));
  }

  private Answer trySend(
      String method, String path, @Nullable Object body, Map<String, String> headers)
      throws IOException, InterruptedException {
    if (tokens == null) {
      return sendOnce(method, path, body, headers);
    }
    String bearer = tokens.bearer();
    Answer answer = sendOnce(method, path, body, signed(headers, bearer));
    return answer.status() == 401
        ? sendOnce(method, path, body, signed(headers, tokens.insteadOf(bearer)))
        : answer;
  }

  private static Map<String, String> signed(Map<String, String> headers, String bearer) {
    Map<String, String> signed = new HashMap<>(headers);
    signed.put("Authorization", bearer);
    return signed;
  }

  private Answer sendOnce(
      String method, String path, @Nullable Object body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
    headers.forEach(request::header);
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    return new Answer(
        response.statusCode(),
        Objects.requireNonNullElse(response.body(), ""),
        response.headers().firstValue("ETag").orElse(null),
        response.headers().firstValue("Location").orElse(null));
  }

  private static String text(Object body) {
    return body instanceof String text ? text : JSON.writeValueAsString(body);
  }

  private static Map<String, String> pairs(String... headers) {
    return switch (headers.length) {
      case 0 -> Map.of();
      case 2 -> Map.of(headers[0], headers[1]);
      case 4 -> Map.of(headers[0], headers[1], headers[2], headers[3]);
      default -> throw new IllegalArgumentException("name and value, name and value");
    };
  }

  @Override
  public void close() {
    client.close();
  }
}
