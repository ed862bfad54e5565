package io.daysheet.hospital;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A booking policy as somebody states it, right or wrong: what is left out is the strict hourly
/// clinic's.
public record StatedPolicy(
    @Nullable Integer gridMinutes,
    @Nullable List<StatedType> appointmentTypes,
    @Nullable Duration minimumNotice,
    @Nullable Integer horizonDays,
    @Nullable Duration cancellationNotice,
    @Nullable Duration holdDuration,
    @Nullable Duration waitlistClaim,
    @Nullable List<StatedReminder> reminders,
    @Nullable Confirmation confirmation,
    @Nullable Duration telehealthOpens,
    @Nullable Duration telehealthCloses) {

  private static final BookingPolicy USUAL = BookingPolicy.hourly();

  /// Everything left out.
  public static final StatedPolicy NOTHING =
      new StatedPolicy(null, null, null, null, null, null, null, null, null, null, null);

  public StatedPolicy {
    appointmentTypes = appointmentTypes == null ? null : List.copyOf(appointmentTypes);
    reminders = reminders == null ? null : List.copyOf(reminders);
  }

  /// A type of visit as it was typed.
  ///
  /// @param bufferMinutes null: none
  /// @param needsRoom null: false
  /// @param selfService null: false
  public record StatedType(
      String code,
      Integer minutes,
      @Nullable Integer bufferMinutes,
      @Nullable Boolean needsRoom,
      @Nullable Boolean selfService) {

    public int buffer() {
      return Objects.requireNonNullElse(bufferMinutes, 0);
    }

    AppointmentType type() {
      return new AppointmentType(
          code,
          minutes,
          buffer(),
          Boolean.TRUE.equals(needsRoom),
          Boolean.TRUE.equals(selfService));
    }
  }

  /// A reminder as it was typed.
  ///
  /// @param types null or empty: all
  public record StatedReminder(
      Duration before, List<String> channels, @Nullable List<String> types) {

    public List<String> typesOrAll() {
      return Objects.requireNonNullElse(types, List.of());
    }

    Reminder reminder() {
      return new Reminder(before, channels, typesOrAll());
    }
  }

  /// What the types are called; those of the hourly clinic if none is stated.
  public List<String> codes() {
    return appointmentTypes == null
        ? USUAL.appointmentTypes().stream().map(AppointmentType::code).toList()
        : appointmentTypes.stream().map(StatedType::code).toList();
  }

  /// To be asked when the rules have nothing against it.
  public BookingPolicy policy() {
    return new BookingPolicy(
        or(gridMinutes, USUAL.gridMinutes()),
        appointmentTypes == null
            ? USUAL.appointmentTypes()
            : appointmentTypes.stream().map(StatedType::type).toList(),
        or(minimumNotice, USUAL.minimumNotice()),
        or(horizonDays, USUAL.horizonDays()),
        or(cancellationNotice, USUAL.cancellationNotice()),
        or(holdDuration, USUAL.holdDuration()),
        or(waitlistClaim, USUAL.waitlistClaim()),
        reminders == null
            ? usualReminders()
            : reminders.stream().map(StatedReminder::reminder).toList(),
        confirmation,
        or(telehealthOpens, USUAL.telehealthOpens()),
        or(telehealthCloses, USUAL.telehealthCloses()));
  }

  /// Without those for types that this hospital does not have.
  private List<Reminder> usualReminders() {
    return USUAL.reminders().stream()
        .filter(reminder -> codes().containsAll(reminder.types()))
        .toList();
  }

  private static <T> T or(@Nullable T stated, T usual) {
    return Objects.requireNonNullElse(stated, usual);
  }
}
