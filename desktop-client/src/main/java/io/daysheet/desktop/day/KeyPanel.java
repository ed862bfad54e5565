package io.daysheet.desktop.day;

import io.daysheet.desktop.fx.KeyCap;
import io.daysheet.desktop.fx.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All keys that work, over the board: those of the day and those of its forms.
///
/// Esc, `F1`, `?` and its button close it, and so does a press of the mouse beside it; the focus
/// goes back to where it was.
final class KeyPanel extends VBox {

  /// A key of the forms, which take it themselves.
  private record FormKey(String cap, String text) {}

  private static final List<FormKey> IN_A_FORM =
      List.of(
          new FormKey("Enter", "keys.form.commit"),
          new FormKey("Esc", "keys.form.leave"),
          new FormKey("Tab", "keys.form.next"),
          new FormKey("↑ ↓", "keys.form.choose"),
          new FormKey("Alt+N", "keys.form.register"),
          new FormKey("Alt+1 … 9", "keys.form.obstacle"),
          new FormKey("1 … 4", "keys.form.alternative"));

  private final Messages messages;
  private final Button close = new Button();
  private @Nullable Node before;

  KeyPanel(DayKeys keys, Messages messages) {
    this.messages = messages;
    getStyleClass().setAll("form-paper", "key-panel");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setAccessibleText(messages.get("keys.title"));
    VBox ofTheDay = section("keys.of-the-day");
    keys.all().forEach(key -> ofTheDay.getChildren().add(row(key.cap(), key.text())));
    VBox ofForms = section("keys.of-forms");
    IN_A_FORM.forEach(key -> ofForms.getChildren().add(row(key.cap(), key.text())));
    HBox sections = new HBox(ofTheDay, ofForms);
    sections.getStyleClass().setAll("key-sections");
    close.setText(messages.get("notice.close"));
    KeyCap.on(close, "Esc");
    close.setOnAction(_ -> close());
    getChildren().setAll(label("keys.title", "key-title"), sections, close);
    managedProperty().bind(visibleProperty());
    setVisible(false);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private VBox section(String title) {
    VBox section = new VBox(label(title, "key-section-title"));
    section.getStyleClass().setAll("key-section");
    return section;
  }

  private HBox row(String caps, String what) {
    HBox keys = new HBox();
    keys.getStyleClass().setAll("key-caps");
    for (String cap : caps.contains("…") ? List.of(caps) : List.of(caps.split(" ", -1))) {
      keys.getChildren().add(cap(cap));
    }
    HBox row = new HBox(keys, label(what, "key-what"));
    row.getStyleClass().setAll("key-row");
    return row;
  }

  private Label label(String key, String style) {
    Label label = new Label(messages.get(key));
    label.getStyleClass().setAll("label", style);
    return label;
  }

  private static Label cap(String text) {
    Label cap = KeyCap.of(text);
    cap.setMinWidth(USE_PREF_SIZE);
    return cap;
  }

  boolean isOpen() {
    return isVisible();
  }

  /// Opens it, or closes it if it is open.
  void toggle() {
    if (isOpen()) {
      close();
    } else {
      before = getScene().getFocusOwner();
      setVisible(true);
      close.requestFocus();
    }
  }

  /// Closes it, if it is open.
  void close() {
    if (isOpen()) {
      setVisible(false);
      if (before != null) {
        before.requestFocus();
      }
      before = null;
    }
  }

  /// The focus stays on the only button, and no key of the board or a form behind it fires.
  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    } else if (event.getCode() == KeyCode.TAB || event.getCode().isArrowKey()) {
      event.consume();
    }
  }
}
