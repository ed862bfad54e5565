package io.daysheet.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.AccountId;
import io.daysheet.patient.PatientId;
import io.daysheet.server.audit.AuditSearch.Question;
import io.daysheet.server.audit.AuditSearch.Seen;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditEntry;
import io.daysheet.wire.AuditOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Two hundred thousand entries: a patient in one of a thousand, an account's in one of fifty, what
/// was refused in one of ten thousand.
class AuditSearchIT {

  private static final int MANY = 200_000;
  private static final PatientId PATIENT = new PatientId(new UUID(0, 7));
  private static final AccountId ACCOUNT = new AccountId(new UUID(0, 5));
  private static final AccountId READER = new AccountId(new UUID(9, 9));
  private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");

  @TempDir static Path folder;
  private static Trail trail;
  private static AuditSearch search;

  @BeforeAll
  static void fill() {
    trail = Trail.in(folder);
    search = new AuditSearch(trail.jdbc, trail.entries);
    trail.asSuperuser(
        """
        insert into audit_entry (era, xid, at, action, outcome, account_id, account_name, patients)
        select 1, 10 + n, timestamptz '2025-01-01 00:00Z' + n * interval '1 minute',
          case n %% 3 when 0 then 'day-read' when 1 then 'patient-read' else 'appointment-booked' end,
          case n %% 10000 when 0 then 'forbidden' else 'done' end,
          ('00000000-0000-0000-0000-' || lpad(to_hex(n %% 50), 12, '0'))::uuid, 'Somebody',
          array[('00000000-0000-0000-0000-' || lpad(to_hex(n %% 1000), 12, '0'))::uuid]
        from generate_series(1, %d) as n
        """
            .formatted(MANY));
    trail.writer.write(
        Who.server(),
        new Deed(
            AuditAction.CHANGES_SENT,
            AuditOutcome.DONE,
            null,
            new HospitalId(new UUID(1, 1)),
            Set.of(PATIENT),
            null,
            Set.of(READER)),
        BEGIN.plus(Duration.ofDays(400)));
    trail.asSuperuser("vacuum analyze audit_entry");
  }

  @Test
  void whatIsFoundIsNewestFirstAndPagedWithoutGaps() {
    Question question = new Question(PATIENT, null, null, null, AuditAction.PATIENT_READ, null);
    List<AuditEntry> all = new ArrayList<>();
    Seen after = null;
    for (List<AuditEntry> page = search.find(question, 30, after);
        !page.isEmpty();
        page = search.find(question, 30, after)) {
      all.addAll(page);
      after = new Seen(page.getLast().at(), page.getLast().id());
    }

    // the 7th of each thousand, a third of them reads of the record
    assertThat(all).hasSize(67);
    assertThat(all).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
    assertThat(all).extracting(AuditEntry::id).doesNotHaveDuplicates();
    assertThat(all).allMatch(entry -> entry.patients().equals(List.of(PATIENT)));
  }

  @Test
  void anAccountIsFoundInWhatItDidAndInWhatWasShownToIt() {
    assertThat(search.find(new Question(null, READER, null, null, null, null), 10, null))
        .extracting(AuditEntry::action)
        .containsExactly("changes-sent");
    assertThat(
            search.find(
                new Question(PATIENT, READER, BEGIN.plus(Duration.ofDays(399)), null, null, null),
                10,
                null))
        .hasSize(1);
    assertThat(
            search.find(
                new Question(null, READER, null, BEGIN.plus(Duration.ofDays(399)), null, null),
                10,
                null))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void noQuestionReadsTheWholeTable(String what, Question question, @Nullable Seen after) {
    AuditSearch.Statement statement = AuditSearch.statement(question, 51, after);

    String plan =
        String.join(
            "\n",
            trail
                .jdbc
                .sql("explain (analyze, buffers off) " + statement.sql())
                .params(statement.values())
                .query(String.class)
                .list());

    assertThat(plan).as(what).doesNotContain("Seq Scan").contains("Index");
    assertThat(removed(plan)).as(what + "\n" + plan).isLessThan(1_000);
  }

  static Stream<Arguments> questions() {
    Instant late = BEGIN.plus(Duration.ofDays(100));
    Instant later = late.plus(Duration.ofDays(1));
    return Stream.of(
        Arguments.of("all", new Question(null, null, null, null, null, null), null),
        Arguments.of(
            "further on",
            new Question(null, null, null, null, null, null),
            new Seen(late, 100_000)),
        Arguments.of("a patient's", new Question(PATIENT, null, null, null, null, null), null),
        Arguments.of("an account's", new Question(null, ACCOUNT, null, null, null, null), null),
        Arguments.of(
            "an account's, further on",
            new Question(null, ACCOUNT, null, null, null, null),
            new Seen(late, 100_000)),
        Arguments.of("a day", new Question(null, null, late, later, null, null), null),
        Arguments.of(
            "an account's day", new Question(null, ACCOUNT, late, later, null, null), null),
        Arguments.of(
            "an action's day",
            new Question(null, null, late, later, AuditAction.DAY_READ, null),
            null),
        Arguments.of(
            "every emergency",
            new Question(null, null, null, null, AuditAction.EMERGENCY_ACCESS, null),
            null),
        Arguments.of(
            "what was forbidden",
            new Question(null, null, null, null, null, AuditOutcome.FORBIDDEN),
            null));
  }

  /// Rows that were read and thrown away.
  private static long removed(String plan) {
    return plan.lines()
        .filter(line -> line.contains("Rows Removed by Filter"))
        .mapToLong(line -> Long.parseLong(line.replaceAll(".*: ", "").strip()))
        .sum();
  }
}
