package io.daysheet.desktop.hospitals;

import io.daysheet.desktop.form.RefusedFields;
import io.daysheet.desktop.hospitals.HospitalDraft.Flaw;
import io.daysheet.desktop.hospitals.HospitalDraft.TypedClosure;
import io.daysheet.desktop.hospitals.TypedPolicy.TypedType;
import io.daysheet.hospital.StatedPlace;
import io.daysheet.rule.HospitalRules;
import io.daysheet.rule.PolicyRules;
import io.daysheet.rule.Violation;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All that is wrong with a hospital while it is typed: what can't be read, and what the rules that
/// the server has too refuse.
final class HospitalFlaws {

  private static final RefusedFields<Flaw> FIELDS =
      new RefusedFields<>(
          Map.of(
              "name", Flaw.NAME,
              "timeZone", Flaw.ZONE,
              "location", Flaw.LOCATION,
              "operatingHours", Flaw.HOURS,
              "closures", Flaw.CLOSURES,
              "policy.gridMinutes", Flaw.GRID,
              "policy.appointmentTypes", Flaw.TYPES,
              "policy.minimumNotice", Flaw.NOTICE,
              "policy.horizonDays", Flaw.HORIZON,
              "policy.cancellationNotice", Flaw.CANCELLATION),
          _ -> "");

  private HospitalFlaws() {}

  /// In the order of the form.
  static Set<Flaw> of(HospitalDraft draft) {
    Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    unreadable(draft).forEach(flaws::add);
    violations(draft).flatMap(violation -> about(violation).stream()).forEach(flaws::add);
    return flaws;
  }

  private static Stream<Flaw> unreadable(HospitalDraft draft) {
    TypedPolicy policy = draft.policy();
    return Stream.of(
            flaw(Flaw.NAME, draft.name().isBlank()),
            flaw(
                Flaw.LOCATION,
                Typed.degrees(draft.latitude()).isEmpty()
                    || Typed.degrees(draft.longitude()).isEmpty()),
            flaw(
                Flaw.HOURS,
                Stream.of(DayOfWeek.values())
                    .anyMatch(day ->
                        DayHours.parse(day, draft.hours().get(day.getValue() - 1)).isEmpty())),
            flaw(Flaw.CLOSURES, !draft.closures().stream().allMatch(TypedClosure::isReadable)),
            flaw(Flaw.GRID, Typed.number(policy.grid()).isEmpty()),
            flaw(
                Flaw.TYPES,
                policy.types().isEmpty()
                    || !policy.types().stream().allMatch(TypedType::isReadable)),
            flaw(Flaw.NOTICE, Typed.hours(policy.notice()).isEmpty()),
            flaw(Flaw.HORIZON, Typed.number(policy.horizon()).isEmpty()),
            flaw(Flaw.CANCELLATION, Typed.hours(policy.cancellation()).isEmpty()))
        .flatMap(Optional::stream);
  }

  private static Optional<Flaw> flaw(Flaw flaw, boolean found) {
    return found ? Optional.of(flaw) : Optional.empty();
  }

  private static Stream<Violation> violations(HospitalDraft draft) {
    return Stream.of(
            HospitalRules.name(draft.name()),
            HospitalRules.timeZone(draft.zone().strip()),
            Typed.degrees(draft.latitude()).stream()
                .flatMap(latitude ->
                    Typed.degrees(draft.longitude()).stream()
                        .map(longitude -> new StatedPlace(latitude, longitude)))
                .flatMap(HospitalRules::location),
            HospitalRules.operatingHours(draft.statedHours()),
            HospitalRules.closures(draft.statedClosures()),
            PolicyRules.check(draft.policy().stated()))
        .flatMap(violations -> violations);
  }

  /// Whether a weekday's hours can't be read, or are none that a hospital can have.
  static boolean isWrong(HospitalDraft draft, DayOfWeek day) {
    return DayHours.parse(day, draft.hours().get(day.getValue() - 1))
        .map(hours -> HospitalRules.operatingHours(hours).findAny().isPresent())
        .orElse(true);
  }

  /// What a violation is about; empty if the form has no such field.
  static Optional<Flaw> about(Violation violation) {
    return FIELDS.about(violation);
  }
}
