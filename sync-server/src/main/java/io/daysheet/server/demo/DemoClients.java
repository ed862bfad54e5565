package io.daysheet.server.demo;

import io.daysheet.identity.Account;
import io.daysheet.identity.Right;
import io.daysheet.identity.Role;
import io.daysheet.server.identity.Accounts;
import io.daysheet.server.signin.ProgramClients;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// What a script signs in to the demo with: one client for each role, as that role's account.
@Component
@ConditionalOnProperty("daysheet.demo")
class DemoClients {

  /// As `api.md` has it, and whom others see.
  record Client(String role, String clientId, String clientSecret, String name) {}

  private static final String PART = "clients";

  private final ProgramClients clients;
  private final Accounts accounts;
  private final DemoCredentials credentials;
  private final Environment environment;

  DemoClients(
      ProgramClients clients,
      Accounts accounts,
      DemoCredentials credentials,
      Environment environment) {
    this.clients = clients;
    this.accounts = accounts;
    this.credentials = credentials;
    this.environment = environment;
  }

  /// Those of accounts that are there, in the transaction that made them.
  void make() {
    credentials.put(PART, Stream.of(Role.values()).map(this::client).toList());
    sayWhere();
  }

  /// In a database that was there before: where they or the file are missing, they are made.
  void keep() {
    if (isDemo() && !isWritten()) {
      make();
    } else {
      sayWhere();
    }
  }

  private boolean isDemo() {
    return Stream.of(Role.values())
        .allMatch(role -> accounts.find(DemoAccounts.of(role).id()).isPresent());
  }

  private boolean isWritten() {
    Set<String> ids =
        credentials
            .read()
            .path(PART)
            .valueStream()
            .map(client -> client.path("clientId").asString(""))
            .collect(Collectors.toSet());
    return Stream.of(Role.values()).allMatch(role -> ids.contains(id(role)));
  }

  /// The server may have another port at each start.
  private void sayWhere() {
    String port = environment.getRequiredProperty("local.server.port");
    credentials.put("tokenEndpoint", "http://127.0.0.1:" + port + "/oauth2/token");
  }

  private Client client(Role role) {
    Account account = DemoAccounts.of(role);
    Set<String> scopes =
        role == Role.INTEGRATION ? Right.scopes().collect(Collectors.toSet()) : Set.of();
    String secret =
        clients
            .newSecret(id(role))
            .orElseGet(() -> clients.add(id(role), account.id(), account.name(), scopes));
    return new Client(name(role), id(role), secret, account.name());
  }

  private static String id(Role role) {
    return "demo-" + name(role);
  }

  private static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
