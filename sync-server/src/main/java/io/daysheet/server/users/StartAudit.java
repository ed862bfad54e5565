package io.daysheet.server.users;

import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.identity.GivenAtStart;
import io.daysheet.wire.AuditAction;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes of the passwords that the server gives out by itself at its start.
@Component
class StartAudit {

  private final Audit audit;

  StartAudit(Audit audit) {
    this.audit = audit;
  }

  @EventListener
  void on(GivenAtStart given) {
    AuditAction action = given.isNew() ? AuditAction.ACCOUNT_CREATED : AuditAction.PASSWORD_RESET;
    audit.write(Who.server(), Deed.done(action, given.account().id().value()));
  }
}
