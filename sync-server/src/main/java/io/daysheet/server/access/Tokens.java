package io.daysheet.server.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells whom an access token stands for. For those who are shown one other than in a request's
/// header, and for those who go on working with a token for longer than a request takes.
public interface Tokens {

  /// Empty if the token is not good, or no longer.
  ///
  /// @param address the network address of the one who shows it
  Optional<SignedIn> check(String token, String address, @Nullable String desk);

  /// The same caller as the accounts have it now; empty once the token has expired, its session was
  /// ended, or the account or its client is out of service.
  Optional<SignedIn> checkAgain(SignedIn before);
}
