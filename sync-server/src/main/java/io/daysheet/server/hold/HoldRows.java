package io.daysheet.server.hold;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.AccountId;
import io.daysheet.rule.ProposedBooking;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.server.database.Contention;
import io.daysheet.server.database.SqlTime;
import io.daysheet.server.idempotency.AnswerBodies;
import io.daysheet.server.idempotency.CommandOutcome;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.schedule.HoldRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The holds in the table `appointment`, and their commands.
@Repository
class HoldRows {

  /// One that is stored, over or not.
  ///
  /// @param account whose it is
  /// @param placed when it was placed first
  record Kept(Hold hold, AccountId account, Instant placed) {}

  /// One that has come to its end, by this number of its hospital's stream.
  record Ended(Hold hold, long sequence) {}

  private final JdbcClient jdbc;
  private final AnswerBodies bodies;

  HoldRows(JdbcClient jdbc, AnswerBodies bodies) {
    this.jdbc = jdbc;
    this.bodies = bodies;
  }

  Optional<Kept> find(HoldId id) {
    return jdbc.sql(
            "select "
                + HoldRow.COLUMNS
                + """
                , a.holder_account, a.created_at
                from appointment a where a.id = ? and a.status = 'HELD'
                """)
        .param(id.value())
        .query((row, _) ->
            new Kept(
                HoldRow.read(row),
                new AccountId(row.getObject("holder_account", UUID.class)),
                SqlTime.read(row, "created_at")))
        .optional();
  }

  /// How many an account has that are not over.
  int count(AccountId account, Instant now) {
    return jdbc.sql(
            """
            select count(*) from appointment
            where status = 'HELD' and held_until > ? and holder_account = ?
            """)
        .params(SqlTime.of(now), account.value())
        .query(Integer.class)
        .single();
  }

  /// One round trip, one commit.
  ///
  /// @param limit so many an account has at most
  CommandOutcome place(
      Hold hold,
      ProposedBooking wish,
      AccountId account,
      int limit,
      Instant now,
      @Nullable String key,
      byte[] hash,
      StoredAnswer answer) {
    List<@Nullable Object> arguments =
        Arrays.asList(
            hold.id().value(),
            hold.hospitalId().value(),
            hold.doctorId().value(),
            wish.hospital().version(),
            wish.doctor().version(),
            SqlTime.of(hold.start()),
            SqlTime.of(hold.end()),
            SqlTime.of(wish.occupied().end()),
            wish.type().code(),
            SqlTime.of(hold.until()),
            account.value(),
            by(hold),
            limit,
            by(hold),
            SqlTime.of(now),
            key,
            hash,
            answer.status(),
            bodies.encrypt(key, answer),
            answer.location());
    return Contention.retry(() ->
        jdbc.sql(
                """
                select %s
                from place_hold(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
                    .formatted(CommandOutcome.COLUMNS))
            .params(arguments)
            .query((row, _) -> CommandOutcome.of(row, key, bodies))
            .single());
  }

  /// Keeps it until then; empty if it is over or gone.
  OptionalLong renew(Hold longer, AccountId account, Instant now) {
    return ended(
        "select outcome, sequence from renew_hold(?, ?, ?, ?, ?)",
        longer.id().value(),
        account.value(),
        SqlTime.of(longer.until()),
        by(longer),
        SqlTime.of(now));
  }

  /// Empty if it is gone already.
  OptionalLong release(Hold hold, AccountId account, Instant now) {
    return ended(
        "select outcome, sequence from release_hold(?, ?, ?, ?)",
        hold.id().value(),
        account.value(),
        by(hold),
        SqlTime.of(now));
  }

  private OptionalLong ended(String sql, @Nullable Object... arguments) {
    return Contention.retry(() ->
        jdbc.sql(sql)
            .params(Arrays.asList(arguments))
            .query((row, _) ->
                row.getString("outcome").equals("refused")
                    ? OptionalLong.empty()
                    : OptionalLong.of(row.getLong("sequence")))
            .single());
  }

  /// Where there are holds that are over.
  List<HospitalId> withExpired(Instant now) {
    return jdbc
        .sql(
            "select distinct hospital_id from appointment where status = 'HELD' and held_until <="
                + " ?")
        .param(SqlTime.of(now))
        .query(UUID.class)
        .list()
        .stream()
        .map(HospitalId::new)
        .toList();
  }

  /// Removes those that are over, in one transaction.
  List<Ended> expire(HospitalId hospital, Instant now) {
    return Contention.retry(() ->
        jdbc.sql("select * from expire_holds(?, ?)")
            .params(hospital.value(), SqlTime.of(now))
            .query((row, _) -> expired(hospital, row, now))
            .list());
  }

  private static Ended expired(HospitalId hospital, ResultSet row, Instant now)
      throws SQLException {
    return new Ended(
        new Hold(
            new HoldId(row.getObject("id", UUID.class)),
            hospital,
            new DoctorId(row.getObject("doctor_id", UUID.class)),
            SqlTime.read(row, "starts"),
            SqlTime.read(row, "ends"),
            now,
            ""),
        row.getLong("sequence"));
  }

  /// Null: who holds it is not told.
  static @Nullable String by(Hold hold) {
    return Objects.requireNonNull(hold.holder()).isEmpty() ? null : hold.holder();
  }
}
