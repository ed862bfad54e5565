package io.daysheet.server.identity;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Secrets that a person types from paper: groups of small letters and digits, without those that
/// look alike.
final class RandomText {

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final RandomGenerator RANDOM = new SecureRandom();

  private RandomText() {}

  /// 99 bits, in four groups of five.
  static String password() {
    return groups(4, 5);
  }

  /// 79 bits, in four groups of four.
  static String recoveryCode() {
    return groups(4, 4);
  }

  private static String groups(int count, int length) {
    return IntStream.range(0, count)
        .mapToObj(_ ->
            IntStream.range(0, length)
                .mapToObj(_ -> LETTERS.charAt(RANDOM.nextInt(LETTERS.length())))
                .map(String::valueOf)
                .collect(Collectors.joining()))
        .collect(Collectors.joining("-"));
  }
}
