package io.daysheet.server.identity;

import java.util.Locale;
import java.util.regex.Pattern;

/// What is typed to sign in: kept in small letters, typed in any.
public final class Login {

  private static final Pattern POSSIBLE = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,99}");

  private Login() {}

  /// As it is kept.
  public static String normalized(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  public static boolean isPossible(String normalized) {
    return POSSIBLE.matcher(normalized).matches();
  }
}
