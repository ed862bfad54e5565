package io.daysheet.server.signin;

import io.daysheet.server.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A person's browser: keeps cookies, fills the form that it sees, follows redirects on the server
/// and stops where they lead to the desk.
final class Browser {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final URI server;
  private HttpResponse<String> seen;

  private Browser(URI server, String path) {
    this.server = server;
    this.seen = send(HttpRequest.newBuilder(server.resolve(path)).GET().build());
  }

  /// As the desk opens it.
  static Browser open(int port, String path) {
    return open(URI.create("http://127.0.0.1:" + port), path);
  }

  static Browser open(URI server, String path) {
    var browser = new Browser(server, path);
    browser.follow();
    return browser;
  }

  /// The same browser, sent somewhere again.
  Browser open(String path) {
    seen = send(HttpRequest.newBuilder(server.resolve(path)).GET().build());
    follow();
    return this;
  }

  int status() {
    return seen.statusCode();
  }

  String text() {
    return seen.body();
  }

  String header(String name) {
    return seen.headers().firstValue(name).orElse("");
  }

  HttpCookie cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(each -> each.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// Name and value of each field, one after the other.
  Browser fill(String... fields) {
    return send(find(ACTION), "_csrf", find(CSRF), fields);
  }

  /// Sends the form that it sees to where another one goes.
  Browser fillInstead(String action, String... fields) {
    return send(action, "_csrf", find(CSRF), fields);
  }

  /// Sends a form that was not asked for.
  Browser forge(String action, String... fields) {
    return send(action, "forged", "1", fields);
  }

  private Browser send(String action, String token, String value, String... fields) {
    Map<String, String> form = new HashMap<>();
    form.put(token, value);
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    seen =
        send(
            HttpRequest.newBuilder(server.resolve(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        form.entrySet().stream()
                            .map(e -> e.getKey() + "=" + Api.encoded(e.getValue()))
                            .collect(Collectors.joining("&"))))
                .build());
    follow();
    return this;
  }

  /// Where the desk that began it is called at last; empty if it is not.
  String calledDesk() {
    String location = header("Location");
    return location.startsWith("/") || location.startsWith(server.toString()) ? "" : location;
  }

  /// A parameter of that call.
  String told(String name) {
    String query = URI.create(calledDesk()).getRawQuery();
    return Arrays.stream(query.split("&"))
        .map(each -> each.split("=", 2))
        .filter(each -> each[0].equals(name))
        .map(each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }

  private void follow() {
    for (int i = 0; i < 5 && status() / 100 == 3 && calledDesk().isEmpty(); i++) {
      seen = send(HttpRequest.newBuilder(server.resolve(header("Location"))).GET().build());
    }
  }

  private String find(Pattern pattern) {
    Matcher matcher = pattern.matcher(seen.body());
    if (!matcher.find()) {
      throw new AssertionError(status() + ": no form is in " + seen.body());
    }
    return matcher.group(1);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
