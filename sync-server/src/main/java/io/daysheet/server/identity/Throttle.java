package io.daysheet.server.identity;

import io.daysheet.identity.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Slows down who guesses. The tallies are in the database: a restart forgives nothing, and all
/// nodes count together.
@Component
class Throttle {

  /// A try that was let through; it counts as failed until it is [#takeBack]n.
  record Try(List<Counted> counted) {}

  /// @param after what the tally says with this try
  record Counted(TallyKey key, Tally after) {}

  private static final Duration KEPT = Duration.ofDays(2);
  private static final Logger log = LoggerFactory.getLogger(Throttle.class);

  private final TallyRows rows;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  Throttle(TallyRows rows, TransactionTemplate transaction, InstantSource clock) {
    this.rows = rows;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// What `begin` found.
  sealed interface Begun {
    record Through(Try attempt) implements Begun {}

    record Locked(Instant until) implements Begun {}
  }

  /// Counts a try for each key, or for none of them if one is locked.
  Begun begin(List<TallyKey> keys) {
    Instant now = now();
    return Objects.requireNonNull(
        transaction.execute(_ -> {
          // one order for everybody, or two tries would wait for each other
          List<TallyKey> sorted = keys.stream().sorted().toList();
          List<Tally> before = sorted.stream().map(key -> rows.lock(key, now)).toList();
          Optional<Instant> locked =
              before.stream()
                  .filter(tally -> tally.isLocked(now))
                  .map(Tally::lockedUntil)
                  .max(Instant::compareTo);
          if (locked.isPresent()) {
            return new Begun.Locked(locked.get());
          }
          return new Begun.Through(new Try(count(sorted, before, now)));
        }));
  }

  private List<Counted> count(List<TallyKey> keys, List<Tally> before, Instant now) {
    return IntStream.range(0, keys.size())
        .mapToObj(i -> {
          TallyKey key = keys.get(i);
          Tally after = key.backoff().failed(before.get(i), now);
          rows.write(key, after);
          return new Counted(key, after);
        })
        .toList();
  }

  /// It was no failure after all: nothing is counted, and what it alone had locked is open.
  void takeBack(Try attempt) {
    Instant now = now();
    attempt.counted().forEach(counted -> rows.takeBack(counted, now));
  }

  /// The right one has come: all earlier failures of the key are forgotten.
  void clear(TallyKey key) {
    rows.delete(key);
  }

  /// The same for all browsers that an account is known in.
  void clearBrowsersOf(AccountId account) {
    rows.deleteAll(TallyKey.browsersOf(account));
  }

  /// As exact as the database keeps it: rounded up there, a moment would lie in the future.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
  void forget() {
    int forgotten = rows.deleteBefore(clock.instant().minus(KEPT));
    if (forgotten > 0) {
      log.info("Forgot {} old tallies of failed sign-ins", forgotten);
    }
  }
}
