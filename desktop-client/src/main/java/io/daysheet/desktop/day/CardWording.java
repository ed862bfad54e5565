package io.daysheet.desktop.day;

import io.daysheet.desktop.day.Block.Held;
import io.daysheet.desktop.day.Block.Visit;
import io.daysheet.desktop.day.Block.Writing;
import io.daysheet.desktop.form.TypeName;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.patient.PatientSummary;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.Hold;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Says a visit or a hold in the words and icons of its card.
final class CardWording {
  /// A patient who is not there this long after the start is late.
  private static final Duration LATE = Duration.ofMinutes(5);

  private final Messages messages;
  private final HospitalClock clock;

  CardWording(Messages messages, HospitalClock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  CardText of(Block block, Instant now) {
    return switch (block) {
      case Visit visit -> visit(visit, now);
      case Held(Hold hold, boolean own) -> own ? ownHold(hold, now) : hold(hold, now);
    };
  }

  /// Whether its words change with the minute, or with each second.
  static boolean counts(Block block) {
    return block instanceof Held;
  }

  private CardText visit(Visit visit, Instant now) {
    Appointment appointment = visit.appointment();
    Detail detail = detail(visit, now);
    Status status = status(visit);
    String time = clock.time(appointment.start());
    PatientSummary patient = appointment.patient();
    return new CardText(
        status.style(),
        null,
        patient.sortName(),
        shortName(patient),
        time,
        detail.icon(),
        detail.word(),
        detail.brief(),
        detail.matters(),
        status.icon(),
        status.word(),
        status.brief(),
        messages.get("card.spoken", time, patient.sortName(), detail.word(), status.word()));
  }

  private CardText hold(Hold hold, Instant now) {
    String left = WallTimes.countdown(Duration.between(now, hold.until()));
    String title = messages.get("hold.other", left);
    String who = hold.holder().isEmpty() ? messages.get("hold.somebody") : hold.holder();
    return new CardText(
        "hold",
        "bi-lock",
        title,
        title,
        "",
        null,
        who,
        who,
        false,
        null,
        messages.get("hold.booking", clock.time(hold.start())),
        who,
        messages.get("hold.spoken", clock.time(hold.start()), who));
  }

  private CardText ownHold(Hold hold, Instant now) {
    String left =
        messages.get("hold.left", WallTimes.countdown(Duration.between(now, hold.until())));
    String range = clock.range(hold.start(), hold.end());
    return new CardText(
        "own-hold",
        "bi-lock",
        messages.get("hold.own"),
        messages.get("hold.own"),
        "",
        null,
        range,
        range,
        false,
        null,
        left,
        left,
        messages.get("hold.own-spoken", clock.time(hold.start())));
  }

  private record Detail(@Nullable String icon, String word, String brief, boolean matters) {}

  private Detail detail(Visit visit, Instant now) {
    Appointment appointment = visit.appointment();
    if (visit.writing() == Writing.SETTLED && visit.toRebook() && appointment.occupiesTime()) {
      return new Detail(
          "bi-exclamation-triangle",
          messages.get("card.rebook"),
          messages.get("card.rebook"),
          true);
    }
    Duration late = Duration.between(appointment.start(), now);
    if (appointment.status().isCancellable()
        && late.compareTo(LATE) >= 0
        && now.isBefore(appointment.end())) {
      return new Detail(
          "bi-clock-history",
          messages.get("card.late", Long.toString(late.toMinutes())),
          messages.get("card.late.short"),
          true);
    }
    return type(appointment.type());
  }

  private Detail type(String code) {
    return switch (code) {
      case "NEW_PATIENT" ->
          new Detail(
              "bi-person-plus",
              messages.get("type.new-patient"),
              messages.get("type.new-patient.short"),
              false);
      case "FOLLOW_UP" -> plain(messages.get("type.follow-up"));
      case "URGENT_CARE" ->
          new Detail(
              "bi-lightning-charge-fill",
              messages.get("type.urgent-care"),
              messages.get("type.urgent-care"),
              false);
      case "TELEHEALTH" ->
          new Detail(
              "bi-camera-video",
              messages.get("type.telehealth"),
              messages.get("type.telehealth.short"),
              false);
      default -> plain(TypeName.of(code));
    };
  }

  private static Detail plain(String word) {
    return new Detail(null, word, word, false);
  }

  private record Status(String style, String icon, String word, String brief) {}

  private Status status(Visit visit) {
    return switch (visit.writing()) {
      case SAVING ->
          new Status(
              "pending",
              "bi-arrow-repeat",
              messages.get("status.saving"),
              messages.get("status.saving.short"));
      case REFUSED ->
          new Status(
              "refused",
              "bi-exclamation-octagon",
              messages.get("status.refused"),
              messages.get("status.refused.short"));
      case SETTLED ->
          visit.takenBy() == null ? settled(visit.appointment().status()) : taken(visit.takenBy());
    };
  }

  private Status taken(String by) {
    return new Status(
        "refused",
        "bi-exclamation-circle",
        messages.get("status.taken", by),
        messages.get("status.taken.short"));
  }

  private Status settled(AppointmentStatus status) {
    return switch (status) {
      case SCHEDULED ->
          new Status(
              "scheduled",
              "bi-circle",
              messages.get("status.scheduled"),
              messages.get("status.scheduled.short"));
      case CONFIRMED ->
          new Status(
              "confirmed",
              "bi-check-circle",
              messages.get("status.confirmed"),
              messages.get("status.confirmed.short"));
      case ARRIVED ->
          new Status(
              "arrived",
              "bi-person-check-fill",
              messages.get("status.arrived"),
              messages.get("status.arrived.short"));
      case COMPLETED ->
          new Status(
              "completed",
              "bi-check2-all",
              messages.get("status.completed"),
              messages.get("status.completed.short"));
      case NO_SHOW ->
          new Status(
              "no-show",
              "bi-person-x",
              messages.get("status.no-show"),
              messages.get("status.no-show"));
      case CANCELLED ->
          new Status(
              "completed",
              "bi-arrow-counterclockwise",
              messages.get("status.cancelled"),
              messages.get("status.cancelled"));
    };
  }

  private static String shortName(PatientSummary patient) {
    String given = patient.givenName().strip();
    return given.isEmpty()
        ? patient.familyName()
        : patient.familyName() + ", " + given.substring(0, given.offsetByCodePoints(0, 1)) + ".";
  }
}
