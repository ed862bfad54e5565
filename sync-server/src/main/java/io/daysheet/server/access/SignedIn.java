package io.daysheet.server.access;

import java.io.Serial;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// Who a request comes from, after its token was found to be good. Its name is the account's id.
public final class SignedIn extends AbstractAuthenticationToken {

  @Serial private static final long serialVersionUID = 1;

  private final transient Caller caller;
  private final String session;
  private final Instant until;

  /// @param session names the sign-in that the token came from
  /// @param until when the token expires
  public SignedIn(Caller caller, String session, Instant until) {
    super(List.of());
    this.caller = caller;
    this.session = session;
    this.until = until;
    setAuthenticated(true);
  }

  public Caller caller() {
    return caller;
  }

  public String session() {
    return session;
  }

  public Instant until() {
    return until;
  }

  @Override
  public Object getPrincipal() {
    return caller;
  }

  @Override
  public String getName() {
    return caller.account().id().toString();
  }

  /// The token itself is kept nowhere.
  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
