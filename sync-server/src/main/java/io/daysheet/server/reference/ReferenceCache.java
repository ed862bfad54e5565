package io.daysheet.server.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// Keeps what was read from a table that seldom changes, so that a booking does not ask for it.
///
/// A thing is at most [#KEPT] old; whoever changes the table calls [#refresh] after the commit, and
/// other nodes follow within that time. What was not found is not kept.
public final class ReferenceCache<K, V> {

  static final Duration KEPT = Duration.ofSeconds(10);

  private record Kept<V>(V value, Instant until) {}

  private final Map<K, Kept<V>> kept = new ConcurrentHashMap<>();
  private final AtomicLong refreshed = new AtomicLong();
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
    long generation = refreshed.get();
    Optional<V> found = read.apply(key);
    found.ifPresentOrElse(value -> kept.put(key, new Kept<>(value, until)), () -> kept.remove(key));
    if (refreshed.get() != generation) {
      // it may have been read before what the refresh is about
      kept.remove(key);
    }
    return found;
  }

  /// Reads all of these that are not known, in one go.
  public void know(Collection<K> keys, Function<List<K>, Map<K, V>> readAll) {
    Instant now = clock.instant();
    List<K> unknown = keys.stream().distinct().filter(key -> !isKnown(key, now)).toList();
    if (unknown.isEmpty()) {
      return;
    }
    long generation = refreshed.get();
    readAll
        .apply(unknown)
        .forEach((key, value) -> kept.put(key, new Kept<>(value, now.plus(KEPT))));
    if (refreshed.get() != generation) {
      unknown.forEach(kept::remove);
    }
  }

  private boolean isKnown(K key, Instant now) {
    Kept<V> known = kept.get(key);
    return known != null && now.isBefore(known.until());
  }

  public void refresh() {
    refreshed.incrementAndGet();
    kept.clear();
  }
}
