package io.daysheet.desktop.remote;

import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.desktop.remote.SignInOutcome.NotSignedIn;
import io.daysheet.desktop.remote.SignInOutcome.SignedIn;
import io.daysheet.desktop.remote.SignInOutcome.Why;
import io.daysheet.desktop.remote.TokenEndpoint.Given;
import io.daysheet.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Signs somebody in through the system's browser: authorization code with PKCE and a loopback
/// redirect (RFC 8252). Where the pages and the tokens are, the server says itself (RFC 8414).
public final class BrowserSignIn implements SignInServer {

  private static final String CLIENT = "daysheet-desk";

  private final ServerAddress address;
  private final Executor executor;
  private final InstantSource clock;
  private final Duration patience;
  private final SecureRandom random = new SecureRandom();

  /// @param address without tokens, as nobody is signed in yet
  /// @param patience how long the browser may take
  public BrowserSignIn(
      ServerAddress address, Executor executor, InstantSource clock, Duration patience) {
    this.address = address;
    this.executor = executor;
    this.clock = clock;
    this.patience = patience;
  }

  /// What the server says of its sign-in.
  private record Place(HttpUrl authorize, TokenEndpoint tokens, boolean identifies) {}

  @Override
  public Request signIn(Consumer<URI> open, Consumer<SignInOutcome> then) {
    AtomicBoolean cancelled = new AtomicBoolean();
    Consumer<Runnable> tell =
        news ->
            executor.execute(() -> {
              if (!cancelled.get()) {
                news.run();
              }
            });
    Thread thread =
        Thread.ofVirtual()
            .name("daysheet-sign-in")
            .start(() -> {
              SignInOutcome outcome = run(uri -> tell.accept(() -> open.accept(uri)));
              tell.accept(() -> then.accept(outcome));
            });
    return () -> {
      cancelled.set(true);
      thread.interrupt();
    };
  }

  private SignInOutcome run(Consumer<URI> open) {
    try {
      Place place = discover();
      return go(place, Pkce.fresh(random), open);
    } catch (SignInFailed failed) {
      return new NotSignedIn(failed.why());
    } catch (IOException unanswered) {
      return new NotSignedIn(
          BrokenLine.cause(unanswered) == Cause.NO_ANSWER ? Why.NO_ANSWER : Why.NOT_TRUSTED);
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
      return new NotSignedIn(Why.CANCELLED);
    }
  }

  private SignInOutcome go(Place place, Pkce pkce, Consumer<URI> open)
      throws IOException, InterruptedException {
    try (Loopback door = door(pkce)) {
      open.accept(page(place, pkce, door.redirect()));
      var answer = door.await(patience);
      if (answer.isEmpty()) {
        return new NotSignedIn(Why.TIMED_OUT);
      }
      String code = answer.get().code();
      if (code == null) {
        boolean denied = answer.get().error().equals("access_denied");
        return new NotSignedIn(denied ? Why.CANCELLED : Why.REFUSED);
      }
      Given given = place.tokens().exchange(code, door.redirect(), pkce);
      return new SignedIn(new UserTokens(place.tokens(), given.grant()), ahead(given.date()));
    }
  }

  private static Loopback door(Pkce pkce) throws SignInFailed {
    try {
      return Loopback.open(pkce.state());
    } catch (IOException noPort) {
      throw new SignInFailed(Why.NO_PORT);
    }
  }

  private static URI page(Place place, Pkce pkce, String redirect) {
    HttpUrl.Builder page =
        place
            .authorize()
            .newBuilder()
            .addQueryParameter("response_type", "code")
            .addQueryParameter("client_id", CLIENT)
            .addQueryParameter("redirect_uri", redirect)
            .addQueryParameter("state", pkce.state())
            .addQueryParameter("code_challenge", pkce.challenge())
            .addQueryParameter("code_challenge_method", "S256")
            // Whoever comes next at this desk is asked, too.
            .addQueryParameter("prompt", "login");
    if (place.identifies()) {
      page.addQueryParameter("scope", "openid").addQueryParameter("nonce", pkce.nonce());
    }
    return page.build().uri();
  }

  private Place discover() throws IOException {
    HttpUrl wellKnown = address.at(".well-known/oauth-authorization-server");
    var request = new okhttp3.Request.Builder().url(wellKnown).build();
    try (Response response = address.client().newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new SignInFailed(response.code() >= 500 ? Why.NO_ANSWER : Why.REFUSED);
      }
      JsonNode said = WireJson.lenientMapper().readTree(response.body().string());
      boolean identifies =
          said.path("scopes_supported")
              .valueStream()
              .anyMatch(s -> s.asString("").equals("openid"));
      HttpUrl authorize = endpoint(said, "authorization_endpoint");
      HttpUrl token = endpoint(said, "token_endpoint");
      if (authorize == null || token == null) {
        throw new SignInFailed(Why.BROKEN);
      }
      return new Place(
          authorize,
          new TokenEndpoint(address.client(), token, endpoint(said, "revocation_endpoint"), CLIENT),
          identifies);
    } catch (JacksonException unreadable) {
      throw new SignInFailed(Why.BROKEN);
    }
  }

  /// A plain address is good only where the desk itself was told to use one.
  private @Nullable HttpUrl endpoint(JsonNode said, String name) throws SignInFailed {
    String text = said.path(name).asString("");
    HttpUrl url = text.isEmpty() ? null : HttpUrl.parse(text);
    if (url != null && !url.isHttps() && address.isHttps()) {
      throw new SignInFailed(Why.BROKEN);
    }
    return url;
  }

  private Duration ahead(@Nullable String date) {
    if (date == null) {
      return Duration.ZERO;
    }
    try {
      Instant there = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
      return Duration.ofSeconds(Duration.between(there, clock.instant()).toSeconds());
    } catch (DateTimeException unreadable) {
      return Duration.ZERO;
    }
  }
}
