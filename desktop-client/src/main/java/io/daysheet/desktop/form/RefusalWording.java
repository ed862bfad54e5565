package io.daysheet.desktop.form;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.Refusal;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.rule.Blocker;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.AvailabilityInUse;
import io.daysheet.rule.Violation.AvailabilityOverlap;
import io.daysheet.rule.Violation.CancellationTooLate;
import io.daysheet.rule.Violation.DoctorBusy;
import io.daysheet.rule.Violation.HeldByAnother;
import io.daysheet.rule.Violation.HoldExpired;
import io.daysheet.rule.Violation.HospitalClosed;
import io.daysheet.rule.Violation.IllegalTransition;
import io.daysheet.rule.Violation.InThePast;
import io.daysheet.rule.Violation.Inactive;
import io.daysheet.rule.Violation.InsuranceNotAccepted;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.Merged;
import io.daysheet.rule.Violation.MissingField;
import io.daysheet.rule.Violation.MrnTaken;
import io.daysheet.rule.Violation.NoRoom;
import io.daysheet.rule.Violation.NonexistentLocalTime;
import io.daysheet.rule.Violation.NotAcceptingNewPatients;
import io.daysheet.rule.Violation.NotSelfService;
import io.daysheet.rule.Violation.NpiTaken;
import io.daysheet.rule.Violation.OfAccount;
import io.daysheet.rule.Violation.OffGrid;
import io.daysheet.rule.Violation.OnTimeOff;
import io.daysheet.rule.Violation.OutsideAvailability;
import io.daysheet.rule.Violation.OutsideOperatingHours;
import io.daysheet.rule.Violation.PatientBusy;
import io.daysheet.rule.Violation.ReasonTooShort;
import io.daysheet.rule.Violation.RoomBusy;
import io.daysheet.rule.Violation.RoomInUse;
import io.daysheet.rule.Violation.RoomNameTaken;
import io.daysheet.rule.Violation.Stale;
import io.daysheet.rule.Violation.TooFarAhead;
import io.daysheet.rule.Violation.TooLong;
import io.daysheet.rule.Violation.TooManyHolds;
import io.daysheet.rule.Violation.TooShort;
import io.daysheet.rule.Violation.TooSoon;
import io.daysheet.rule.Violation.UnknownField;
import io.daysheet.rule.Violation.WrongDuration;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says a refusal in words: the same for the desk's own check and for the server's answer.
public final class RefusalWording {

  private final Messages messages = Messages.beside(RefusalWording.class);
  private final WallTimes times;
  private final KnownNames names;
  private final HospitalId here;

  RefusalWording(HospitalId here, WallTimes times, BoardNames names) {
    this(here, times, KnownNames.of(names));
  }

  private RefusalWording(HospitalId here, WallTimes times, KnownNames names) {
    this.here = here;
    this.times = times;
    this.names = names;
  }

  /// In the times of a hospital, where there is no board.
  public static RefusalWording at(Hospital hospital, Collection<Doctor> doctors) {
    return new RefusalWording(
        hospital.id(), new WallTimes(hospital.timeZone()), KnownNames.of(doctors));
  }

  /// In the times of the board's hospital and the names that the board knows.
  public static RefusalWording of(Board board) {
    Hospital hospital = board.hospital().orElseThrow();
    return new RefusalWording(
        hospital.id(), new WallTimes(hospital.timeZone()), new BoardNames(board));
  }

  /// Everything that is in the way, one for one; a refusal without a rule is one thing.
  public List<Obstacle> say(Refusal refusal) {
    return refusal.violations().isEmpty()
        ? List.of(new Obstacle(refusal.code(), other(refusal.code()), null, null))
        : say(refusal.violations());
  }

  public List<Obstacle> say(List<Violation> violations) {
    return violations.stream().flatMap(this::say).toList();
  }

  /// All that is in the way of one rule, as one text.
  public String text(Violation violation) {
    return say(violation).map(Obstacle::text).collect(Collectors.joining(" "));
  }

  private String other(String code) {
    try {
      return messages.get("refusal." + code);
    } catch (MissingResourceException newerServer) {
      return messages.get("refusal.other");
    }
  }

  private Stream<Obstacle> say(Violation violation) {
    return switch (violation) {
      case AvailabilityInUse v ->
          v.appointments().stream().map(blocker -> visit(v, blocker, patient(blocker)));
      case AvailabilityOverlap v -> Stream.of(overlap(v));
      case DoctorBusy v -> Stream.of(visit(v, v.blocker(), doctor(v.doctorId())));
      case PatientBusy v -> Stream.of(visit(v, v.blocker(), patient(v.blocker())));
      case RoomBusy v ->
          Stream.of(visit(v, v.blocker(), names.room(v.roomId()).orElse(messages.get("the.room"))));
      case HeldByAnother v ->
          Stream.of(
              keyed(
                  v,
                  key(v, v.blocker()),
                  doctor(v.doctorId()),
                  range(v.blocker()),
                  by(v.blocker()),
                  times.time(v.until())));
      case HoldExpired v -> Stream.of(plain(v));
      case TooManyHolds v -> Stream.of(plain(v, Integer.toString(v.limit())));
      case NoRoom v -> Stream.of(plain(v));
      case OnTimeOff v ->
          Stream.of(
              v.reason() == null
                  ? keyed(
                      v,
                      "on-time-off.unsaid",
                      doctor(v.doctorId()),
                      times.range(v.start(), v.end()))
                  : plain(
                      v,
                      doctor(v.doctorId()),
                      times.range(v.start(), v.end()),
                      word("time-off.", v.reason())));
      case CancellationTooLate v -> Stream.of(plain(v, times.time(v.latest())));
      case NotSelfService v -> Stream.of(plain(v));
      case NotAcceptingNewPatients v -> Stream.of(plain(v, doctor(v.doctorId())));
      case InsuranceNotAccepted v ->
          Stream.of(plain(v, doctor(v.doctorId()), String.join(", ", v.accepted())));
      case HospitalClosed v -> Stream.of(plain(v, WallTimes.day(v.date()), v.reason()));
      case IllegalTransition v ->
          Stream.of(
              v.from() == v.to()
                  ? keyed(v, v.code() + ".move")
                  : plain(v, word("status.", v.from()), word("status.", v.to())));
      case InThePast v -> Stream.of(plain(v, times.time(v.start()), times.time(v.now())));
      case Inactive v -> Stream.of(keyed(v, v.code(), word("subject.", v.subject())));
      case InvalidValue v -> Stream.of(plain(v, field(v.field())));
      case MrnTaken v -> Stream.of(plain(v));
      case NpiTaken v -> Stream.of(plain(v, doctor(v.doctorId())));
      case RoomNameTaken v -> Stream.of(plain(v));
      case RoomInUse v -> Stream.of(plain(v));
      case Merged v -> Stream.of(plain(v));
      case MissingField v -> Stream.of(plain(v, field(v.field())));
      case OfAccount v -> Stream.of(plain(v, AccountFacts.of(v, this::field)));
      case UnknownField v -> Stream.of(plain(v, v.field()));
      case NonexistentLocalTime v ->
          Stream.of(plain(v, v.local().toLocalTime().toString(), v.timeZone().getId()));
      case OffGrid v ->
          Stream.of(plain(v, time(v.field(), v.at()), Integer.toString(v.gridMinutes())));
      case OutsideAvailability v ->
          Stream.of(
              v.available().isEmpty()
                  ? keyed(v, v.code() + ".none", doctor(v.doctorId()))
                  : plain(v, times.range(v.start(), v.end()), ranges(v.available())));
      case OutsideOperatingHours v ->
          Stream.of(
              v.open().isEmpty()
                  ? keyed(v, v.code() + ".closed")
                  : plain(v, times.range(v.start(), v.end()), ranges(v.open())));
      case Stale v -> Stream.of(plain(v));
      case TooFarAhead v -> Stream.of(plain(v, WallTimes.day(v.latest())));
      case ReasonTooShort v ->
          Stream.of(plain(v, field(v.field()), Integer.toString(v.requiredLetters())));
      case TooLong v ->
          Stream.of(
              plain(
                  v, field(v.field()), Integer.toString(v.length()), Integer.toString(v.limit())));
      case TooShort v ->
          Stream.of(plain(v, Long.toString(v.minutes()), Long.toString(v.requiredMinutes())));
      case TooSoon v -> Stream.of(plain(v, times.time(v.earliest())));
      case WrongDuration v ->
          Stream.of(plain(v, Long.toString(v.minutes()), Integer.toString(v.requiredMinutes())));
    };
  }

  private Obstacle plain(Violation violation, Object... values) {
    return keyed(violation, violation.code(), values);
  }

  private Obstacle keyed(Violation violation, String key, Object... values) {
    return new Obstacle(violation.code(), messages.get(key, values), null, null);
  }

  private Obstacle overlap(AvailabilityOverlap violation) {
    Blocker blocker = violation.blocker();
    String text =
        messages.get(key(violation, blocker), doctor(violation.doctorId()), range(blocker));
    return !isHere(blocker)
        ? new Obstacle(violation.code(), text, null, null)
        : new Obstacle(
            violation.code(),
            text,
            new Jump.ToAvailability(blocker.id(), blocker.doctorId(), during(blocker)),
            messages.get("show.availability"));
  }

  private Obstacle visit(Violation violation, Blocker blocker, String who) {
    String text =
        messages.get(
            key(violation, blocker), who, range(blocker), doctor(blocker.doctorId()), by(blocker));
    return !isHere(blocker)
        ? new Obstacle(violation.code(), text, null, null)
        : new Obstacle(
            violation.code(),
            text,
            new Jump.ToVisit(blocker.id(), blocker.doctorId(), during(blocker)),
            messages.get("show.visit"));
  }

  private String key(Violation violation, Blocker blocker) {
    if (blocker.isAnonymous()) {
      return violation.code() + ".somewhere";
    }
    return isHere(blocker) ? violation.code() : violation.code() + ".elsewhere";
  }

  private boolean isHere(Blocker blocker) {
    return blocker.hospitalId().equals(here);
  }

  private String by(Blocker blocker) {
    return blocker.by() == null ? "" : messages.get("by", blocker.by());
  }

  private String range(Blocker blocker) {
    return times.range(blocker.start(), blocker.end());
  }

  private static TimeRange during(Blocker blocker) {
    return new TimeRange(blocker.start(), blocker.end());
  }

  private String ranges(List<TimeRange> ranges) {
    return ranges.stream().map(times::range).collect(Collectors.joining(", "));
  }

  private String time(String field, Instant at) {
    return field.equals("end") ? times.end(at) : times.time(at);
  }

  private String doctor(DoctorId id) {
    return names.doctor(id).orElseGet(() -> messages.get("the.doctor"));
  }

  private String patient(Blocker blocker) {
    return names.patient(blocker.id()).orElseGet(() -> messages.get("the.patient"));
  }

  private String word(String kind, Enum<?> word) {
    return messages.get(kind + word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private String field(String name) {
    try {
      return messages.get("field." + name);
    } catch (MissingResourceException unnamed) {
      return name;
    }
  }
}
