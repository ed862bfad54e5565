package io.daysheet.desktop.plans;

import io.daysheet.desktop.form.WallTimes;
import io.daysheet.time.MinuteOfDay;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Up and down in a field with a time or a date: a step on, a step back.
final class Steps {

  private Steps() {}

  /// @param grid minutes of a step
  static void ofTimes(TextField field, IntSupplier grid) {
    install(
        field,
        (text, up) ->
            WallTimes.parse(text)
                .map(time ->
                    new MinuteOfDay(
                            Math.clamp(time.minutes() + (long) up * grid.getAsInt(), 0, 24 * 60))
                        .toString()));
  }

  /// @param days of a step
  static void ofDates(TextField field, int days) {
    install(
        field,
        (text, up) ->
            WallTimes.parseDate(text)
                .map(date -> date.plusDays((long) up * days))
                .map(LocalDate::toString));
  }

  private static void install(TextField field, BiFunction<String, Integer, Optional<String>> step) {
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean up = event.getCode() == KeyCode.UP;
          if (up || event.getCode() == KeyCode.DOWN) {
            step.apply(field.getText(), up ? 1 : -1).ifPresent(field::setText);
            field.selectAll();
            event.consume();
          }
        });
  }
}
