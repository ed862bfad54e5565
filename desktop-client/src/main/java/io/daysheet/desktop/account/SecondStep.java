package io.daysheet.desktop.account;

import io.daysheet.wire.SecondFactorKey;
import java.util.List;

/// Where somebody is with the second step of their sign-in.
sealed interface SecondStep {

  /// Only the password is asked for.
  record Off() implements SecondStep {}

  /// About to turn it on: the password comes first.
  record Beginning() implements SecondStep {}

  /// The key goes into the authenticator, and a code of it comes back.
  record Scanning(SecondFactorKey key) implements SecondStep {
    @Override
    public String toString() {
      return "Scanning";
    }
  }

  /// A code is asked for at each sign-in.
  record On() implements SecondStep {}

  /// About to turn it off.
  record Removing() implements SecondStep {}

  /// About to make other recovery codes.
  record Renewing() implements SecondStep {}

  /// The recovery codes, which are never shown again.
  record Codes(List<String> codes) implements SecondStep {
    public Codes {
      codes = List.copyOf(codes);
    }

    @Override
    public String toString() {
      return "Codes";
    }
  }

  /// Whether the password is asked for here.
  default boolean asksForPassword() {
    return switch (this) {
      case Beginning _, Removing _, Renewing _ -> true;
      case Off _, Scanning _, On _, Codes _ -> false;
    };
  }

  /// Whether a code is asked for here.
  default boolean asksForCode() {
    return switch (this) {
      case Scanning _, Removing _, Renewing _ -> true;
      case Off _, Beginning _, On _, Codes _ -> false;
    };
  }
}
