package io.daysheet.server.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.daysheet.server.signin.SigningKeyRows.Stored;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The keys that tokens are signed with. They are kept in the database, so they outlive a restart
/// and all nodes share them; the newest signs until it is `daysheet.signin.key-rotation` old, and
/// verifies for as long as a token may live after that.
@Component
class SigningKeys implements JWKSource<SecurityContext> {

  private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
  private static final int BITS = 2048;

  /// How often a token of an unknown key may make this node look for new keys.
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  /// A key of another node is known here before it signs, and here after it signed its last token.
  private static final Duration OVERLAP = Duration.ofDays(1);

  private record Known(JWKSet keys, String signing, Instant read) {}

  private final SigningKeyRows rows;
  private final TransactionTemplate transaction;
  private final SignInSettings settings;
  private final InstantSource clock;
  private final String installation;
  private volatile Known known;

  SigningKeys(
      SigningKeyRows rows,
      TransactionTemplate transaction,
      SignInSettings settings,
      InstantSource clock) {
    this.rows = rows;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
    this.installation = "urn:daysheet:" + rows.installation();
    this.known = keepOneFresh();
  }

  /// What stands in a token as its issuer: this installation, by whichever address it is asked.
  String issuer() {
    return settings.issuer() == null ? installation : settings.issuer().toString();
  }

  /// The id of the key that signs now.
  String signing() {
    return known.signing();
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    Known before = known;
    List<JWK> found = selector.select(before.keys());
    if (found.isEmpty() && clock.instant().isAfter(before.read().plus(LOOK_AGAIN))) {
      known = known(rows.all());
      return selector.select(known.keys());
    }
    return found;
  }

  /// Makes a new key when it is time, and forgets those that nothing alive was signed with.
  @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT1H")
  void rotate() {
    known = keepOneFresh();
  }

  private Known keepOneFresh() {
    return transaction.execute(_ -> {
      rows.lock();
      Instant now = clock.instant();
      List<Stored> stored = rows.all();
      if (stored.isEmpty()
          || !stored.getFirst().since().plus(settings.keyRotation()).isAfter(now)) {
        RSAKey key = make(now);
        rows.insert(key, now);
        log.info("Tokens are signed with the new key {}", key.getKeyID());
      }
      rows.deleteBefore(now.minus(settings.keyRotation()).minus(OVERLAP));
      return known(rows.all());
    });
  }

  private Known known(List<Stored> stored) {
    return new Known(
        new JWKSet(stored.stream().<JWK>map(Stored::key).toList()),
        stored.getFirst().key().getKeyID(),
        clock.instant());
  }

  private static RSAKey make(Instant now) {
    try {
      return new RSAKeyGenerator(BITS)
          .keyID(UUID.randomUUID().toString())
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .issueTime(Date.from(now))
          .generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
