package io.daysheet.wire;

import io.daysheet.hospital.Closure;
import io.daysheet.hospital.Confirmation;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.StatedHours;
import io.daysheet.hospital.StatedPlace;
import io.daysheet.hospital.StatedPolicy;
import io.daysheet.rule.HospitalRules;
import io.daysheet.rule.PolicyRules;
import io.daysheet.rule.Violation;
import io.daysheet.time.OperatingHours;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `POST /hospitals`, and `PUT /hospitals/{id}` with all of it as it shall be.
///
/// @param id and version may be sent back as they were read; then they are those of the address and
///   of `If-Match`
/// @param policy null: the strict hourly clinic's
/// @param active false: no new visits; null: true for a new one, else as it is
public record KeepHospital(
    @Nullable HospitalId id,
    String name,
    String timeZone,
    StatedPlace location,
    List<StatedHours> operatingHours,
    @Nullable List<Closure> closures,
    @Nullable StatedPolicy policy,
    @Nullable Boolean active,
    @Nullable Integer version) {

  public KeepHospital {
    var needed = new Needed();
    needed
        .field("name", name)
        .field("timeZone", timeZone)
        .field("location", location)
        .field("operatingHours", operatingHours);
    if (location != null) {
      needed
          .field("location.latitude", location.latitude())
          .field("location.longitude", location.longitude());
    }
    needed.each(
        "operatingHours",
        operatingHours,
        (path, hours) ->
            needed
                .field(path + "day", hours.day())
                .field(path + "open", hours.open())
                .field(path + "close", hours.close()));
    needed.each(
        "closures",
        closures,
        (path, closure) ->
            needed.field(path + "date", closure.date()).field(path + "reason", closure.reason()));
    if (policy != null) {
      ofPolicy(needed, policy);
    }
    needed.check();
    operatingHours = List.copyOf(operatingHours);
    closures = List.copyOf(Objects.requireNonNullElse(closures, List.of()));
  }

  private static void ofPolicy(Needed needed, StatedPolicy policy) {
    var types = policy.appointmentTypes();
    if (types != null) {
      needed.field("policy.appointmentTypes", types.isEmpty() ? null : types);
    }
    needed.each(
        "policy.appointmentTypes",
        types,
        (path, type) ->
            needed.field(path + "code", type.code()).field(path + "minutes", type.minutes()));
    needed.each(
        "policy.reminders",
        policy.reminders(),
        (path, reminder) ->
            needed
                .field(path + "before", reminder.before())
                .field(path + "channels", reminder.channels()));
    Confirmation confirmation = policy.confirmation();
    if (confirmation != null) {
      needed
          .field("policy.confirmation.askBefore", confirmation.askBefore())
          .field("policy.confirmation.releaseAfter", confirmation.releaseAfter());
    }
  }

  /// What the request breaks of the rules of hospitals; all at once.
  public List<Violation> violations() {
    return Stream.of(
            HospitalRules.name(name),
            HospitalRules.timeZone(timeZone),
            HospitalRules.location(location),
            HospitalRules.operatingHours(operatingHours),
            HospitalRules.closures(Objects.requireNonNull(closures)),
            PolicyRules.check(statedPolicy()))
        .flatMap(violations -> violations)
        .toList();
  }

  /// To be asked when the rules have nothing against it.
  public Hospital hospital(HospitalId as, boolean inService, int newVersion) {
    return new Hospital(
        as,
        name,
        ZoneId.of(timeZone),
        location.location(),
        new OperatingHours(operatingHours.stream().map(StatedHours::interval).toList()),
        Objects.requireNonNull(closures),
        statedPolicy().policy(),
        Objects.requireNonNullElse(active, inService),
        newVersion);
  }

  private StatedPolicy statedPolicy() {
    return Objects.requireNonNullElse(policy, StatedPolicy.NOTHING);
  }
}
