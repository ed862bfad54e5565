package io.daysheet.desktop.hospitals;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Reminder;
import io.daysheet.hospital.StatedPolicy;
import io.daysheet.hospital.StatedPolicy.StatedReminder;
import io.daysheet.hospital.StatedPolicy.StatedType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A booking policy as it is typed. What this form has no field for stays as it is.
///
/// @param grid minutes
/// @param notice and cancellation: hours, or hours and minutes
/// @param horizon days
record TypedPolicy(
    BookingPolicy before,
    String grid,
    List<TypedType> types,
    String notice,
    String horizon,
    String cancellation) {

  TypedPolicy {
    types = List.copyOf(types);
  }

  /// A type of visit as it is typed.
  record TypedType(String code, String minutes, String buffer, boolean room, boolean selfService) {

    static final TypedType EMPTY = new TypedType("", "60", "0", false, true);

    static TypedType of(AppointmentType type) {
      return new TypedType(
          type.code(),
          Integer.toString(type.minutes()),
          Integer.toString(type.bufferMinutes()),
          type.needsRoom(),
          type.selfService());
    }

    boolean isReadable() {
      return Typed.number(minutes).isPresent() && Typed.number(buffer).isPresent();
    }

    private StatedType stated() {
      return new StatedType(
          code.strip(),
          Typed.number(minutes).orElse(0),
          Typed.number(buffer).orElse(-1),
          room,
          selfService);
    }
  }

  static TypedPolicy of(BookingPolicy policy) {
    return new TypedPolicy(
        policy,
        Integer.toString(policy.gridMinutes()),
        policy.appointmentTypes().stream().map(TypedType::of).toList(),
        Typed.hours(policy.minimumNotice()),
        Integer.toString(policy.horizonDays()),
        Typed.hours(policy.cancellationNotice()));
  }

  /// What can't be read is left out: nothing may be sent then.
  StatedPolicy stated() {
    return new StatedPolicy(
        Typed.number(grid).orElse(null),
        types.stream().map(TypedType::stated).toList(),
        Typed.hours(notice).orElse(null),
        Typed.number(horizon).orElse(null),
        Typed.hours(cancellation).orElse(null),
        before.holdDuration(),
        before.waitlistClaim(),
        reminders(),
        before.confirmation(),
        before.telehealthOpens(),
        before.telehealthCloses());
  }

  /// Without those that are about a type which there is no longer.
  private List<StatedReminder> reminders() {
    Set<String> codes = types.stream().map(type -> type.code().strip()).collect(Collectors.toSet());
    return before.reminders().stream()
        .filter(reminder ->
            reminder.types().isEmpty() || reminder.types().stream().anyMatch(codes::contains))
        .map(reminder -> about(reminder, codes))
        .toList();
  }

  private static StatedReminder about(Reminder reminder, Set<String> codes) {
    return new StatedReminder(
        reminder.before(),
        reminder.channels(),
        reminder.types().stream().filter(codes::contains).toList());
  }

  TypedPolicy withGrid(String typed) {
    return new TypedPolicy(before, typed, types, notice, horizon, cancellation);
  }

  TypedPolicy withTypes(List<TypedType> typed) {
    return new TypedPolicy(before, grid, typed, notice, horizon, cancellation);
  }

  TypedPolicy withNotice(String typed) {
    return new TypedPolicy(before, grid, types, typed, horizon, cancellation);
  }

  TypedPolicy withHorizon(String typed) {
    return new TypedPolicy(before, grid, types, notice, typed, cancellation);
  }

  TypedPolicy withCancellation(String typed) {
    return new TypedPolicy(before, grid, types, notice, horizon, typed);
  }
}
