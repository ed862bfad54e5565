package io.daysheet.server.transport;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/// What each of many may still ask for, by one rate. Who has not asked for a while is forgotten;
/// that gives them no more than they would have regained by then, unless there are very many.
final class Allowance {

  private static final int MOST = 100_000;

  private final LoadingCache<String, Bucket> buckets;

  Allowance(Rate rate, TimeMeter time) {
    Duration refilled = Duration.ofSeconds(1 + rate.atOnce() / rate.perSecond());
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(refilled)
            .build(_ ->
                Bucket.builder()
                    .withCustomTimePrecision(time)
                    .addLimit(limit ->
                        limit
                            .capacity(rate.atOnce())
                            .refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                    .build());
  }

  /// Takes one; answers 0, or the whole seconds until there is one again.
  long take(String who) {
    ConsumptionProbe probe = buckets.get(who).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? 0
        : Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L));
  }

  long size() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }
}
