package io.daysheet.server.booking;

import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.PatientId;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStep;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.booking.InsideRows.Inside;
import io.daysheet.server.idempotency.Locks;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.CancelAppointment;
import io.daysheet.wire.RefusedResolution;
import io.daysheet.wire.RescheduleAppointment;
import io.daysheet.wire.Resolution;
import io.daysheet.wire.Resolution.Action;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Moves and cancels the visits that another command would leave without their time: each as if
/// staff did it by itself, with the same rules, event, audit and news, but in that command's
/// transaction.
@Component
public class Resolving {

  private static final IdempotencyKey NO_KEY = new IdempotencyKey(null);

  private final Rescheduling rescheduling;
  private final Stepping stepping;
  private final InsideRows rows;

  Resolving(Rescheduling rescheduling, Stepping stepping, InsideRows rows) {
    this.rescheduling = rescheduling;
    this.stepping = stepping;
    this.rows = rows;
  }

  /// All that the command has to hold before it begins: whose time it is and goes to, and the rooms
  /// that a move may ask for.
  public Locks locks(AvailabilityId in, DoctorId of, List<Resolution> resolutions) {
    List<PatientId> patients =
        rows.find(in, ids(resolutions)).values().stream().map(Inside::patientId).toList();
    return new Locks(
        Stream.concat(
                Stream.of(of),
                resolutions.stream().flatMap(each -> Stream.ofNullable(each.doctorId())))
            .toList(),
        patients,
        resolutions.stream().anyMatch(each -> each.action() == Action.MOVE)
            ? rows.rooms(in)
            : List.of());
  }

  private static List<AppointmentId> ids(List<Resolution> resolutions) {
    return resolutions.stream().map(Resolution::appointmentId).toList();
  }

  /// Carries all of them out; what comes of it is the caller's to commit.
  ///
  /// @param because why, of those that don't say
  /// @return against which of them what stands, and then it is the caller's to roll back
  public List<RefusedResolution> resolve(
      AvailabilityId in, List<Resolution> resolutions, String because, Caller caller) {
    Map<AppointmentId, Inside> inside = rows.find(in, ids(resolutions));
    List<RefusedResolution> against = new ArrayList<>();
    Set<AppointmentId> seen = new HashSet<>();
    for (int i = 0; i < resolutions.size(); i++) {
      Resolution each = resolutions.get(i);
      Inside visit = inside.get(each.appointmentId());
      String field = "resolutions[" + i + "].";
      List<Violation> found =
          seen.add(each.appointmentId())
              ? against(each, visit, field, because, caller)
              : List.of(new InvalidValue(field + "appointmentId", Expected.ONCE));
      if (!found.isEmpty()) {
        against.add(new RefusedResolution(each.appointmentId(), found));
      }
    }
    return against;
  }

  private List<Violation> against(
      Resolution each, @Nullable Inside visit, String field, String because, Caller caller) {
    if (visit == null) {
      return List.of(new InvalidValue(field + "appointmentId", Expected.EXISTING_ID));
    }
    if (each.action() == Action.CANCEL && each.start() != null) {
      return List.of(new InvalidValue(field + "start", Expected.NOTHING));
    }
    if (each.action() == Action.CANCEL && each.doctorId() != null) {
      return List.of(new InvalidValue(field + "doctorId", Expected.NOTHING));
    }
    return carryOut(each, visit, because, caller);
  }

  private List<Violation> carryOut(
      Resolution resolution, Inside visit, String because, Caller caller) {
    var version = new IfMatch(visit.version());
    String reason = Objects.requireNonNullElse(resolution.reason(), because);
    try {
      switch (resolution.action()) {
        case MOVE ->
            rescheduling.reschedule(
                resolution.appointmentId(),
                new RescheduleAppointment(
                    Objects.requireNonNull(resolution.start()),
                    resolution.doctorId(),
                    reason,
                    null,
                    null),
                version,
                caller,
                NO_KEY);
        case CANCEL ->
            stepping.step(
                resolution.appointmentId(),
                AppointmentStep.CANCEL,
                new CancelAppointment(reason),
                version,
                caller,
                NO_KEY);
      }
      return List.of();
    } catch (RequestRefused refused) {
      int status = refused.problem().status();
      if (status != 409 && status != 422) {
        throw refused;
      }
      return List.copyOf(refused.problem().violations());
    }
  }
}
