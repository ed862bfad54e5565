package io.daysheet.server.users;

import io.daysheet.identity.AccountId;
import io.daysheet.identity.Right;
import io.daysheet.identity.Role;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.identity.Standings;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.Paging;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.ChangeUser;
import io.daysheet.wire.CreateUser;
import io.daysheet.wire.OneTimePassword;
import io.daysheet.wire.Page;
import io.daysheet.wire.User;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/users`: for those who manage users. What they could use to become somebody else, they can't do
/// to their own account.
@RestController
@RequestMapping("/api/v1/users")
class UserController {

  private final Standings standings;
  private final UserWrites writes;
  private final UserHelp help;

  UserController(Standings standings, UserWrites writes, UserHelp help) {
    this.standings = standings;
    this.writes = writes;
    this.help = help;
  }

  @GetMapping
  @Audited(AuditAction.ACCOUNTS_READ)
  @Needs(Right.MANAGE_USERS)
  Page<User> search(
      @RequestParam(defaultValue = "") String query,
      @RequestParam(required = false) @Nullable Role role,
      Paging paging) {
    String after = paging.after(1).stream().findFirst().orElse(null);
    return paging.page(
        standings.search(query, role, after, paging.limit() + 1).stream()
            .map(UserAnswers::user)
            .toList(),
        user -> List.of(user.login()));
  }

  @GetMapping("/{id}")
  @Audited(AuditAction.ACCOUNTS_READ)
  @Needs(Right.MANAGE_USERS)
  ResponseEntity<Object> find(@PathVariable AccountId id) {
    User user = standings.find(id).map(UserAnswers::user).orElseThrow(RequestRefused::notFound);
    return Answers.found(user.version(), user);
  }

  @PostMapping
  @Audited(value = AuditAction.ACCOUNT_CREATED, byItself = true)
  @Needs(Right.MANAGE_USERS)
  ResponseEntity<Object> create(
      @RequestBody CreateUser request, IdempotencyKey key, Caller caller) {
    return writes.create(request, key, caller).toResponse();
  }

  @PutMapping("/{id}")
  @Audited(value = AuditAction.ACCOUNT_CHANGED, byItself = true)
  @Needs(Right.MANAGE_USERS)
  ResponseEntity<Object> change(
      @PathVariable AccountId id,
      @RequestBody ChangeUser request,
      IfMatch match,
      IdempotencyKey key,
      Caller caller) {
    return writes.change(id, request, match, key, caller).toResponse();
  }

  /// Repeated, it gives another one: it is kept nowhere, so it can't be answered again.
  @PostMapping("/{id}/reset-password")
  @Audited(value = AuditAction.PASSWORD_RESET, byItself = true)
  @Needs(Right.MANAGE_USERS)
  OneTimePassword resetPassword(@PathVariable AccountId id, Caller caller) {
    return help.resetPassword(id, caller);
  }

  @PostMapping("/{id}/unlock")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Audited(value = AuditAction.ACCOUNT_UNLOCKED, byItself = true)
  @Needs(Right.MANAGE_USERS)
  void unlock(@PathVariable AccountId id, Caller caller) {
    help.unlock(id, caller);
  }

  @DeleteMapping("/{id}/second-factor")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Audited(value = AuditAction.SECOND_FACTOR_CHANGED, byItself = true)
  @Needs(Right.MANAGE_USERS)
  void removeSecondFactor(@PathVariable AccountId id, Caller caller) {
    help.removeSecondFactor(id, caller);
  }
}
