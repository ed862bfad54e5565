package io.daysheet.desktop.remote;

import io.daysheet.desktop.remote.Discovery.Place;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.desktop.remote.SignInOutcome.NotSignedIn;
import io.daysheet.desktop.remote.SignInOutcome.SignedIn;
import io.daysheet.desktop.remote.SignInOutcome.Why;
import io.daysheet.desktop.remote.TokenEndpoint.Given;
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
import org.jspecify.annotations.Nullable;

/// Signs somebody in through the system's browser: authorization code with PKCE and a loopback
/// redirect (RFC 8252). Where that is, [Discovery] finds out.
public final class BrowserSignIn implements SignInServer {

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
      return go(new Discovery(address).find(), Pkce.fresh(random), open);
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
    try (Loopback door = door(place, pkce)) {
      open.accept(page(place, pkce, door.redirect()));
      var answer = door.await(patience);
      if (answer.isEmpty()) {
        return new NotSignedIn(Why.TIMED_OUT);
      }
      if (!answer.get().ours()) {
        return new NotSignedIn(Why.BROKEN);
      }
      String code = answer.get().code();
      if (code == null) {
        boolean denied = answer.get().error().equals("access_denied");
        return new NotSignedIn(denied ? Why.CANCELLED : Why.REFUSED);
      }
      Given given = place.tokens().exchange(code, door.redirect(), pkce);
      if (place.identifies()) {
        IdentityToken.check(given.identity(), place, pkce.nonce());
      }
      return new SignedIn(new UserTokens(place.tokens(), given.grant()), ahead(given.date()));
    }
  }

  private static Loopback door(Place place, Pkce pkce) throws SignInFailed {
    try {
      return Loopback.open(pkce.state(), place::isFrom);
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
            .addQueryParameter("client_id", place.client())
            .addQueryParameter("redirect_uri", redirect)
            .addQueryParameter("state", pkce.state())
            .addQueryParameter("code_challenge", pkce.challenge())
            .addQueryParameter("code_challenge_method", "S256")
            // Whoever comes next at this desk is asked, too.
            .addQueryParameter("prompt", "login");
    if (!place.scopes().isEmpty()) {
      page.addQueryParameter("scope", String.join(" ", place.scopes()));
    }
    if (place.identifies()) {
      page.addQueryParameter("nonce", pkce.nonce());
    }
    return page.build().uri();
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
