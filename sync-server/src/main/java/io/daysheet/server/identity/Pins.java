package io.daysheet.server.identity;

import io.daysheet.identity.AccountId;
import io.daysheet.rule.Violation;
import io.daysheet.server.identity.PinOutcome.FullSignInNeeded;
import io.daysheet.server.identity.PinOutcome.Unlocked;
import io.daysheet.server.identity.PinOutcome.Wrong;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The PIN with which somebody who is signed in unlocks their desk. It is the account's; the five
/// tries are those of one sign-in at one desk, so that nobody spends another desk's.
///
/// Where an external provider signs people in there are none: five wrong ones could not end the
/// sign-in, which is the provider's, and nothing could be asked of whoever chooses one at a desk
/// that was left open.
@Component
public class Pins {

  static final int TRIES = 5;

  /// No sign-in lasts longer.
  private static final Duration KEPT = Duration.ofDays(30);

  private static final Logger log = LoggerFactory.getLogger(Pins.class);

  private final IdentitySettings settings;
  private final PinRows rows;
  private final PasswordHashing hashing;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  Pins(
      IdentitySettings settings,
      PinRows rows,
      PasswordHashing hashing,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.settings = settings;
    this.rows = rows;
    this.hashing = hashing;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Whether there can be any.
  public boolean areTaken() {
    return !settings.hasExternalProvider();
  }

  public boolean has(AccountId account) {
    return areTaken() && rows.has(account);
  }

  /// Sets the PIN; what is wrong with it is answered, and nothing if it is theirs now.
  ///
  /// @param entry writes of it, in the transaction in which it is set
  public List<Violation> set(AccountId account, String pin, Runnable entry) {
    List<Violation> violations = PinRules.check("pin", pin);
    if (violations.isEmpty()) {
      String hash = hashing.hash(pin);
      transaction.executeWithoutResult(_ -> {
        rows.write(account, hash, clock.instant());
        entry.run();
      });
    }
    return violations;
  }

  public void remove(AccountId account) {
    rows.delete(account);
  }

  /// Looks at one try to unlock a desk.
  ///
  /// @param session the sign-in that the desk is locked in; it is over when the tries are spent
  public PinOutcome verify(AccountId account, String session, String pin) {
    Optional<String> hash = areTaken() ? rows.find(account) : Optional.empty();
    if (hash.isEmpty()) {
      return new FullSignInNeeded();
    }
    Optional<Integer> tries = rows.count(account, session, TRIES, clock.instant());
    if (tries.isEmpty()) {
      return new FullSignInNeeded();
    }
    if (hashing.matches(pin, hash)) {
      rows.clear(account, session);
      return new Unlocked();
    }
    if (tries.get() < TRIES) {
      return new Wrong(TRIES - tries.get());
    }
    events.publishEvent(new PinTriesSpent(account, session));
    return new FullSignInNeeded();
  }

  @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT6H")
  void forget() {
    Instant before = clock.instant().minus(KEPT);
    int forgotten = rows.deleteTalliesBefore(before);
    if (forgotten > 0) {
      log.info("Forgot {} old tallies of wrong PINs", forgotten);
    }
  }
}
