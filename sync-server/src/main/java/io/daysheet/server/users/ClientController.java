package io.daysheet.server.users;

import io.daysheet.identity.Right;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.signin.ClientRegister;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.Paging;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.ChangeClient;
import io.daysheet.wire.ClientSecret;
import io.daysheet.wire.CreateClient;
import io.daysheet.wire.NewClient;
import io.daysheet.wire.Page;
import io.daysheet.wire.ProgramClient;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/clients`: the programs that sign in for themselves. A secret is answered once and kept
/// nowhere; so what gives one can't be repeated by its key.
@RestController
@RequestMapping("/api/v1/clients")
class ClientController {

  private final ClientRegister register;
  private final ClientWrites writes;

  ClientController(ClientRegister register, ClientWrites writes) {
    this.register = register;
    this.writes = writes;
  }

  @GetMapping
  @Audited(AuditAction.CLIENTS_READ)
  @Needs(Right.MANAGE_USERS)
  Page<ProgramClient> list(Paging paging) {
    String after = paging.after(1).stream().findFirst().orElse(null);
    return paging.page(register.list(after, paging.limit() + 1), client -> List.of(client.id()));
  }

  @GetMapping("/{id}")
  @Audited(AuditAction.CLIENTS_READ)
  @Needs(Right.MANAGE_USERS)
  ResponseEntity<Object> find(@PathVariable String id) {
    ProgramClient client = register.find(id).orElseThrow(RequestRefused::notFound);
    return Answers.found(client.version(), client);
  }

  @PostMapping
  @Audited(value = AuditAction.CLIENT_CREATED, byItself = true)
  @Needs(Right.MANAGE_USERS)
  ResponseEntity<Object> create(@RequestBody CreateClient request, Caller caller) {
    NewClient made = writes.create(request, caller);
    return ResponseEntity.created(URI.create("/api/v1/clients/" + made.client().id()))
        .eTag(Answers.eTag(made.client().version()))
        .body(made);
  }

  @PutMapping("/{id}")
  @Audited(value = AuditAction.CLIENT_CHANGED, byItself = true)
  @Needs(Right.MANAGE_USERS)
  ResponseEntity<Object> change(
      @PathVariable String id, @RequestBody ChangeClient request, IfMatch match, Caller caller) {
    ProgramClient client = writes.change(id, request, match, caller);
    return Answers.found(client.version(), client);
  }

  @PostMapping("/{id}/rotate-secret")
  @Audited(value = AuditAction.CLIENT_CHANGED, byItself = true)
  @Needs(Right.MANAGE_USERS)
  ClientSecret rotateSecret(@PathVariable String id, Caller caller) {
    return writes.rotateSecret(id, caller);
  }
}
