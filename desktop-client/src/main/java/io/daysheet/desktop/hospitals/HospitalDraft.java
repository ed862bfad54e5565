package io.daysheet.desktop.hospitals;

import io.daysheet.desktop.form.Draft;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Closure;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.StatedHours;
import io.daysheet.hospital.StatedPlace;
import io.daysheet.wire.KeepHospital;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A hospital as it is typed.
///
/// @param before as the server has it; null for a new one
/// @param zone a name of the IANA's
/// @param hours of each weekday, Monday first
record HospitalDraft(
    @Nullable Hospital before,
    String name,
    String zone,
    String latitude,
    String longitude,
    List<String> hours,
    List<TypedClosure> closures,
    TypedPolicy policy,
    boolean active)
    implements Draft<HospitalDraft.Flaw> {

  /// What may be wrong with it; each has a text.
  enum Flaw {
    NAME,
    ZONE,
    LOCATION,
    HOURS,
    CLOSURES,
    GRID,
    TYPES,
    NOTICE,
    HORIZON,
    CANCELLATION
  }

  /// A closure as it is typed.
  record TypedClosure(String date, String reason) {

    static final TypedClosure EMPTY = new TypedClosure("", "");

    boolean isReadable() {
      return WallTimes.parseDate(date).isPresent() && !reason.isBlank();
    }

    private Stream<Closure> closure() {
      return WallTimes.parseDate(date).stream().map(day -> new Closure(day, reason.strip()));
    }
  }

  HospitalDraft {
    hours = List.copyOf(hours);
    closures = List.copyOf(closures);
  }

  static HospitalDraft empty() {
    return new HospitalDraft(
        null,
        "",
        "",
        "",
        "",
        Collections.nCopies(7, ""),
        List.of(),
        TypedPolicy.of(BookingPolicy.hourly()),
        true);
  }

  static HospitalDraft of(Hospital hospital) {
    return new HospitalDraft(
        hospital,
        hospital.name(),
        hospital.timeZone().getId(),
        Typed.degrees(hospital.location().latitude()),
        Typed.degrees(hospital.location().longitude()),
        Stream.of(DayOfWeek.values())
            .map(day -> DayHours.format(hospital.operatingHours().of(day)))
            .toList(),
        hospital.closures().stream()
            .map(closure -> new TypedClosure(closure.date().toString(), closure.reason()))
            .toList(),
        TypedPolicy.of(hospital.policy()),
        hospital.active());
  }

  @Override
  public boolean isNew() {
    return before == null;
  }

  @Override
  public boolean isChanged() {
    return !equals(before == null ? empty() : of(before));
  }

  @Override
  public Set<Flaw> flaws() {
    return HospitalFlaws.of(this);
  }

  /// The hours that can be read.
  List<StatedHours> statedHours() {
    return Stream.of(DayOfWeek.values()).flatMap(day -> statedHours(day).stream()).toList();
  }

  /// None if they can't be read.
  List<StatedHours> statedHours(DayOfWeek day) {
    return DayHours.parse(day, hours.get(day.getValue() - 1)).orElse(List.of());
  }

  List<Closure> statedClosures() {
    return closures.stream().flatMap(TypedClosure::closure).toList();
  }

  /// To be asked when nothing is wrong with it.
  KeepHospital command() {
    return new KeepHospital(
        null,
        name.strip(),
        zone.strip(),
        new StatedPlace(
            Typed.degrees(latitude).orElseThrow(), Typed.degrees(longitude).orElseThrow()),
        statedHours(),
        statedClosures(),
        policy.stated(),
        active,
        null);
  }

  HospitalDraft withName(String typed) {
    return new HospitalDraft(
        before, typed, zone, latitude, longitude, hours, closures, policy, active);
  }

  HospitalDraft withZone(String typed) {
    return new HospitalDraft(
        before, name, typed, latitude, longitude, hours, closures, policy, active);
  }

  HospitalDraft withLatitude(String typed) {
    return new HospitalDraft(before, name, zone, typed, longitude, hours, closures, policy, active);
  }

  HospitalDraft withLongitude(String typed) {
    return new HospitalDraft(before, name, zone, latitude, typed, hours, closures, policy, active);
  }

  HospitalDraft withHours(DayOfWeek day, String typed) {
    List<String> now = new ArrayList<>(hours);
    now.set(day.getValue() - 1, typed);
    return new HospitalDraft(
        before, name, zone, latitude, longitude, now, closures, policy, active);
  }

  HospitalDraft withClosures(List<TypedClosure> typed) {
    return new HospitalDraft(before, name, zone, latitude, longitude, hours, typed, policy, active);
  }

  HospitalDraft with(TypedPolicy typed) {
    return new HospitalDraft(
        before, name, zone, latitude, longitude, hours, closures, typed, active);
  }

  HospitalDraft withActive(boolean now) {
    return new HospitalDraft(before, name, zone, latitude, longitude, hours, closures, policy, now);
  }
}
