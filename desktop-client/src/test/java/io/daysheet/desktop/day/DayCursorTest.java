package io.daysheet.desktop.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.day.Block.Writing;
import io.daysheet.hospital.Doctor;
import io.daysheet.schedule.DaySchedule;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Where the slot cursor is on the day, and what leaves it there.
class DayCursorTest {
  private final DaySchedule schedule = HedwigDay.picture();
  private final DayViewModel day = new DayViewModel(() -> HedwigDay.NOW);

  @BeforeEach
  void load() {
    day.hospitalProperty().set(schedule.hospital());
    day.connectionProperty().set(new Connection.Live(null));
    day.show(schedule);
  }

  @Test
  void theCursorBeginsAtTheNextFreeSlot() {
    assertThat(day.cursorProperty().get())
        .isEqualTo(new SlotCursor(doctor(3).id(), HedwigDay.at("11:00")));
  }

  @Test
  void onADayGoneByTheCursorBeginsAtTheTimeThatItIsNow() {
    DayViewModel gone = new DayViewModel(() -> HedwigDay.NOW.plus(Duration.ofDays(1)));
    gone.hospitalProperty().set(schedule.hospital());
    gone.dateProperty().set(HedwigDay.DATE);
    gone.show(schedule);

    assertThat(gone.cursorProperty().get())
        .isEqualTo(new SlotCursor(doctor(0).id(), HedwigDay.at("10:00")));
  }

  @Test
  void theCursorStopsAtTheEdges() {
    day.moveCursor(-99, -99);
    assertThat(day.cursorProperty().get())
        .isEqualTo(new SlotCursor(doctor(0).id(), HedwigDay.at("09:00")));
    day.moveCursor(99, 99);
    assertThat(day.cursorProperty().get())
        .isEqualTo(new SlotCursor(doctor(7).id(), HedwigDay.at("18:00")));
  }

  @Test
  void aChangeOfAnotherDeskLeavesTheCursor() {
    day.moveCursorTo(doctor(1).id(), HedwigDay.at("13:00"));
    day.contents().put(HedwigDay.weber(schedule), Writing.SETTLED);

    assertThat(day.cursorProperty().get())
        .isEqualTo(new SlotCursor(doctor(1).id(), HedwigDay.at("13:00")));
    assertThat(day.atCursor()).get().isInstanceOf(SlotChoice.OnVisit.class);
  }

  private Doctor doctor(int index) {
    return schedule.doctors().get(index);
  }
}
