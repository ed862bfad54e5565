package io.daysheet.rule;

import io.daysheet.hospital.Confirmation;
import io.daysheet.hospital.StatedPolicy;
import io.daysheet.hospital.StatedPolicy.StatedReminder;
import io.daysheet.hospital.StatedPolicy.StatedType;
import io.daysheet.rule.Violation.Expected;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a booking policy has to be. A type's length need not be a multiple of the grid: every start
/// is on it, an end may lie between.
public final class PolicyRules {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration YEAR = Duration.ofDays(366);

  /// In days.
  private static final int FURTHEST_HORIZON = 3660;

  private PolicyRules() {}

  /// Every rule, in reading order.
  public static Stream<Violation> check(StatedPolicy policy) {
    return Stream.of(
            number("gridMinutes", policy.gridMinutes(), 5, 1440),
            types(policy.appointmentTypes()),
            length("minimumNotice", policy.minimumNotice(), Duration.ZERO, YEAR),
            number("horizonDays", policy.horizonDays(), 0, FURTHEST_HORIZON),
            length("cancellationNotice", policy.cancellationNotice(), Duration.ZERO, YEAR),
            length("holdDuration", policy.holdDuration(), MINUTE, HOUR),
            length("waitlistClaim", policy.waitlistClaim(), MINUTE, Duration.ofDays(30)),
            reminders(policy),
            confirmation(policy.confirmation()),
            length("telehealthOpens", policy.telehealthOpens(), Duration.ZERO, DAY),
            length("telehealthCloses", policy.telehealthCloses(), Duration.ZERO, DAY))
        .flatMap(violations -> violations);
  }

  /// Each code once.
  static Stream<Violation> types(@Nullable List<StatedType> types) {
    List<StatedType> all = types == null ? List.of() : types;
    List<String> codes = all.stream().map(StatedType::code).toList();
    return IntStream.range(0, all.size())
        .boxed()
        .flatMap(i ->
            Stream.of(
                    HospitalRules.check(
                        CODE.matcher(codes.get(i)).matches(), type(i, "code"), Expected.TYPE_CODE),
                    HospitalRules.check(
                        !codes.subList(0, i).contains(codes.get(i)),
                        type(i, "code"),
                        Expected.ONCE),
                    range(type(i, "minutes"), all.get(i).minutes(), 5, 1440),
                    range(type(i, "bufferMinutes"), all.get(i).buffer(), 0, 1440))
                .flatMap(violations -> violations));
  }

  private static String type(int index, String field) {
    return "policy.appointmentTypes[" + index + "]." + field;
  }

  /// Over channels that there are, about types that this policy has.
  static Stream<Violation> reminders(StatedPolicy policy) {
    List<StatedReminder> all = policy.reminders() == null ? List.of() : policy.reminders();
    return IntStream.range(0, all.size())
        .boxed()
        .flatMap(i -> reminder("reminders[" + i + "].", all.get(i), policy.codes()));
  }

  private static Stream<Violation> reminder(
      String path, StatedReminder reminder, List<String> codes) {
    return Stream.of(
            length(path + "before", reminder.before(), MINUTE, YEAR),
            HospitalRules.check(
                PatientRules.CHANNELS.containsAll(reminder.channels()),
                "policy." + path + "channels",
                Expected.KNOWN_WORD),
            HospitalRules.check(
                codes.containsAll(reminder.typesOrAll()),
                "policy." + path + "types",
                Expected.KNOWN_WORD))
        .flatMap(violations -> violations);
  }

  /// Who is asked has some time to answer, and the visit has not begun by then.
  static Stream<Violation> confirmation(@Nullable Confirmation confirmation) {
    return confirmation == null
        ? Stream.empty()
        : Stream.concat(
            length("confirmation.askBefore", confirmation.askBefore(), MINUTE, YEAR),
            HospitalRules.check(
                confirmation.releaseAfter().compareTo(MINUTE) >= 0
                    && confirmation.releaseAfter().compareTo(confirmation.askBefore()) < 0,
                "policy.confirmation.releaseAfter",
                Expected.DURATION));
  }

  private static Stream<Violation> number(
      String field, @Nullable Integer value, int least, int most) {
    return value == null ? Stream.empty() : range("policy." + field, value, least, most);
  }

  private static Stream<Violation> range(String field, int value, int least, int most) {
    return HospitalRules.check(value >= least && value <= most, field, Expected.NUMBER);
  }

  private static Stream<Violation> length(
      String field, @Nullable Duration length, Duration least, Duration most) {
    return length == null
        ? Stream.empty()
        : HospitalRules.check(
            length.compareTo(least) >= 0 && length.compareTo(most) <= 0,
            "policy." + field,
            Expected.DURATION);
  }
}
