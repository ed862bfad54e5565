package io.daysheet.server.signin;

import io.daysheet.rule.Violation;
import java.util.List;
import java.util.stream.Collectors;

/// What is wrong with a password, for the one who chose it.
final class PasswordWording {

  private PasswordWording() {}

  static String of(List<Violation> violations) {
    return violations.stream().map(PasswordWording::of).collect(Collectors.joining(" "));
  }

  private static String of(Violation violation) {
    return switch (violation) {
      case Violation.PasswordTooShort v ->
          "It is too short: take %d characters or more.".formatted(v.requiredLength());
      case Violation.PasswordTooCommon _ ->
          "It is among the first that somebody would try: take something less common.";
      case Violation.PasswordNamesAccount _ -> "It holds your name: take something else.";
      case Violation.PasswordUnchanged _ -> "It is the one that you were given: take another.";
      default -> "It can't be used: take another.";
    };
  }
}
