package io.daysheet.desktop.hospitals;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.hospital.StatedHours;
import io.daysheet.time.MinuteOfDay;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A hospital's week: a line a day to be typed, and beside it the hours as they lie in the day.
public final class HoursPane extends VBox {

  private static final double STRIP = 144;
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Messages messages = Messages.beside(HoursPane.class);
  private final Map<DayOfWeek, TextField> fields = new EnumMap<>(DayOfWeek.class);
  private final Map<DayOfWeek, Pane> strips = new EnumMap<>(DayOfWeek.class);
  private BiConsumer<DayOfWeek, String> typed = (_, _) -> {};

  /// Empty until it is shown something.
  public HoursPane() {
    setSpacing(8);
    GridPane week = new GridPane();
    week.getStyleClass().setAll("week");
    for (DayOfWeek day : DayOfWeek.values()) {
      Label name = new Label(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
      name.setMinWidth(32);
      TextField field = new TextField();
      field.setId("hours-" + day.name().toLowerCase(Locale.ROOT));
      field.setAccessibleText(
          messages.get("form.hours.of", day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
      field.setPromptText(messages.get("form.hours.closed"));
      field.textProperty().addListener((_, _, text) -> typed.accept(day, text));
      GridPane.setHgrow(field, Priority.ALWAYS);
      Pane strip = new Pane();
      strip.getStyleClass().setAll("hours-strip");
      strip.setMinSize(STRIP, 12);
      strip.setMaxSize(STRIP, 12);
      fields.put(day, field);
      strips.put(day, strip);
      week.addRow(day.getValue() - 1, name, field, strip);
    }
    Button same = new Button(messages.get("form.hours.same"));
    same.setId("same-hours");
    same.getStyleClass().setAll("button", "line-link");
    same.setOnAction(_ -> sameAsMonday());
    getChildren().setAll(week, same);
  }

  private void sameAsMonday() {
    String monday = Objects.requireNonNull(fields.get(DayOfWeek.MONDAY)).getText();
    fields.forEach((day, field) -> {
      if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
        field.setText(monday);
      }
    });
  }

  void onTyped(BiConsumer<DayOfWeek, String> listener) {
    typed = listener;
  }

  void show(HospitalDraft draft) {
    fields.forEach((day, field) -> {
      Place.set(field, draft.hours().get(day.getValue() - 1));
      field.pseudoClassStateChanged(WRONG, HospitalFlaws.isWrong(draft, day));
    });
    strips.forEach((day, strip) ->
        strip
            .getChildren()
            .setAll(
                draft.statedHours(day).stream()
                    .filter(StatedHours::closesAfterItOpens)
                    .map(HoursPane::bar)
                    .toList()));
  }

  private static Region bar(StatedHours hours) {
    Region bar = new Region();
    bar.getStyleClass().setAll("hours-open");
    double from = at(hours.open());
    bar.resizeRelocate(from, 0, at(hours.close()) - from, 12);
    bar.setManaged(false);
    return bar;
  }

  private static double at(MinuteOfDay time) {
    return Math.rint(STRIP * time.minutes() / MinuteOfDay.END_OF_DAY.minutes());
  }
}
