package io.daysheet.desktop.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/// A made-up authorization server, and the browser that somebody signs in with there.
public class SignInPages extends Dispatcher implements AutoCloseable {

  final MockWebServer server = new MockWebServer();
  final List<Map<String, String>> tokenRequests = new CopyOnWriteArrayList<>();
  final AtomicInteger revoked = new AtomicInteger();
  public volatile MockResponse refresh = grant("access-2", "refresh-2", 300);
  public volatile MockResponse exchange = grant("access-1", "refresh-1", 300);

  /// What is said of where to sign in; `%1$s` is the address.
  volatile String resource =
      """
      {"resource":"%1$s","authorization_servers":["%1$s"],\
      "daysheet_desk":{"client_id":"daysheet-desk","scopes":[]}}\
      """;

  volatile String metadata =
      """
      {"issuer":"%1$s","authorization_endpoint":"%1$s/oauth2/authorize",\
      "token_endpoint":"%1$s/oauth2/token","revocation_endpoint":"%1$s/oauth2/revoke"}\
      """;

  /// Where the second of them is.
  volatile String wellKnown = "/.well-known/oauth-authorization-server";

  /// Opens it at a free port.
  public void open() throws IOException {
    server.setDispatcher(this);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getPort();
  }

  public static MockResponse grant(String access, String refresh, int seconds) {
    return new MockResponse.Builder()
        .code(200)
        .setHeader("Content-Type", "application/json")
        .setHeader("Date", "Thu, 19 Mar 2026 09:42:00 GMT")
        .body(
            """
            {"access_token":"%s","refresh_token":"%s","token_type":"Bearer","expires_in":%d}\
            """
                .formatted(access, refresh, seconds))
        .build();
  }

  public static MockResponse refused() {
    return new MockResponse.Builder().code(400).body("{\"error\":\"invalid_grant\"}").build();
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    if (path.equals(wellKnown)) {
      return said(metadata);
    }
    return switch (path) {
      case "/.well-known/oauth-protected-resource" -> said(resource);
      case "/oauth2/token" -> token(form(request));
      case "/oauth2/revoke" -> {
        revoked.incrementAndGet();
        yield new MockResponse.Builder().code(200).build();
      }
      default -> api(request);
    };
  }

  private MockResponse said(String text) {
    return new MockResponse.Builder().body(text.formatted(address())).build();
  }

  /// What else is asked of the server; a test that needs more than nothing says so.
  protected MockResponse api(RecordedRequest request) {
    return new MockResponse.Builder().code(404).build();
  }

  private MockResponse token(Map<String, String> form) {
    tokenRequests.add(form);
    return "refresh_token".equals(form.get("grant_type")) ? refresh : exchange;
  }

  private static Map<String, String> form(RecordedRequest request) {
    String body = Objects.requireNonNull(request.getBody()).utf8();
    HttpUrl parsed = HttpUrl.get("http://form/?" + body);
    return parsed.queryParameterNames().stream()
        .collect(
            Collectors.toMap(
                name -> name, name -> Objects.requireNonNull(parsed.queryParameter(name))));
  }

  /// Brings an answer to the desk, as the browser is sent there; answers with the page's status.
  public static int bring(URI page, String... nameAndValue) {
    HttpUrl asked = HttpUrl.get(page.toString());
    HttpUrl.Builder back =
        HttpUrl.get(Objects.requireNonNull(asked.queryParameter("redirect_uri"))).newBuilder();
    Stream.iterate(0, i -> i < nameAndValue.length, i -> i + 2)
        .forEach(i -> back.addQueryParameter(nameAndValue[i], nameAndValue[i + 1]));
    try (HttpClient browser = HttpClient.newHttpClient()) {
      return browser
          .send(
              HttpRequest.newBuilder(back.build().uri()).build(),
              HttpResponse.BodyHandlers.ofString())
          .statusCode();
    } catch (IOException closed) {
      return -1;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  public static String state(URI page) {
    return Objects.requireNonNull(HttpUrl.get(page.toString()).queryParameter("state"));
  }

  @Override
  public void close() {
    server.close();
  }
}
