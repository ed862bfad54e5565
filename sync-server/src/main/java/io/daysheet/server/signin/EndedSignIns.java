package io.daysheet.server.signin;

import io.daysheet.server.database.AfterCommit;
import io.daysheet.server.identity.CredentialsChanged;
import io.daysheet.server.identity.PinTriesSpent;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Ends the sessions that what they began with does not hold any more: with the change itself, in
/// one transaction.
@Component
class EndedSignIns {

  private final Sessions sessions;
  private final RevokedSessions revoked;

  EndedSignIns(Sessions sessions, RevokedSessions revoked) {
    this.sessions = sessions;
    this.revoked = revoked;
  }

  @EventListener
  void on(CredentialsChanged changed) {
    String kept = changed.kept();
    sessions.endAllOf(changed.account(), kept == null ? null : own(kept).orElse(null));
    AfterCommit.run(revoked::refresh);
  }

  @EventListener
  void on(PinTriesSpent spent) {
    own(spent.session()).ifPresent(sessions::end);
    AfterCommit.run(revoked::refresh);
  }

  /// A session of this server's; one that an external provider began has a name of its own, and
  /// only the provider can end it.
  private static Optional<UUID> own(String session) {
    try {
      return Optional.of(UUID.fromString(session));
    } catch (IllegalArgumentException another) {
      return Optional.empty();
    }
  }
}
