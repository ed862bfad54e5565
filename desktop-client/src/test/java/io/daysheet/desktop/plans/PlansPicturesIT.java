package io.daysheet.desktop.plans;

import static io.daysheet.desktop.plans.QuietWeeks.MONDAY;
import static io.daysheet.desktop.plans.QuietWeeks.NOW;
import static io.daysheet.desktop.plans.QuietWeeks.off;
import static io.daysheet.desktop.plans.QuietWeeks.plan;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.desktop.fx.ThemePicture;
import io.daysheet.desktop.plans.PlanDraft.Flaw;
import io.daysheet.desktop.plans.WeeksViewModel.Ways;
import io.daysheet.hospital.Closure;
import io.daysheet.hospital.Hospital;
import io.daysheet.rule.Publishing.Kept;
import io.daysheet.rule.Publishing.LeftOut;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.OperatingHours;
import io.daysheet.wire.PlanPreview;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

/// Pictures of a doctor's week in each theme.
class PlansPicturesIT {

  private static final Hospital WEEKDAYS =
      new Hospital(
          Clinic.ID,
          "St. Hedwig Clinic",
          Clinic.ZONE,
          Clinic.HOSPITAL.location(),
          OperatingHours.on(
              List.of(
                  DayOfWeek.MONDAY,
                  DayOfWeek.TUESDAY,
                  DayOfWeek.WEDNESDAY,
                  DayOfWeek.THURSDAY,
                  DayOfWeek.FRIDAY),
              "09:00",
              "19:00"),
          List.of(new Closure(MONDAY.plusDays(1), "Stocktaking")),
          Clinic.HOSPITAL.policy(),
          true,
          1);

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @EnumSource
  void week(Theme theme) throws Exception {
    take("week", theme, (_, _) -> {});
    take(
        "week-plan",
        theme,
        (weeks, _) -> {
          weeks.open(week(weeks).blocks(MONDAY.plusDays(4)).getFirst());
          openPlan(weeks).type(draft -> draft.withEnd("17:00"), List.of(Flaw.END));
        });
    take(
        "week-plan-refused",
        theme,
        (weeks, _) -> {
          weeks.open(week(weeks).blocks(MONDAY.plusDays(4)).getFirst());
          openPlan(weeks).choose(PlanScope.THIS_DATE);
          openPlan(weeks).type(draft -> draft.withEnd("20:30"), List.of(Flaw.END));
        });
    take(
        "week-plan-published",
        theme,
        (weeks, server) -> {
          weeks.cursor().set(MONDAY.plusDays(4), MinuteOfDay.parse("14:00"));
          weeks.newPlan();
          openPlan(weeks).save();
          server.done(
              QuietWeeks.plan(9, DayOfWeek.FRIDAY, "14:00", "19:00"),
              24,
              new LeftOut(MONDAY.plusDays(11), List.of("on-time-off")),
              new LeftOut(MONDAY.plusDays(46), List.of("hospital-closed")));
        });
  }

  @ParameterizedTest
  @EnumSource
  void goneOrGoing(Theme theme) throws Exception {
    take(
        "week-plan-removal",
        theme,
        (weeks, server) -> {
          server.preview =
              new PlanPreview(
                  0,
                  0,
                  24,
                  QuietWeeks.UNTIL,
                  List.of(
                      new Kept(Clinic.availability(1, Clinic.HADDAD, 9, 12), Kept.Reason.IN_USE)),
                  List.of());
          weeks.open(week(weeks).blocks(MONDAY.plusDays(4)).getFirst());
          weeks.remove();
        });
    take(
        "week-plan-publishing",
        theme,
        (weeks, _) -> {
          weeks.open(week(weeks).blocks(MONDAY.plusDays(4)).getFirst());
          openPlan(weeks).choose(PlanScope.FOLLOWING);
          openPlan(weeks).type(draft -> draft.withEnd("17:00"), List.of(Flaw.END));
          weeks.save();
        });
  }

  @ParameterizedTest
  @EnumSource
  void timeOff(Theme theme) throws Exception {
    take(
        "week-time-off",
        theme,
        (weeks, server) -> {
          server.needing =
              List.of(Clinic.visit(1, Clinic.HADDAD, 14, 1), Clinic.visit(2, Clinic.HADDAD, 16, 2));
          weeks.open(server.away.getFirst());
        });
    take("week-away", theme, (weeks, _) -> weeks.choice().move(1));
    take("week-empty", theme, (weeks, _) -> weeks.stepDoctor(1));
    take(
        "week-removed",
        theme,
        (weeks, server) -> {
          weeks.open(server.away.getFirst());
          weeks.remove();
          server.done(server.away.getFirst());
        });
  }

  private static DoctorWeek week(WeeksViewModel weeks) {
    return Objects.requireNonNull(weeks.contents().week());
  }

  private static PlanFormViewModel openPlan(WeeksViewModel weeks) {
    return ((Open.OfPlan) Objects.requireNonNull(weeks.openProperty().get())).form();
  }

  @FunctionalInterface
  private interface Story {
    void play(WeeksViewModel weeks, QuietWeeks server);
  }

  private static void take(String name, Theme theme, Story story) throws Exception {
    ThemePicture.take(name, theme, 1216, () -> screen(story));
  }

  private static Parent screen(Story story) {
    var server = new QuietWeeks();
    server.hospitals = List.of(WEEKDAYS);
    LocalDate thursday = MONDAY.plusDays(3);
    server.plans =
        List.of(
            with(plan(1, DayOfWeek.MONDAY, "09:00", "17:00"), null),
            with(plan(2, DayOfWeek.TUESDAY, "09:00", "13:00"), LocalDate.of(2026, 6, 30)),
            with(
                plan(3, DayOfWeek.WEDNESDAY, "10:00", "15:00"),
                null,
                new ChangedDate(MONDAY.plusDays(2), null, null)),
            with(
                plan(4, DayOfWeek.THURSDAY, "09:00", "17:00"),
                null,
                new ChangedDate(thursday, MinuteOfDay.parse("11:00"), MinuteOfDay.parse("17:00"))),
            with(plan(5, DayOfWeek.FRIDAY, "09:00", "12:00"), null));
    server.away =
        List.of(
            new TimeOff(
                off(1, thursday, thursday, TimeOff.Reason.SICK).id(),
                Clinic.HADDAD.id(),
                Clinic.at(14),
                Clinic.at(17),
                TimeOff.Reason.SICK,
                1),
            off(2, MONDAY.plusDays(7), MONDAY.plusDays(11), TimeOff.Reason.VACATION));
    var weeks =
        new WeeksViewModel(
            server, QuietWeeks.AT_ONCE, () -> NOW, new Ways(true, _ -> true, _ -> true, _ -> {}));
    Parent root = PlansScreen.load(weeks, () -> NOW).root();
    weeks.start();
    story.play(weeks, server);
    return root;
  }

  private static WeeklyPlan with(
      WeeklyPlan plan, @Nullable LocalDate until, ChangedDate... changed) {
    return new WeeklyPlan(
        plan.id(),
        plan.hospitalId(),
        plan.doctorId(),
        plan.day(),
        plan.start(),
        plan.end(),
        plan.validFrom(),
        until,
        List.of(changed),
        plan.version());
  }
}
