package io.daysheet.desktop.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.day.Block.Writing;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.DaySchedule;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A slot that somebody missed, with the cursor on it, is booked by another desk at that moment.
class CursorUnderACardIT {

  @Test
  void aCardThatComesUnderTheCursorBesideAnotherIsPaintedLikeAnyOther() throws Exception {
    FxToolkit.registerPrimaryStage();
    var failures = new ConcurrentLinkedQueue<Throwable>();
    DaySchedule picture = HedwigDay.picture();
    Appointment taken = picture.appointments().getLast();
    DaySchedule missed = withNobodyThereAt(picture, taken);

    Stage stage =
        WaitForAsyncUtils.asyncFx(
                () -> {
                  var opened = new Stage();
                  opened.show();
                  return opened;
                })
            .get(10, TimeUnit.SECONDS);
    DeskOnScreen desk =
        WaitForAsyncUtils.asyncFx(
                () -> {
                  Thread.currentThread().setUncaughtExceptionHandler((_, e) -> failures.add(e));
                  var opened = DeskOnScreen.of(missed, Theme.LIGHT, 1000, 700);
                  stage.setScene(opened.scene());
                  opened.day().moveCursorTo(taken.doctorId(), taken.start());
                  return opened;
                })
            .get(10, TimeUnit.SECONDS);
    WaitForAsyncUtils.waitForFxEvents(5);
    WaitForAsyncUtils.asyncFx(
            () -> {
              desk.day().contents().put(taken, Writing.SETTLED);
              // as when the connection tells of itself before the next pulse
              desk.board().requestLayout();
              desk.day().connectionProperty().set(new Connection.Live(null));
              return desk;
            })
        .get(10, TimeUnit.SECONDS);
    WaitForAsyncUtils.waitForFxEvents(5);

    assertThat(failures).isEmpty();
    WaitForAsyncUtils.asyncFx(stage::close).get(10, TimeUnit.SECONDS);
  }

  /// The day before it was booked again: somebody else had not come. A card beside another one gets
  /// its share of the width before it was ever laid out.
  private static DaySchedule withNobodyThereAt(DaySchedule day, Appointment taken) {
    var noShow =
        Facts.visit(
            day.hospital(),
            day.doctors().stream()
                .filter(d -> d.id().equals(taken.doctorId()))
                .findFirst()
                .orElseThrow(),
            taken.start(),
            taken.type(),
            AppointmentStatus.NO_SHOW,
            "Weber, Katrin");
    Stream<Appointment> others = day.appointments().stream().filter(a -> !a.equals(taken));
    return new DaySchedule(
        day.hospital(),
        day.date(),
        day.opens(),
        day.closes(),
        day.stream(),
        day.doctors(),
        day.availabilities(),
        Stream.concat(others, Stream.of(noShow)).toList(),
        List.of(),
        List.of(),
        List.of());
  }
}
