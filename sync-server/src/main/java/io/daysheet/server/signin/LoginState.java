package io.daysheet.server.signin;

import io.daysheet.identity.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far somebody's sign-in in a browser has come. It is kept on the server, where they can't
/// change it.
///
/// @param account whose password was right
/// @param since which of the account's passwords it was
record LoginState(UUID account, Instant since, Step step) implements Serializable {

  private static final String ATTRIBUTE = LoginState.class.getName();

  /// What is asked next.
  enum Step {
    CODE,
    NEW_PASSWORD
  }

  AccountId accountId() {
    return new AccountId(account);
  }

  static @Nullable LoginState of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(ATTRIBUTE) instanceof LoginState state
        ? state
        : null;
  }

  /// The session gets another id: nobody who knew the old one comes along.
  static void next(HttpServletRequest request, AccountId account, Instant since, Step step) {
    request.changeSessionId();
    request.getSession().setAttribute(ATTRIBUTE, new LoginState(account.value(), since, step));
  }

  static void forget(HttpServletRequest request) {
    request.getSession().removeAttribute(ATTRIBUTE);
  }
}
