package io.daysheet.desktop.booking;

import io.daysheet.desktop.form.FormKeys;
import io.daysheet.desktop.form.FormParts;
import io.daysheet.desktop.form.ObstacleBox;
import io.daysheet.desktop.form.TypeName;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.patients.PatientPicker;
import io.daysheet.desktop.patients.RegisterPatientViewModel;
import io.daysheet.hospital.AppointmentType;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The form for a new appointment, beside its slot. What another desk does changes what it says,
/// never the focus or a text.
public final class BookingForm {

  private static final Map<String, String> ICONS =
      Map.of(
          "NEW_PATIENT", "bi-person-plus",
          "FOLLOW_UP", "bi-arrow-return-right",
          "URGENT_CARE", "bi-lightning-charge-fill",
          "TELEHEALTH", "bi-camera-video");

  private final BookingFormViewModel form;
  private final HeldTime heldTime;
  private final Supplier<RegisterPatientViewModel> register;
  private final Ways ways;
  private final Messages messages = Messages.beside(BookingForm.class);
  private final AlternativeWording wording;
  @FXML private VBox root;
  @FXML private Label subtitle;
  @FXML private HeldMark held;
  @FXML private Hyperlink availability;
  @FXML private TakenBox taken;
  @FXML private PatientPicker picker;
  @FXML private Label typeLabel;
  @FXML private HBox types;
  @FXML private RoomField room;
  @FXML private TextField reason;
  @FXML private VBox notesField;
  @FXML private TextArea notes;
  @FXML private ObstacleBox obstacles;
  @FXML private Button book;
  @FXML private Button leave;
  @FXML private Label why;

  /// Where the form leads to.
  ///
  /// @param leave what the button "Leave" does; Esc is the container's
  /// @param availability opens the availability that the slot is in
  /// @param availabilityRange that availability's times, for the link
  /// @param emergency asks to see a patient who isn't one's own; null for those who may not
  public record Ways(
      Runnable leave,
      Runnable availability,
      String availabilityRange,
      @Nullable Runnable emergency) {}

  /// The form of one view model.
  ///
  /// @param held how long the slot is kept yet
  /// @param register makes the form for a new patient
  /// @param start the slot that was clicked
  public BookingForm(
      BookingFormViewModel form,
      HeldTime held,
      Supplier<RegisterPatientViewModel> register,
      Instant start,
      Ways ways) {
    this.form = form;
    this.heldTime = held;
    this.register = register;
    this.ways = ways;
    this.wording =
        new AlternativeWording(messages, new WallTimes(form.hospital().timeZone()), start);
  }

  @FXML
  void initialize() {
    FormParts.dress(root);
    availability.setText(messages.get("availability", ways.availabilityRange()));
    availability.setOnAction(_ -> ways.availability().run());
    picker.bind(form.search(), register, form.hospital().timeZone());
    Runnable emergency = ways.emergency();
    if (emergency != null) {
      picker.offerEmergency(emergency);
    }
    showTypes();
    room.onChosen(choice -> form.roomProperty().set(choice.room()));
    reason.textProperty().bindBidirectional(form.reasonProperty());
    notes.textProperty().bindBidirectional(form.notesProperty());
    FormParts.label(leave, messages.get("leave"), "Esc");
    leave.setOnAction(_ -> ways.leave().run());
    book.setOnAction(_ -> form.book());
    FormKeys.install(root, this::commit, this::number);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::digit);
    form.shownProperty().subscribe(this::show);
    heldTime.leftProperty().subscribe(held::show);
    Platform.runLater(picker::takeFocus);
  }

  /// Enter: the marked patient, then the registration, then the booking.
  private void commit() {
    if (!picker.commit()) {
      form.book();
    }
  }

  private void number(int number) {
    if (picker.number(number)) {
      return;
    }
    if (form.shownProperty().get().taken() != null) {
      form.choose(number);
    } else {
      form.showObstacle(number);
    }
  }

  private void digit(KeyEvent event) {
    int number = FormKeys.digit(event);
    if (number > 0 && !FormKeys.isTyping(event) && form.shownProperty().get().taken() != null) {
      form.choose(number);
      event.consume();
    }
  }

  private void showTypes() {
    ToggleGroup group = new ToggleGroup();
    for (AppointmentType type : form.types()) {
      ToggleButton button = new ToggleButton(TypeName.of(type.code()));
      button.setGraphic(Icons.icon(ICONS.getOrDefault(type.code(), "bi-circle")));
      button.setToggleGroup(group);
      button.setUserData(type);
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      types.getChildren().add(button);
    }
    types.getChildren().getFirst().getStyleClass().add("first");
    types.getChildren().getLast().getStyleClass().add("last");
    group
        .selectedToggleProperty()
        .subscribe((before, now) -> {
          if (now == null) {
            group.selectToggle(before);
          } else if (now.getUserData() instanceof AppointmentType type) {
            form.typeProperty().set(type);
          }
        });
    form.typeProperty()
        .subscribe(type -> {
          typeLabel.setText(messages.get("type", Integer.toString(type.minutes())));
          group.getToggles().stream()
              .filter(t -> type.equals(t.getUserData()))
              .forEach(group::selectToggle);
        });
  }

  private void show(BookingShown shown) {
    subtitle.setText(shown.subtitle());
    heldTime.tick();
    room.show(shown.rooms());
    taken.show(shown, wording, form::choose);
    boolean isTaken = shown.taken() != null;
    if (isTaken) {
      obstacles.showWithoutKeys(shown.obstacles(), form::showObstacle);
    } else {
      obstacles.show(shown.obstacles(), form::showObstacle);
    }
    Place.show(notesField, !isTaken || notes.isFocused() || !notes.getText().isEmpty());
    Place.show(availability, !isTaken);
    FormParts.label(book, messages.get("book", shown.time()), "Enter");
    book.setDisable(!shown.canBook());
    why.setText(shown.whyNot().isEmpty() ? shown.note() : shown.whyNot());
  }
}
