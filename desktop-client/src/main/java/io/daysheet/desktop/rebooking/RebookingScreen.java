package io.daysheet.desktop.rebooking;

import io.daysheet.desktop.form.FormKeys;
import io.daysheet.desktop.form.TypeName;
import io.daysheet.desktop.fx.Columns;
import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.ListKeys;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Names;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.rebooking.RebookingViewModel.Progress;
import io.daysheet.desktop.rebooking.RebookingViewModel.State;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.Appointment;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The visits that need attention, and beside them the one that is open.
public final class RebookingScreen {

  private final RebookingViewModel rebooking;
  private final Messages messages = Messages.beside(RebookingScreen.class);
  private final RebookingWording wording = new RebookingWording(messages);
  @FXML private BorderPane root;
  @FXML private ComboBox<Hospital> hospital;
  @FXML private HBox progressPlace;
  @FXML private ProgressBar bar;
  @FXML private Label progressText;
  @FXML private StackPane userPlace;
  @FXML private TableView<Appointment> table;
  @FXML private TableColumn<Appointment, Appointment> timeColumn;
  @FXML private TableColumn<Appointment, Appointment> patientColumn;
  @FXML private TableColumn<Appointment, Appointment> doctorColumn;
  @FXML private TableColumn<Appointment, Appointment> whyColumn;
  @FXML private Label count;

  private RebookingScreen(RebookingViewModel rebooking) {
    this.rebooking = rebooking;
  }

  public static Screens.Screen<Parent, RebookingScreen> load(RebookingViewModel rebooking) {
    return new Screens()
        .wire(RebookingScreen.class, () -> new RebookingScreen(rebooking))
        .load(RebookingScreen.class);
  }

  /// The top bar takes the menu of whoever is signed in.
  public void signedIn(Node userMenu) {
    userPlace.getChildren().setAll(userMenu);
  }

  @FXML
  void initialize() {
    hospital.setConverter(new Names<>("", Hospital::name));
    hospital.setItems(rebooking.hospitals());
    hospital.valueProperty().bindBidirectional(rebooking.hospitalProperty());
    table.setItems(rebooking.visits());
    Columns.show(timeColumn, this::time);
    Columns.show(
        patientColumn,
        visit -> Columns.lines(visit.patient().sortName(), TypeName.of(visit.type())));
    Columns.show(
        doctorColumn, visit -> new Label(wording.doctor(visit.doctorId(), rebooking.doctors())));
    Columns.show(whyColumn, this::why);
    rebooking.doctors().subscribe(table::refresh);
    table.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    rebooking.openProperty().subscribe(this::show);
    rebooking.progressProperty().subscribe(this::show);
    ListKeys.of(root)
        .leave(() -> rebooking.openProperty().get() != null, this::leave)
        .key(KeyCode.F5, rebooking::load);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    Focus.onEntry(root, () -> table);
  }

  /// Alt and a number take an alternative, wherever the focus is.
  private void pressed(KeyEvent event) {
    if (FormKeys.isAlt(event)
        && root.getRight() instanceof VisitPane open
        && open.take(FormKeys.digit(event))) {
      event.consume();
    }
  }

  private Node time(Appointment visit) {
    Hospital where = rebooking.hospitalProperty().get();
    return where == null
        ? new Label("")
        : Columns.lines(
            wording.day(visit.start(), where), wording.time(visit.start(), visit.end(), where));
  }

  private Node why(Appointment visit) {
    Label why = new Label(wording.reasons(visit), Icons.icon("bi-exclamation-triangle"));
    why.getStyleClass().addAll("chip", "waiting");
    HBox cell = new HBox(why);
    cell.getStyleClass().add("cell-chips");
    return cell;
  }

  private void selected(@Nullable Appointment visit) {
    if (visit != null) {
      rebooking.open(visit);
    }
  }

  /// Who works beside the list goes on in the list when the visit there is in order.
  private void show(@Nullable VisitViewModel open) {
    Hospital where = rebooking.hospitalProperty().get();
    if (worksBeside()) {
      table.requestFocus();
    }
    if (open == null || where == null) {
      root.setRight(null);
      table.getSelectionModel().clearSelection();
      return;
    }
    table.getSelectionModel().select(open.visit());
    String doctor = wording.doctor(open.visit().doctorId(), rebooking.doctors());
    root.setRight(new VisitPane(open, where, doctor, wording));
  }

  private boolean worksBeside() {
    Node at = root.getScene() == null ? null : root.getScene().getFocusOwner();
    while (at != null && !at.equals(root)) {
      if (at.equals(root.getRight())) {
        return true;
      }
      at = at.getParent();
    }
    return false;
  }

  private void show(Progress progress) {
    table.setPlaceholder(placeholder(progress));
    int all = progress.handled() + progress.left();
    Place.show(progressPlace, progress.handled() > 0);
    bar.setProgress(all == 0 ? 0 : (double) progress.handled() / all);
    progressText.setText(
        messages.get("progress", Integer.toString(progress.handled()), Integer.toString(all)));
    count.setText(
        progress.left() == 1
            ? messages.get("count.one")
            : messages.get("count", Integer.toString(progress.left())));
  }

  private Node placeholder(Progress progress) {
    VBox place = new VBox();
    place.getStyleClass().add("empty-list");
    if (progress.state() == State.FAILED) {
      Button again = new Button(messages.get("list.again"), Icons.icon("bi-arrow-clockwise"));
      again.setOnAction(_ -> rebooking.load());
      place.getChildren().setAll(new Label(messages.get("list.failed")), again);
    } else if (progress.state() == State.LOADING) {
      place.getChildren().setAll(new Label(messages.get("list.loading")));
    } else {
      Label done = new Label("", Icons.icon("bi-check-circle", "all-done"));
      done.setText(
          progress.handled() == 0
              ? messages.get("list.empty")
              : messages.get("list.done", Integer.toString(progress.handled())));
      Label text = new Label(messages.get("list.empty.text"));
      text.getStyleClass().add("muted");
      place.getChildren().setAll(done, text);
    }
    return place;
  }

  private void leave() {
    rebooking.leave();
    table.requestFocus();
  }
}
