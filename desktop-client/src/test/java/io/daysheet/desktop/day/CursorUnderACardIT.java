package io.daysheet.desktop.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.day.Block.Writing;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.DaySchedule;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The slot that the cursor stands on is taken by another desk at that moment.
class CursorUnderACardIT {

  @Test
  void aCardThatComesUnderTheCursorIsPaintedLikeAnyOther() throws Exception {
    FxToolkit.registerPrimaryStage();
    var failures = new ConcurrentLinkedQueue<Throwable>();
    DaySchedule full = HedwigDay.picture();
    Appointment taken = full.appointments().getLast();
    DaySchedule without =
        new DaySchedule(
            full.hospital(),
            full.date(),
            full.opens(),
            full.closes(),
            full.stream(),
            full.doctors(),
            full.availabilities(),
            full.appointments().stream().filter(a -> !a.equals(taken)).toList(),
            List.of(),
            List.of());

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
                  var opened = DeskOnScreen.of(without, Theme.LIGHT, 1000, 700);
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
}
