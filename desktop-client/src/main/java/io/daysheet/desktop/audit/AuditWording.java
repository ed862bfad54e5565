package io.daysheet.desktop.audit;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditEntry;
import io.daysheet.wire.AuditOutcome;
import io.daysheet.wire.AuditVerification;
import io.daysheet.wire.AuditVerification.BadBatch;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The trail in words. Its times are UTC, and the screen says so.
final class AuditWording {

  private static final int SHORT = 8;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private static final Set<AuditAction> EMERGENCIES =
      EnumSet.of(AuditAction.EMERGENCY_ACCESS, AuditAction.EMERGENCY_ACCESS_ENDED);
  private static final Set<AuditAction> READS =
      EnumSet.of(
          AuditAction.DAY_READ,
          AuditAction.APPOINTMENT_READ,
          AuditAction.PATIENTS_SEARCHED,
          AuditAction.PATIENT_READ,
          AuditAction.PATIENT_VISITS_READ,
          AuditAction.CHANGES_FOLLOWED,
          AuditAction.CHANGES_SENT);

  private final Messages messages;

  AuditWording(Messages messages) {
    this.messages = messages;
  }

  String moment(Instant at) {
    return MOMENT.format(at);
  }

  String who(AuditEntry entry) {
    if (entry.accountName() != null) {
      return entry.accountName();
    }
    return entry.account() == null
        ? messages.get("who.nobody")
        : shortened(entry.account().toString());
  }

  /// A role that a newer server has is named by its own word.
  String roles(AuditEntry entry) {
    return entry.roles().stream()
        .map(role -> role.toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(", "));
  }

  String action(AuditAction action) {
    return messages.get("action." + action.word());
  }

  String action(AuditEntry entry) {
    return AuditAction.ofWord(entry.action()).map(this::action).orElse(entry.action());
  }

  /// Whether it is an emergency access, or something that was read in one: reads have a reason
  /// then, and no other.
  static boolean isInEmergency(AuditEntry entry) {
    return AuditAction.ofWord(entry.action())
        .filter(action ->
            EMERGENCIES.contains(action) || (entry.reason() != null && READS.contains(action)))
        .isPresent();
  }

  String outcome(AuditOutcome outcome) {
    return messages.get("outcome." + outcome.word());
  }

  String outcome(AuditEntry entry) {
    return Stream.of(AuditOutcome.values())
        .filter(outcome -> outcome.word().equals(entry.outcome()))
        .map(this::outcome)
        .findFirst()
        .orElse(entry.outcome());
  }

  /// The style of the outcome's pill.
  String outcomeStyle(AuditEntry entry) {
    return switch (entry.outcome()) {
      case "done" -> "good";
      case "refused" -> "waiting";
      case "forbidden" -> "bad";
      default -> "quiet";
    };
  }

  String patients(AuditEntry entry) {
    int all = entry.patients().size();
    if (all == 0) {
      return "";
    }
    String first = shortened(entry.patients().getFirst().toString());
    return all == 1 ? first : messages.get("patients.more", first, Integer.toString(all - 1));
  }

  /// An id's beginning is enough to tell it from its neighbours.
  static String shortened(String id) {
    return id.substring(0, Math.min(SHORT, id.length())) + "…";
  }

  static String joined(String between, @Nullable String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
  }

  String checkTitle(AuditVerification found) {
    BadBatch bad = found.firstBad();
    if (bad == null) {
      return messages.get("check.sound");
    }
    return messages.get("check.broken", number(bad.number()));
  }

  String checkText(AuditVerification found) {
    BadBatch bad = found.firstBad();
    if (bad == null) {
      return messages.get(
          "check.sound.text",
          number(found.batches()),
          number(found.entries()),
          number(found.unsealed()));
    }
    String what = messages.get("problem." + bad.problem().word());
    String entries =
        Stream.of(
                entries("check.changed", bad.changed()),
                entries("check.missing", bad.missing()),
                entries("check.added", bad.added()))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
    return entries.isEmpty() ? what : what + " " + entries;
  }

  private String entries(String key, List<Long> ids) {
    return ids.isEmpty()
        ? ""
        : messages.get(
            key, ids.stream().limit(SHORT).map(String::valueOf).collect(Collectors.joining(", ")));
  }

  String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
