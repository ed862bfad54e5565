package io.daysheet.desktop.patients;

import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.KeyCap;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.patient.Patient;
import io.daysheet.wire.LikelySame;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Who is registered already and likely to be the person that is typed, numbered, each to be used
/// instead.
final class LikelyBox extends VBox {

  private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

  private final Messages messages = Messages.beside(LikelyBox.class);
  private final Function<Patient, String> detail;
  private final IntConsumer use;

  /// @param detail what is said of a patient besides the name
  /// @param use takes the one of that number, from 1 on
  LikelyBox(Function<Patient, String> detail, IntConsumer use) {
    this.detail = detail;
    this.use = use;
    setId("likely");
    setSpacing(8);
  }

  /// @param warned whether somebody was about to be registered all the same
  void show(List<LikelySame> likely, boolean warned) {
    Label title = new Label(messages.get(warned ? "likely.warned" : "likely.title"));
    title.setWrapText(true);
    title.getStyleClass().setAll("label", "taken-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox head = new HBox(Icons.icon("bi-exclamation-triangle-fill", "obstacle-icon"), title);
    head.getStyleClass().setAll("obstacle");
    VBox rows = new VBox();
    rows.getStyleClass().setAll("rows");
    for (int i = 0; i < likely.size(); i++) {
      rows.getChildren().add(row(likely.get(i), i + 1, i == likely.size() - 1));
    }
    VBox box = new VBox(head, rows);
    box.getStyleClass().setAll("obstacles", "asking");
    getChildren().setAll(box);
  }

  private Node row(LikelySame likely, int number, boolean last) {
    Patient patient = likely.patient();
    Label name = new Label(patient.summary().sortName());
    name.setWrapText(true);
    name.getStyleClass().setAll("label", "strong");
    VBox words = new VBox(name, meta(detail.apply(patient)), meta(because(likely)));
    HBox.setHgrow(words, Priority.ALWAYS);
    Label cap = KeyCap.of("Alt " + number);
    cap.setMinWidth(USE_PREF_SIZE);
    Label take = new Label(messages.get("likely.use"));
    take.getStyleClass().setAll("label", "meta");
    take.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(words, take, cap);
    row.getStyleClass().setAll("row");
    row.pseudoClassStateChanged(LAST, last);
    row.setAccessibleText(
        messages.get("likely.spoken", patient.summary().sortName(), detail.apply(patient)));
    row.setOnMouseClicked(_ -> use.accept(number));
    return row;
  }

  private static Label meta(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().setAll("label", "meta");
    return label;
  }

  private String because(LikelySame likely) {
    return likely.because().stream()
        .map(trait ->
            messages.get("trait." + trait.name().toLowerCase(Locale.ROOT).replace('_', '-')))
        .collect(Collectors.joining(", "));
  }
}
