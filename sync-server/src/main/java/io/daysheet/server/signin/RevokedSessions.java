package io.daysheet.server.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/// The sessions that were ended while tokens of theirs may still look good. Asked at every request,
/// so it is kept in memory: what this node ended at once, what others ended within two seconds.
@Component
class RevokedSessions {

  static final Duration KEPT = Duration.ofSeconds(2);

  private record Known(Set<String> ids, Instant until) {}

  private static final Known NOTHING = new Known(Set.of(), Instant.MIN);

  private final SessionRows rows;
  private final Duration tokens;
  private final InstantSource clock;
  private final AtomicInteger ended = new AtomicInteger();
  private volatile Known known = NOTHING;

  RevokedSessions(SessionRows rows, SignInSettings settings, InstantSource clock) {
    this.rows = rows;
    // and a little for clocks that differ
    this.tokens = settings.accessToken().plusMinutes(1);
    this.clock = clock;
  }

  boolean contains(String session) {
    Known before = known;
    Instant now = clock.instant();
    if (now.isBefore(before.until())) {
      return before.ids().contains(session);
    }
    int started = ended.get();
    Known fresh = new Known(rows.revokedSince(now.minus(tokens)), now.plus(KEPT));
    keep(fresh, started);
    return fresh.ids().contains(session);
  }

  /// What was ended while this was read may not be in it: then it is not kept.
  private synchronized void keep(Known fresh, int started) {
    if (ended.get() == started) {
      known = fresh;
    }
  }

  /// To be called after the commit that ended one.
  synchronized void refresh() {
    ended.incrementAndGet();
    known = NOTHING;
  }
}
