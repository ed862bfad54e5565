package io.daysheet.hospital;

import io.daysheet.time.SlotGrid;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a hospital books. The default is the strict hourly clinic.
///
/// @param gridMinutes starts are on multiples of this from local midnight
/// @param minimumNotice elapsed time that a booking must come before its start
/// @param horizonDays how many local dates ahead can be booked
/// @param confirmation null: nobody is asked to confirm
public record BookingPolicy(
    int gridMinutes,
    List<AppointmentType> appointmentTypes,
    Duration minimumNotice,
    int horizonDays,
    Duration cancellationNotice,
    Duration holdDuration,
    Duration waitlistClaim,
    List<Reminder> reminders,
    @Nullable Confirmation confirmation,
    Duration telehealthOpens,
    Duration telehealthCloses) {

  public BookingPolicy {
    appointmentTypes = List.copyOf(appointmentTypes);
    reminders = List.copyOf(reminders);
    if (appointmentTypes.isEmpty()) {
      throw new IllegalArgumentException("a policy has at least one appointment type");
    }
    if (appointmentTypes.stream().map(AppointmentType::code).distinct().count()
        < appointmentTypes.size()) {
      throw new IllegalArgumentException("no two appointment types have one code");
    }
    if (horizonDays < 0) {
      throw new IllegalArgumentException("a horizon is not behind: " + horizonDays);
    }
    Stream.of(
            minimumNotice,
            cancellationNotice,
            holdDuration,
            waitlistClaim,
            telehealthOpens,
            telehealthCloses)
        .filter(Duration::isNegative)
        .findAny()
        .ifPresent(negative -> {
          throw new IllegalArgumentException("a policy's times are not negative: " + negative);
        });
    new SlotGrid(gridMinutes);
  }

  /// Every start on the hour, every visit 60 minutes, no buffer, a year ahead.
  public static BookingPolicy hourly() {
    return of(
        60,
        List.of(
            new AppointmentType("NEW_PATIENT", 60, 0, false, true),
            new AppointmentType("FOLLOW_UP", 60, 0, false, true),
            new AppointmentType("URGENT_CARE", 60, 0, false, false),
            new AppointmentType("TELEHEALTH", 60, 0, false, true)));
  }

  /// The default policy on another grid and with other types.
  public static BookingPolicy of(int gridMinutes, List<AppointmentType> types) {
    return new BookingPolicy(
        gridMinutes,
        types,
        Duration.ZERO,
        365,
        Duration.ofHours(24),
        Duration.ofMinutes(5),
        Duration.ofHours(2),
        List.of(
            new Reminder(Duration.ofHours(72), List.of("EMAIL"), List.of()),
            new Reminder(Duration.ofHours(24), List.of("SMS", "EMAIL"), List.of()),
            new Reminder(Duration.ofHours(2), List.of("PUSH"), List.of("TELEHEALTH"))),
        null,
        Duration.ofMinutes(5),
        Duration.ofHours(1));
  }

  public SlotGrid grid() {
    return new SlotGrid(gridMinutes);
  }

  public Optional<AppointmentType> type(String code) {
    return appointmentTypes.stream().filter(t -> t.code().equals(code)).findFirst();
  }

  /// The type that fits first: the shortest, and of two of one length the one with less behind it.
  public AppointmentType shortestType() {
    return appointmentTypes.stream()
        .min(
            Comparator.comparingInt(AppointmentType::minutes)
                .thenComparingInt(AppointmentType::bufferMinutes))
        .orElseThrow();
  }

  /// The shortest visit that can be booked: an availability that can't hold it is of no use.
  public Duration shortestVisit() {
    return Duration.ofMinutes(
        appointmentTypes.stream().mapToInt(AppointmentType::minutes).min().orElseThrow());
  }
}
