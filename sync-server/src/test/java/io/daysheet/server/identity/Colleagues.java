package io.daysheet.server.identity;

import io.daysheet.identity.AccountId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes people who sign in, or try to.
record Colleagues(JdbcClient jdbc, Passwords passwords) {

  static final String PASSWORD = "blaues Fahrrad im Regen";

  AccountId withPassword(String login) {
    AccountId id = withoutPassword(login);
    passwords.giveLasting(id, PASSWORD);
    return id;
  }

  AccountId withoutPassword(String login) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into account (id, login, name, roles, created_at)
            values (?, ?, 'Somebody', '{RECEPTIONIST}', now())
            """)
        .params(id, login)
        .update();
    return new AccountId(id);
  }
}
