package io.daysheet.server.users;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Right;
import io.daysheet.identity.Role;
import io.daysheet.rule.TextRules;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.server.identity.AccountRegister;
import io.daysheet.server.signin.ClientRegister;
import io.daysheet.wire.ChangeClient;
import io.daysheet.wire.CreateClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a program's client has to be. All violations at once.
@Component
class ClientRules {

  private static final Set<String> SCOPES = Right.scopes().collect(Collectors.toSet());

  private final AccountRegister accounts;

  ClientRules(AccountRegister accounts) {
    this.accounts = accounts;
  }

  List<Violation> of(CreateClient client) {
    return Stream.of(
            check(ClientRegister.isPossibleId(client.id()), "id", Expected.CLIENT_ID),
            common(client.name(), client.scopes(), client.jwks()),
            account(client.accountId()))
        .flatMap(violations -> violations)
        .toList();
  }

  List<Violation> of(ChangeClient client) {
    return common(client.name(), client.scopes(), client.jwks()).toList();
  }

  private static Stream<Violation> common(
      String name, Set<String> scopes, @Nullable Map<String, Object> jwks) {
    return Stream.of(
            TextRules.check("name", name, TextRules.NAME),
            check(SCOPES.containsAll(scopes), "scopes", Expected.KNOWN_WORD),
            check(jwks == null || ClientRegister.arePublicKeys(jwks), "jwks", Expected.PUBLIC_KEYS))
        .flatMap(violations -> violations);
  }

  /// People sign in for themselves: a program that acted as one of them would do it in their name.
  private Stream<Violation> account(AccountId id) {
    return accounts
        .find(id)
        .map(account -> check(isProgram(account), "accountId", Expected.PROGRAM))
        .orElseGet(() -> check(false, "accountId", Expected.EXISTING_ID));
  }

  private static boolean isProgram(Account account) {
    return account.active() && account.roles().contains(Role.INTEGRATION);
  }

  private static Stream<Violation> check(boolean isKept, String field, Expected expected) {
    return isKept ? Stream.empty() : Stream.of(new InvalidValue(field, expected));
  }
}
