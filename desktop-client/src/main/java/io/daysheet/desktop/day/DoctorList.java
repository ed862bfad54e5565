package io.daysheet.desktop.day;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.hospital.Doctor;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.StringConverter;

/// The doctors to tick, under the button that counts them.
final class DoctorList {
  private final DoctorFilterViewModel filter;
  private final Messages messages;
  private final VBox ticks = new VBox();
  private final TextField search = new TextField();
  private final ComboBox<String> specialty = new ComboBox<>();
  private final Popup popup = new Popup();

  /// @param left told when the list is closed
  DoctorList(DoctorFilterViewModel filter, Messages messages, Runnable left) {
    this.filter = filter;
    this.messages = messages;
    search.setPromptText(messages.get("doctors.search"));
    search.setAccessibleText(messages.get("doctors.search"));
    search.textProperty().bindBidirectional(filter.searchProperty());
    specialty.setMaxWidth(Double.MAX_VALUE);
    specialty.setAccessibleText(messages.get("doctors.specialty"));
    specialty.setConverter(new OrEvery());
    specialty.valueProperty().bindBidirectional(filter.specialtyProperty());
    ticks.getStyleClass().setAll("doctor-ticks");
    ScrollPane scroll = new ScrollPane(ticks);
    scroll.setFitToWidth(true);
    HBox actions =
        new HBox(
            button("doctors.all", filter::showListed),
            button("doctors.none", filter::hideListed),
            button("doctors.only", filter::showOnlyListed));
    actions.getStyleClass().setAll("doctor-actions");
    VBox list = new VBox(search, specialty, actions, scroll);
    list.getStyleClass().setAll("doctor-list");
    popup.getContent().setAll(list);
    popup.setAutoHide(true);
    popup.setOnHidden(_ -> left.run());
    filter.searchProperty().subscribe(this::show);
    filter.specialtyProperty().subscribe(this::show);
    filter.shownProperty().subscribe(this::show);
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(messages.get(key));
    button.setOnAction(_ -> action.run());
    return button;
  }

  void showUnder(Node owner) {
    specialty
        .getItems()
        .setAll(Stream.concat(Stream.of(""), filter.specialties().stream()).toList());
    show();
    Bounds bounds = owner.localToScreen(owner.getBoundsInLocal());
    popup.show(owner, bounds.getMinX(), bounds.getMaxY() + 4);
    search.requestFocus();
  }

  private void show() {
    ticks.getChildren().setAll(filter.listed().stream().map(this::tick).toList());
    if (filter.listed().isEmpty()) {
      Label nobody = new Label(messages.get("doctors.nobody"));
      nobody.setWrapText(true);
      nobody.getStyleClass().add("muted");
      ticks.getChildren().setAll(nobody);
    }
  }

  private Node tick(Doctor doctor) {
    CheckBox box = new CheckBox(DoctorName.variants(doctor.name()).getFirst());
    box.setSelected(filter.shows(doctor));
    box.setOnAction(_ -> filter.show(doctor, box.isSelected()));
    return box;
  }

  private final class OrEvery extends StringConverter<String> {
    @Override
    public String toString(String name) {
      return name == null || name.isEmpty() ? messages.get("doctors.every-specialty") : name;
    }

    @Override
    public String fromString(String name) {
      return name;
    }
  }
}
