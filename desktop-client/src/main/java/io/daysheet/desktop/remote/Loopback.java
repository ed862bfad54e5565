package io.daysheet.desktop.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// The door at which the browser brings the server's answer to one sign-in (RFC 8252, section 7.3):
/// a free port of 127.0.0.1, open only as long as the sign-in takes.
///
/// Whatever any page on this machine makes a browser ask here is refused unless it knows the
/// sign-in's state; the door stays open for the real answer. The first that knows it counts: a
/// browser that asks twice is told the same, and another answer is refused.
final class Loopback implements AutoCloseable {

  private static final String PATH = "/signed-in";
  private final HttpServer door;
  private final byte[] state;
  private final Predicate<@Nullable String> issuer;
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();

  /// What the browser brought.
  ///
  /// @param code to be exchanged for tokens; null if there is none
  /// @param error why there is none, such as `access_denied`
  /// @param ours false if somebody else answered than who was asked (RFC 9207)
  record Answer(@Nullable String code, String error, boolean ours) {

    /// Never the code: it would end up in logs.
    @Override
    public String toString() {
      return "Answer[error=" + error + "]";
    }
  }

  private Loopback(HttpServer door, String state, Predicate<@Nullable String> issuer) {
    this.door = door;
    this.issuer = issuer;
    this.state = state.getBytes(StandardCharsets.US_ASCII);
  }

  /// Opens the door for the sign-in of that state.
  ///
  /// @param issuer whether an answer can be from who calls itself so; null: it does not say
  static Loopback open(String state, Predicate<@Nullable String> issuer) throws IOException {
    var address = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    var loopback = new Loopback(HttpServer.create(address, 1), state, issuer);
    loopback.door.createContext("/", loopback::answer);
    loopback.door.start();
    return loopback;
  }

  String redirect() {
    return "http://127.0.0.1:" + door.getAddress().getPort() + PATH;
  }

  /// Waits for the browser; empty if it did not come in time.
  Optional<Answer> await(Duration patience) throws InterruptedException {
    try {
      return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      return Optional.empty();
    } catch (ExecutionException never) {
      throw new IllegalStateException(never);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpUrl asked = HttpUrl.get(redirect()).resolve(exchange.getRequestURI().toString());
      boolean isAnswer =
          asked != null
              && exchange.getRequestMethod().equals("GET")
              && asked.encodedPath().equals(PATH)
              && isState(asked.queryParameter("state"));
      if (!isAnswer || asked == null || !counts(read(asked))) {
        write(exchange, 400, "Not this sign-in", "Go back to Daysheet and begin again there.");
      } else if (answer.join().code() == null || !answer.join().ours()) {
        write(exchange, 200, "Not signed in", "You can close this page and go back to Daysheet.");
      } else {
        write(exchange, 200, "Signed in", "You can close this page. Daysheet continues by itself.");
      }
    }
  }

  private Answer read(HttpUrl asked) {
    String error = asked.queryParameter("error");
    return new Answer(
        asked.queryParameter("code"),
        error == null ? "" : error,
        issuer.test(asked.queryParameter("iss")));
  }

  private boolean counts(Answer brought) {
    return answer.complete(brought) || answer.join().equals(brought);
  }

  private boolean isState(@Nullable String brought) {
    return brought != null
        && MessageDigest.isEqual(brought.getBytes(StandardCharsets.US_ASCII), state);
  }

  private static void write(HttpExchange exchange, int status, String title, String text)
      throws IOException {
    byte[] page = page(title, text).getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "text/html; charset=utf-8");
    headers.set("Cache-Control", "no-store");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    headers.set("Connection", "close");
    exchange.sendResponseHeaders(status, page.length);
    exchange.getResponseBody().write(page);
  }

  private static String page(String title, String text) {
    return """
    <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Daysheet</title><style>
    body{font:16px/24px system-ui,sans-serif;color:#1a222c;background:#f6f8fa;margin:0;
    display:grid;place-items:center;height:100vh}
    main{background:#fff;border:1px solid #ccd4dc;border-radius:10px;padding:32px;max-width:24em}
    h1{font-size:20px;margin:0 0 8px}p{margin:0;color:#52606e}
    @media(prefers-color-scheme:dark){body{color:#e5eaf0;background:#181d23}
    main{background:#1c2229;border-color:#3a444f}p{color:#a9b4c0}}</style></head>
    <body><main><h1>%s</h1><p>%s</p></main></body></html>
    """
        .formatted(title, text);
  }

  /// Lets the page that is being written out, and no other in.
  @Override
  public void close() {
    door.stop(1);
  }
}
