package io.daysheet.desktop.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.fx.Theme;
import io.daysheet.hospital.Doctor;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.DaySchedule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Edge case 12: the board shows the opening hours, midnight to six here, and loses nothing that
/// lies outside them.
class OutsideHoursIT {
  private static final Doctor OWL =
      Facts.doctor("Night Owl", "Emergency", ClockChangeTest.HOSPITAL);
  private static final LocalDate DATE = LocalDate.of(2026, 3, 10);
  private static final Instant SEVEN = Instant.parse("2026-03-10T11:00:00Z");

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void whatLiesOutsideTheHoursIsNamedUnderTheBoard() throws Exception {
    assertThat(chips(SEVEN)).containsExactly("07:00 Nowak, Jan");
  }

  @Test
  void moreThanOneIsCounted() throws Exception {
    assertThat(chips(SEVEN, SEVEN.plusSeconds(7_200))).containsExactly("+2 07:00 Nowak, Jan");
  }

  @Test
  void whatIsOnTheBoardIsNotNamedTwice() throws Exception {
    assertThat(chips(SEVEN.minusSeconds(7_200))).isEmpty();
  }

  private static List<String> chips(Instant... starts) throws Exception {
    return WaitForAsyncUtils.asyncFx(
            () -> {
              DeskOnScreen desk = DeskOnScreen.of(schedule(List.of(starts)), Theme.LIGHT, 980, 600);
              desk.scene().getRoot().applyCss();
              desk.scene().getRoot().layout();
              return desk.board().lookupAll(".outside-chip").stream()
                  .filter(Node::isVisible)
                  .map(chip -> ((Label) chip).getText())
                  .toList();
            })
        .get();
  }

  private static DaySchedule schedule(List<Instant> starts) {
    DaySchedule empty = ClockChangeTest.schedule(DATE);
    return new DaySchedule(
        empty.hospital(),
        DATE,
        empty.opens(),
        empty.closes(),
        empty.stream(),
        List.of(OWL),
        List.of(),
        starts.stream()
            .map(start ->
                Facts.visit(
                    empty.hospital(),
                    OWL,
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
