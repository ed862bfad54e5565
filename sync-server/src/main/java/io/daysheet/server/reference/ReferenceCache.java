package io.daysheet.server.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Keeps what was read from a table that seldom changes, so that a booking does not ask for it.
///
/// A thing is at most [#KEPT] old; whoever changes the table calls [#refresh] after the commit, and
/// other nodes follow within that time. What was not found is not kept.
public final class ReferenceCache<K, V> {

  static final Duration KEPT = Duration.ofSeconds(10);

  private record Kept<V>(V value, Instant until) {}

  private final Map<K, Kept<V>> kept = new ConcurrentHashMap<>();
  private final Function<K, Optional<V>> read;
  private final InstantSource clock;

  public ReferenceCache(Function<K, Optional<V>> read, InstantSource clock) {
    this.read = read;
    this.clock = clock;
  }

  public Optional<V> find(K key) {
    Kept<V> known = kept.get(key);
    if (known != null && clock.instant().isBefore(known.until())) {
      return Optional.of(known.value());
    }
    // the time is taken before the reading: what changes meanwhile is not believed for longer
    Instant until = clock.instant().plus(KEPT);
    Optional<V> found = read.apply(key);
    found.ifPresentOrElse(value -> kept.put(key, new Kept<>(value, until)), () -> kept.remove(key));
    return found;
  }

  public void refresh() {
    kept.clear();
  }
}
