package io.daysheet.server.users;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import io.daysheet.patient.PatientId;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.LastAdministrator;
import io.daysheet.rule.Violation.LoginTaken;
import io.daysheet.server.access.Caller;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.idempotency.FirstAnswers;
import io.daysheet.server.idempotency.RequestHash;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.identity.AccountRegister;
import io.daysheet.server.identity.AccountRegister.Outcome;
import io.daysheet.server.identity.Login;
import io.daysheet.server.identity.Standing;
import io.daysheet.server.identity.Standings;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.ChangeUser;
import io.daysheet.wire.CreateUser;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Makes and changes accounts, once per key.
@Component
class UserWrites {

  /// A patient's name stands in the patient's record, encrypted, and nowhere else.
  static final String PATIENTS_NAME = "Patient portal";

  private static final String PLACE = "/api/v1/users/";

  private final AccountRegister register;
  private final Standings standings;
  private final UserRules rules;
  private final FirstAnswers answers;
  private final RequestHash hash;
  private final JsonMapper json;
  private final Audit audit;

  UserWrites(
      AccountRegister register,
      Standings standings,
      UserRules rules,
      FirstAnswers answers,
      RequestHash hash,
      JsonMapper json,
      Audit audit) {
    this.register = register;
    this.standings = standings;
    this.rules = rules;
    this.answers = answers;
    this.hash = hash;
    this.json = json;
    this.audit = audit;
  }

  StoredAnswer create(CreateUser request, IdempotencyKey key, Caller caller) {
    Account account =
        new Account(
            new AccountId(UUID.randomUUID()),
            Login.normalized(request.login()),
            name(request.name(), request.roles()),
            request.roles(),
            request.hospitalsOrNone(),
            Boolean.TRUE.equals(request.everyHospital()),
            request.doctorId(),
            rules.patient(request),
            true,
            1);
    refuse(rules.ofNew(request, account));
    return answers.once(
        key,
        hash.of("POST /users", request),
        () -> {
          StoredAnswer answer = answer(201, register.add(account), account, PLACE + account.id());
          write(AuditAction.ACCOUNT_CREATED, account, caller);
          return answer;
        },
        first -> repeated(AuditAction.ACCOUNT_CREATED, made(first), caller));
  }

  StoredAnswer change(
      AccountId id, ChangeUser request, IfMatch match, IdempotencyKey key, Caller caller) {
    Account before = register.find(id).orElseThrow(RequestRefused::notFound);
    Account after =
        new Account(
            id,
            before.login(),
            name(request.name(), request.roles()),
            request.roles(),
            request.hospitals(),
            request.everyHospital(),
            request.doctorId(),
            request.patientId(),
            request.active(),
            match.version() + 1);
    refuse(rules.of(after));
    refuse(rules.ofKind(before, after));
    if (caller.account().id().equals(id)) {
      refuse(rules.ofOwn(before, after));
    }
    return answers.once(
        key,
        hash.of("PUT /users/" + id + " " + match.version(), request),
        () -> {
          StoredAnswer answer = answer(200, register.change(after), after, null);
          write(AuditAction.ACCOUNT_CHANGED, after, caller);
          return answer;
        },
        _ -> repeated(AuditAction.ACCOUNT_CHANGED, id, caller));
  }

  private static AccountId made(StoredAnswer first) {
    return AccountId.parse(Objects.requireNonNull(first.location()).substring(PLACE.length()));
  }

  private void repeated(AuditAction action, AccountId account, Caller caller) {
    audit.write(Who.of(caller), Deed.repeated(action, account.value(), null, List.of()));
  }

  /// Whose record the account opens is a fact about that patient, too.
  private void write(AuditAction action, Account account, Caller caller) {
    List<PatientId> patients =
        account.patientId() == null ? List.of() : List.of(account.patientId());
    audit.write(Who.of(caller), Deed.done(action, account.id().value(), null, patients));
  }

  private StoredAnswer answer(
      int status, Outcome outcome, Account wanted, @Nullable String location) {
    return switch (outcome) {
      case Outcome.Written written ->
          new StoredAnswer(
              status,
              json.writeValueAsString(
                  UserAnswers.user(standings.find(written.account().id()).orElseThrow())),
              Answers.eTag(written.account().version()),
              location);
      case Outcome.LoginTaken taken -> throw refused(new LoginTaken(taken.by()));
      case Outcome.LastAdministrator _ -> throw refused(new LastAdministrator(wanted.id()));
      case Outcome.Stale stale ->
          throw new RequestRefused(
              Problems.stale(
                  wanted.version() - 1,
                  stale.current().version(),
                  UserAnswers.user(current(stale.current()))));
    };
  }

  private Standing current(Account account) {
    return standings.find(account.id()).orElseThrow();
  }

  private static String name(String asked, Set<Role> roles) {
    return roles.contains(Role.PATIENT) ? PATIENTS_NAME : asked;
  }

  private static RequestRefused refused(Violation violation) {
    return new RequestRefused(Problems.refused(List.of(violation)));
  }

  private static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new RequestRefused(Problems.refused(violations));
    }
  }
}
