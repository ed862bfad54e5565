package io.daysheet.bench;

import java.util.Collection;

/// Measured values, smallest first.
final class Samples {

  private final double[] sorted;

  private Samples(double[] sorted) {
    this.sorted = sorted;
  }

  static Samples of(Collection<Double> values) {
    return new Samples(values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
  }

  double median() {
    return at(0.5);
  }

  /// The value that this share of them does not exceed.
  double at(double share) {
    if (sorted.length == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    return sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1L, 0, sorted.length - 1)];
  }

  double max() {
    return at(1);
  }

  int count() {
    return sorted.length;
  }
}
