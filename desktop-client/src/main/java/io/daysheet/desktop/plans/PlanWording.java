package io.daysheet.desktop.plans;

import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Hospital;
import io.daysheet.rule.Publishing.Kept;
import io.daysheet.rule.Publishing.LeftOut;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.wire.PlanPreview;
import io.daysheet.wire.PublishedPlan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Weekly plans, and what publishing them comes to, in words.
record PlanWording(Messages messages) {

  private static final int NAMED = 6;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

  /// Such as "Thu 19 Mar 2026".
  static String date(LocalDate date) {
    return DATE.format(date);
  }

  static String weekday(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  static String range(MinuteOfDay start, MinuteOfDay end) {
    return start + "–" + end;
  }

  /// How many visits of which length it takes.
  String slots(MinuteOfDay start, MinuteOfDay end, BookingPolicy policy) {
    int length = policy.shortestType().minutes() + policy.shortestType().bufferMinutes();
    int step = (length + policy.gridMinutes() - 1) / policy.gridMinutes() * policy.gridMinutes();
    int room = end.minutes() - start.minutes() - policy.shortestType().minutes();
    int count = room < 0 ? 0 : room / step + 1;
    return messages.get(
        "slots", Integer.toString(count), Integer.toString(policy.shortestType().minutes()));
  }

  /// From when to when a plan counts.
  String valid(WeeklyPlan plan) {
    LocalDate until = plan.validUntil();
    return until == null
        ? messages.get("valid.from", date(plan.validFrom()))
        : messages.get("valid.between", date(plan.validFrom()), date(until));
  }

  /// What is known of what publishing would come to; nothing if there is nothing to ask about.
  List<String> seen(PreviewsViewModel.Seen seen, Hospital hospital) {
    return switch (seen) {
      case PreviewsViewModel.Seen.Nothing _ -> List.of();
      case PreviewsViewModel.Seen.Asking _ -> List.of(messages.get("preview.asking"));
      case PreviewsViewModel.Seen.Unsaid _ -> List.of(messages.get("preview.unsaid"));
      case PreviewsViewModel.Seen.Told(PlanPreview preview) -> preview(preview, hospital);
    };
  }

  List<String> preview(PlanPreview preview, Hospital hospital) {
    String until = date(preview.until());
    String done =
        done(
            counted("preview.opened", preview.opened()),
            counted("preview.changed", preview.changed()),
            counted("preview.closed", preview.closed()));
    String first =
        done.isEmpty()
            ? messages.get("preview.nothing", until)
            : messages.get("preview", until, done);
    return Stream.concat(Stream.of(first), undone(preview.leftOut(), preview.kept(), hospital))
        .toList();
  }

  List<String> published(PublishedPlan plan, Hospital hospital) {
    String done =
        done(
            counted("published.opened", plan.opened()),
            counted("published.changed", plan.changed()),
            counted("published.closed", plan.closed()));
    String first =
        done.isEmpty() ? messages.get("published.nothing") : messages.get("published", done);
    return Stream.concat(Stream.of(first), undone(plan.leftOut(), plan.kept(), hospital)).toList();
  }

  /// What could not be done.
  List<String> unpublished(PublishedPlan plan, Hospital hospital) {
    return undone(plan.leftOut(), plan.kept(), hospital).toList();
  }

  private Stream<String> undone(List<LeftOut> leftOut, List<Kept> kept, Hospital hospital) {
    return Stream.concat(
        leftOut(leftOut).stream(), kept(kept, new WallTimes(hospital.timeZone())).stream());
  }

  private static String done(String... counted) {
    return Stream.of(counted).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
  }

  private String counted(String key, int count) {
    return count == 0 ? "" : messages.get(key, Integer.toString(count));
  }

  private List<String> leftOut(List<LeftOut> dates) {
    if (dates.isEmpty()) {
      return List.of();
    }
    String named =
        dates.stream()
            .limit(NAMED)
            .map(out -> messages.get("left-out.date", date(out.date()), reasons(out)))
            .collect(Collectors.joining("; "));
    String count = Integer.toString(dates.size());
    String more = Integer.toString(dates.size() - NAMED);
    return List.of(
        dates.size() > NAMED
            ? messages.get("left-out.more", count, named, more)
            : messages.get("left-out", count, named));
  }

  private String reasons(LeftOut out) {
    return out.codes().stream().map(this::reason).collect(Collectors.joining(", "));
  }

  private String reason(String code) {
    try {
      return messages.get("because." + code);
    } catch (MissingResourceException newerServer) {
      return code;
    }
  }

  private List<String> kept(List<Kept> kept, WallTimes times) {
    List<String> named =
        kept.stream()
            .limit(NAMED)
            .map(each ->
                messages.get(
                    "kept." + each.because().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    date(times.date(each.availability().start())),
                    times.range(each.availability().during())))
            .toList();
    return kept.size() <= NAMED
        ? named
        : Stream.concat(
                named.stream(),
                Stream.of(messages.get("kept.more", Integer.toString(kept.size() - NAMED))))
            .toList();
  }
}
