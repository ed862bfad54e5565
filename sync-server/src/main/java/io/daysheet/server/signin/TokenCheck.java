package io.daysheet.server.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Emergencies;
import io.daysheet.server.access.SignedIn;
import io.daysheet.server.access.Tokens;
import io.daysheet.server.signin.TokenReader.Read;
import io.daysheet.server.web.FailureTrace;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.RequestRefused;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/// Tells at each request whom its token stands for.
///
/// A token's signature is verified once; what it says is then remembered by its hash until it
/// expires. Whether the session, the client and the account are still good is asked each time, and
/// so is whom a doctor sees in an emergency.
@Component
class TokenCheck implements Tokens {

  private static final Logger log = LoggerFactory.getLogger(TokenCheck.class);
  private static final int REMEMBERED = 10_000;

  private final TokenReader reader;
  private final Emergencies emergencies;
  private final InstantSource clock;
  private final Cache<ByteBuffer, Read> known =
      Caffeine.newBuilder()
          .maximumSize(REMEMBERED)
          .expireAfterWrite(Duration.ofMinutes(10))
          .build();

  TokenCheck(TokenReader reader, Emergencies emergencies, InstantSource clock) {
    this.reader = reader;
    this.emergencies = emergencies;
    this.clock = clock;
  }

  @Override
  public Optional<SignedIn> check(String token, String address, @Nullable String desk) {
    return read(token).flatMap(read -> signedIn(read, address, desk));
  }

  @Override
  public Optional<SignedIn> checkAgain(SignedIn before) {
    Caller caller = before.caller();
    var read =
        new Read(
            caller.account(), caller.scopes(), caller.client(), before.session(), before.until());
    return isOver(read) ? Optional.empty() : signedIn(read, caller.address(), caller.desk());
  }

  private Optional<SignedIn> signedIn(Read read, String address, @Nullable String desk) {
    return reader
        .account(read)
        .map(account ->
            new SignedIn(
                new Caller(account, read.scopes(), read.client(), address, desk).with(emergencies),
                read.session(),
                read.until()));
  }

  private Optional<Read> read(String token) {
    ByteBuffer hash = ByteBuffer.wrap(Secrets.hash(token));
    Read remembered = known.getIfPresent(hash);
    if (remembered != null) {
      return isOver(remembered) ? Optional.empty() : Optional.of(remembered);
    }
    try {
      Read read = reader.read(token);
      known.put(hash, read);
      return Optional.of(read);
    } catch (BadJwtException notGood) {
      return Optional.empty();
    } catch (JwtException unreachable) {
      log.warn("The OpenID provider's keys can't be read: {}", FailureTrace.of(unreachable));
      throw RequestRefused.of(ProblemKind.PROVIDER_UNAVAILABLE);
    }
  }

  private boolean isOver(Read token) {
    return !token.until().isAfter(clock.instant());
  }
}
