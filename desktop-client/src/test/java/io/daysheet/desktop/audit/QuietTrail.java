package io.daysheet.desktop.audit;

import io.daysheet.desktop.remote.AuditQuestion;
import io.daysheet.desktop.remote.AuditServer;
import io.daysheet.desktop.remote.Exported;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.desktop.remote.Request;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.AccountId;
import io.daysheet.patient.PatientId;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditEntry;
import io.daysheet.wire.AuditHead;
import io.daysheet.wire.AuditOutcome;
import io.daysheet.wire.AuditProblem;
import io.daysheet.wire.AuditVerification;
import io.daysheet.wire.AuditVerification.BadBatch;
import io.daysheet.wire.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// A trail that answers when the test says so.
final class QuietTrail implements AuditServer {

  static final Instant NOON = Instant.parse("2026-03-19T12:00:00Z");

  final List<AuditQuestion> asked = new ArrayList<>();
  private Consumer<Outcome<Page<AuditEntry>>> search = _ -> {};
  private Consumer<Outcome<AuditVerification>> verify = _ -> {};
  private Consumer<Outcome<Exported>> export = _ -> {};
  private LongConsumer progress = _ -> {};

  static AuditEntry entry(long id, AuditAction action, AuditOutcome outcome, int patients) {
    return new AuditEntry(
        id,
        1,
        id,
        NOON.minusSeconds(id * 37),
        action.word(),
        outcome.word(),
        outcome == AuditOutcome.DONE ? null : "doctor-busy",
        new AccountId(new UUID(0x5e1f000100004000L, 0x8000000000000001L)),
        "Marta Król",
        List.of("RECEPTIONIST"),
        "daysheet-desk",
        "10.20.3.17",
        "Desk 1",
        new UUID(0x77aa, id),
        action.subject(),
        new UUID(0x6b01, id),
        new HospitalId(new UUID(1, 1)),
        LongStream.range(0, patients)
            .mapToObj(n -> new PatientId(new UUID(0x3c40_91d2_0000_4000L + (n << 36), id)))
            .toList(),
        List.of(),
        reason(action));
  }

  private static @Nullable String reason(AuditAction action) {
    return switch (action) {
      case APPOINTMENT_CANCELLED -> "The patient is ill";
      case EMERGENCY_ACCESS, PATIENT_READ -> "Found unconscious";
      default -> null;
    };
  }

  static AuditVerification sound() {
    return new AuditVerification(
        true, NOON, 1_204, 482_311, 0, 17, new AuditHead(1_204, "ab"), null);
  }

  static AuditVerification broken() {
    var bad =
        new BadBatch(
            417, AuditProblem.CHANGED_ENTRIES, List.of(166_801L), List.of(166_812L), List.of());
    return new AuditVerification(false, NOON, 416, 166_700, 0, 17, new AuditHead(416, "ab"), bad);
  }

  void find(@Nullable String next, AuditEntry... entries) {
    search.accept(new Outcome.Done<>(new Page<>(List.of(entries), next)));
  }

  void failToFind() {
    search.accept(new Outcome.Unknown<>(Cause.NO_ANSWER));
  }

  void verified(AuditVerification found) {
    verify.accept(new Outcome.Done<>(found));
  }

  void failToVerify() {
    verify.accept(new Outcome.Unknown<>(Cause.NO_ANSWER));
  }

  void write(long lines) {
    progress.accept(lines);
  }

  void written(long lines) {
    export.accept(new Outcome.Done<>(new Exported.Whole(lines)));
  }

  void written(Exported.Why failed) {
    export.accept(new Outcome.Done<>(new Exported.NotWritten(failed)));
  }

  void failToWrite() {
    export.accept(new Outcome.Unknown<>(Cause.BROKEN));
  }

  @Override
  public Request search(
      AuditQuestion question, @Nullable String after, Consumer<Outcome<Page<AuditEntry>>> then) {
    asked.add(question);
    search = then;
    return () -> search = _ -> {};
  }

  @Override
  public Request verify(Consumer<Outcome<AuditVerification>> then) {
    verify = then;
    return () -> verify = _ -> {};
  }

  @Override
  public Request export(
      AuditQuestion question, Path file, LongConsumer told, Consumer<Outcome<Exported>> then) {
    progress = told;
    export = then;
    return () -> {
      progress = _ -> {};
      export = _ -> {};
    };
  }
}
