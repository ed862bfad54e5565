package io.daysheet.server.identity;

import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import io.daysheet.server.database.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The accounts as an administrator looks at them: never from memory.
@Component
public class Standings {

  private static final String SELECT =
      """
      select a.id, a.login, a.name, a.roles, a.hospitals, a.every_hospital, a.doctor_id,
        a.patient_id, a.active, a.version, p.last_used_at,
        exists (select from second_factor f where f.account_id = a.id and f.begun_at is null)
          as has_second_factor,
        (select max(t.locked_until) from sign_in_tally t
          where t.key in (
              'login:' || encode(sha256(convert_to(a.login, 'UTF8')), 'hex'),
              'second-factor:' || a.id,
              'signed-in:' || a.id)
            and t.locked_until > :now) as locked_until
      from account a left join account_password p on p.account_id = a.id
      """;

  /// Every word of the query begins a word of the name, or the login.
  private static final String WANTED =
      """
      where not exists (
          select from regexp_split_to_table(btrim(search_words(:query)), ' ') as word
          where :query <> '' and search_words(a.name || ' ' || a.login) not like '% ' || word || '%')
        and (:role::text is null or :role = any (a.roles))
        and (:afterLogin::text is null or a.login > :afterLogin)
      order by a.login
      limit :limit
      """;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  Standings(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public Optional<Standing> find(AccountId id) {
    return jdbc.sql(SELECT + "where a.id = :id")
        .param("id", id.value())
        .param("now", SqlTime.of(clock.instant()))
        .query(Standings::standing)
        .optional();
  }

  /// By login.
  ///
  /// @param query the beginnings of words of name and login; empty for all
  /// @param role which all have; null for any
  /// @param afterLogin the last one that was seen; null to begin
  public List<Standing> search(
      String query, @Nullable Role role, @Nullable String afterLogin, int limit) {
    return jdbc.sql(SELECT + WANTED)
        .param("query", query)
        .param("role", role == null ? null : role.name())
        .param("afterLogin", afterLogin)
        .param("limit", limit)
        .param("now", SqlTime.of(clock.instant()))
        .query(Standings::standing)
        .list();
  }

  private static Standing standing(ResultSet row, int number) throws SQLException {
    return new Standing(
        AccountRows.account(row, number),
        row.getBoolean("has_second_factor"),
        time(row, "locked_until"),
        time(row, "last_used_at"));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
