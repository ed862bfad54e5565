package io.daysheet.server.users;

import io.daysheet.identity.AccountId;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.ClientIdTaken;
import io.daysheet.server.access.Caller;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.signin.ClientRegister;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.ChangeClient;
import io.daysheet.wire.ClientSecret;
import io.daysheet.wire.CreateClient;
import io.daysheet.wire.NewClient;
import io.daysheet.wire.ProgramClient;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes and changes the clients of programs.
@Component
class ClientWrites {

  private final ClientRegister register;
  private final ClientRules rules;
  private final Audit audit;

  ClientWrites(ClientRegister register, ClientRules rules, Audit audit) {
    this.register = register;
    this.rules = rules;
    this.audit = audit;
  }

  @Transactional
  NewClient create(CreateClient request, Caller caller) {
    refuse(rules.of(request));
    NewClient made = register.add(request).orElseThrow(() -> taken(request));
    write(AuditAction.CLIENT_CREATED, request.accountId(), caller);
    return made;
  }

  /// The desk's client belongs to nobody.
  private RequestRefused taken(CreateClient request) {
    AccountId by = register.accountOf(request.id()).orElse(request.accountId());
    return new RequestRefused(Problems.refused(List.of(new ClientIdTaken(by))));
  }

  @Transactional
  ProgramClient change(String id, ChangeClient request, IfMatch match, Caller caller) {
    ProgramClient before = found(id);
    refuse(rules.of(request));
    boolean isDone = register.change(id, match.version(), request);
    ProgramClient now = found(id);
    if (!isDone) {
      throw new RequestRefused(Problems.stale(match.version(), now.version(), now));
    }
    write(AuditAction.CLIENT_CHANGED, before.accountId(), caller);
    return now;
  }

  @Transactional
  ClientSecret rotateSecret(String id, Caller caller) {
    AccountId account = found(id).accountId();
    ClientSecret secret = register.rotateSecret(id).orElseThrow(RequestRefused::notFound);
    write(AuditAction.CLIENT_CHANGED, account, caller);
    return secret;
  }

  private ProgramClient found(String id) {
    return register.find(id).orElseThrow(RequestRefused::notFound);
  }

  private void write(AuditAction action, AccountId account, Caller caller) {
    audit.write(Who.of(caller), Deed.done(action, account.value()));
  }

  private static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new RequestRefused(Problems.refused(violations));
    }
  }
}
