package io.daysheet.server.audit;

import io.daysheet.identity.AccountId;
import io.daysheet.patient.PatientId;
import io.daysheet.server.database.SqlTime;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditEntry;
import io.daysheet.wire.AuditOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds entries, newest first: each question has an index that gives them in that order, or names
/// few enough to sort.
@Repository
class AuditSearch {

  /// What is asked for; null asks for any.
  record Question(
      @Nullable PatientId patient,
      @Nullable AccountId account,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable AuditAction action,
      @Nullable AuditOutcome outcome) {}

  /// The last entry that was seen.
  record Seen(Instant at, long id) {}

  private final JdbcClient jdbc;
  private final EntryRows rows;

  AuditSearch(JdbcClient jdbc, EntryRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  List<AuditEntry> find(Question question, int limit, @Nullable Seen after) {
    Statement statement = statement(question, limit, after);
    return jdbc.sql(statement.sql()).params(statement.values()).query(rows::entry).list();
  }

  record Statement(String sql, List<Object> values) {}

  static Statement statement(Question question, int limit, @Nullable Seen after) {
    AccountId account = question.account();
    if (account == null) {
      return select("true", List.of(), question, limit, after);
    }
    // what the account did, and what was shown to it among others
    Statement did = select("account_id = ?", List.of(account.value()), question, limit, after);
    Statement shown =
        select(
            "readers is not null and readers @> array[?::uuid]",
            List.of(account.value()),
            question,
            limit,
            after);
    var values = new ArrayList<Object>(did.values());
    values.addAll(shown.values());
    values.add(limit);
    return new Statement(
        "select * from ((%s) union all (%s)) as both_ways order by at desc, id desc limit ?"
            .formatted(did.sql(), shown.sql()),
        values);
  }

  private static Statement select(
      String first, List<UUID> firstValues, Question question, int limit, @Nullable Seen after) {
    var conditions = new ArrayList<String>(List.of(first));
    var values = new ArrayList<Object>(firstValues);
    if (question.patient() != null) {
      conditions.add("patients @> array[?::uuid]");
      values.add(question.patient().value());
    }
    if (question.from() != null) {
      conditions.add("at >= ?");
      values.add(SqlTime.of(question.from()));
    }
    if (question.until() != null) {
      conditions.add("at < ?");
      values.add(SqlTime.of(question.until()));
    }
    if (question.action() != null) {
      // not a parameter: an index has the emergencies only
      conditions.add("action = '" + question.action().word() + "'");
    }
    if (question.outcome() != null) {
      conditions.add("outcome = '" + question.outcome().word() + "'");
    }
    if (after != null) {
      conditions.add("(at, id) < (?, ?)");
      values.add(SqlTime.of(after.at()));
      values.add(after.id());
    }
    values.add(limit);
    return new Statement(
        "select %s from audit_entry where %s order by at desc, id desc limit ?"
            .formatted(EntryRows.COLUMNS, String.join(" and ", conditions)),
        values);
  }
}
