package io.daysheet.desktop.hospitals;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import java.time.zone.ZoneRulesProvider;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A time zone, found by a few letters of its name: arrows mark one, Enter takes it.
public final class ZoneField extends VBox {

  private static final int MOST = 5;
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

  private final TextField field = new TextField();
  private final VBox rows = new VBox();
  private Consumer<String> typed = _ -> {};
  private List<String> found = List.of();
  private int marked;

  /// Empty until it is shown something.
  public ZoneField() {
    Messages messages = Messages.beside(ZoneField.class);
    setSpacing(4);
    field.setId("zone-text");
    field.setAccessibleText(messages.get("form.zone"));
    field.setPromptText(messages.get("form.zone.prompt"));
    field.textProperty().addListener((_, _, text) -> heard(text));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    rows.getStyleClass().setAll("rows");
    getChildren().setAll(field, rows);
    Place.show(rows, false);
  }

  /// Zones with these letters somewhere in their names, those that begin with them first; none if
  /// it is the whole name of one.
  static List<String> find(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    var all = ZoneRulesProvider.getAvailableZoneIds();
    if (wanted.length() < 2 || all.contains(typed.strip())) {
      return List.of();
    }
    return all.stream()
        .filter(zone -> zone.contains("/") && zone.toLowerCase(Locale.ROOT).contains(wanted))
        .filter(zone -> !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
        .sorted(
            Comparator.<String, Boolean>comparing(zone -> !startsWith(zone, wanted))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  /// Of the whole, or of the city.
  private static boolean startsWith(String zone, String wanted) {
    String name = zone.toLowerCase(Locale.ROOT);
    return name.startsWith(wanted) || name.substring(name.indexOf('/') + 1).startsWith(wanted);
  }

  void onTyped(Consumer<String> listener) {
    typed = listener;
  }

  void show(String zone) {
    Place.set(field, zone);
  }

  private void heard(String text) {
    typed.accept(text);
    found = find(text);
    marked = 0;
    showRows();
  }

  private void showRows() {
    rows.getChildren().clear();
    for (int i = 0; i < found.size(); i++) {
      String zone = found.get(i);
      HBox row = new HBox(new Label(zone.replace('_', ' ')));
      row.getStyleClass().setAll("row");
      row.pseudoClassStateChanged(MARKED, i == marked);
      row.setOnMouseClicked(_ -> take(zone));
      rows.getChildren().add(row);
    }
    Place.show(rows, !found.isEmpty());
  }

  private void pressed(KeyEvent event) {
    if (found.isEmpty()) {
      return;
    }
    KeyCode code = event.getCode();
    if (code == KeyCode.DOWN || code == KeyCode.UP) {
      marked = Math.clamp(marked + (code == KeyCode.DOWN ? 1 : -1), 0, found.size() - 1);
      showRows();
      event.consume();
    } else if (code == KeyCode.ENTER) {
      take(found.get(marked));
      event.consume();
    }
  }

  private void take(String zone) {
    field.setText(zone);
    field.end();
  }
}
