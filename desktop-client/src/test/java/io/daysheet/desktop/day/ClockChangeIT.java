package io.daysheet.desktop.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.fx.Theme;
import io.daysheet.hospital.Doctor;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.DaySchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The cards of a clock-change day on the real board: CalendarFX itself would put the second of two
/// equal hours onto the first.
class ClockChangeIT {
  private static final Doctor DOCTOR =
      Facts.doctor("Night Owl", "Emergency", ClockChangeTest.HOSPITAL);

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void visitsAtBothOnesStandBelowEachOther() throws Exception {
    Instant two = ClockChangeTest.SECOND_ONE.plus(Duration.ofHours(1));
    List<Rectangle2D> cards =
        cards(
            ClockChangeTest.AUTUMN,
            "clock-change-autumn",
            List.of(ClockChangeTest.FIRST_ONE, ClockChangeTest.SECOND_ONE, two));

    assertThat(cards.get(0).getMaxY()).isLessThan(cards.get(1).getMinY());
    assertThat(cards.get(1).getMaxY()).isLessThan(cards.get(2).getMinY());
    assertThat(cards.get(1).getHeight())
        .isBetween(cards.get(0).getHeight() - 1, cards.get(0).getHeight() + 1);
  }

  @Test
  void visitsAroundTheSkippedHourTouch() throws Exception {
    Instant one = Instant.parse("2026-03-08T06:00:00Z");
    List<Rectangle2D> cards =
        cards(
            ClockChangeTest.SPRING,
            "clock-change-spring",
            List.of(one, one.plus(Duration.ofHours(1))));

    assertThat(cards.get(1).getMinY() - cards.get(0).getMaxY()).isBetween(2.0, 6.0);
  }

  private static List<Rectangle2D> cards(LocalDate date, String picture, List<Instant> starts)
      throws Exception {
    return WaitForAsyncUtils.asyncFx(
            () -> {
              DaySchedule schedule = schedule(date, starts);
              DeskOnScreen desk = DeskOnScreen.of(schedule, Theme.LIGHT, 980, 600);
              DayPictures.take(desk.scene(), picture);
              return schedule.appointments().stream().map(visit -> place(desk, visit)).toList();
            })
        .get();
  }

  private static Rectangle2D place(DeskOnScreen desk, Appointment visit) {
    return desk.board()
        .place(desk.day().choiceAt(DOCTOR.id(), visit.start()).orElseThrow())
        .orElseThrow();
  }

  private static DaySchedule schedule(LocalDate date, List<Instant> starts) {
    DaySchedule empty = ClockChangeTest.schedule(date);
    BoardHours hours = BoardHours.of(empty);
    return new DaySchedule(
        empty.hospital(),
        date,
        empty.opens(),
        empty.closes(),
        empty.stream(),
        List.of(DOCTOR),
        List.of(Facts.availability(empty.hospital(), DOCTOR, hours.opens(), hours.closes())),
        starts.stream()
            .map(start ->
                Facts.visit(
                    empty.hospital(),
                    DOCTOR,
                    start,
                    "FOLLOW_UP",
                    AppointmentStatus.SCHEDULED,
                    "Nowak, Jan"))
            .toList(),
        List.of(),
        List.of(),
        List.of());
  }
}
