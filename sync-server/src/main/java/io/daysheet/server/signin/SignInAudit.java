package io.daysheet.server.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.daysheet.identity.Account;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditOutcome;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Writes into the audit who signed in and out, and who did not get in. What somebody typed as a
/// login is never in it: it may be a password.
@Component
class SignInAudit {

  /// Who goes on knocking at a locked door is told of once in this time, so that they can't fill
  /// the audit.
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final Audit audit;
  private final Cache<String, Boolean> told =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(SILENCE).build();

  SignInAudit(Audit audit) {
    this.audit = audit;
  }

  void done(AuditAction action, Account account) {
    done(action, account, Clients.DESK);
  }

  void done(AuditAction action, Account account, String client) {
    audit.write(who(account, client), Deed.done(action, account.id().value()));
  }

  /// @param account that was named; null if there is none such
  void refused(AuditAction action, @Nullable Account account, String client, String code) {
    UUID subject = account == null ? null : account.id().value();
    audit.write(who(account, client), Deed.notDone(action, AuditOutcome.REFUSED, subject, code));
  }

  /// The same, for what can be tried without end.
  ///
  /// @param tried what was tried: the same again is not told again soon
  void refusedAgain(
      AuditAction action, @Nullable Account account, String client, String code, String tried) {
    String key = action + " " + address() + " " + tried;
    if (told.asMap().putIfAbsent(key, true) == null) {
      refused(action, account, client, code);
    }
  }

  private static Who who(@Nullable Account account, String client) {
    return new Who(account, client, address(), null, UUID.randomUUID(), null);
  }

  /// Where the present request comes from.
  private static @Nullable String address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
        ? here.getRequest().getRemoteAddr()
        : null;
  }
}
