package io.daysheet.desktop.hospitals;

import io.daysheet.desktop.form.RecordTable;
import io.daysheet.desktop.fx.Columns;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.hospital.Hospital;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// The list of hospitals, and beside it the one that is open.
public final class HospitalsScreen {

  private final HospitalsViewModel hospitals;
  private final Messages messages = Messages.beside(HospitalsScreen.class);
  private final WeekWording week = new WeekWording(messages);
  @FXML private BorderPane root;
  @FXML private Button create;
  @FXML private StackPane userPlace;
  @FXML private TableView<Hospital> table;
  @FXML private TableColumn<Hospital, Hospital> nameColumn;
  @FXML private TableColumn<Hospital, Hospital> hoursColumn;
  @FXML private TableColumn<Hospital, Hospital> policyColumn;
  @FXML private TableColumn<Hospital, Hospital> stateColumn;
  @FXML private Label count;

  private HospitalsScreen(HospitalsViewModel hospitals) {
    this.hospitals = hospitals;
  }

  public static Screens.Screen<Parent, HospitalsScreen> load(HospitalsViewModel hospitals) {
    return new Screens()
        .wire(HospitalsScreen.class, () -> new HospitalsScreen(hospitals))
        .load(HospitalsScreen.class);
  }

  /// The top bar takes the menu of whoever is signed in.
  public void signedIn(Node userMenu) {
    userPlace.getChildren().setAll(userMenu);
  }

  @FXML
  void initialize() {
    create.setOnAction(_ -> hospitals.create());
    table.setItems(hospitals.list().records());
    Columns.show(
        nameColumn, hospital -> Columns.lines(hospital.name(), hospital.timeZone().getId()));
    Columns.show(hoursColumn, this::hours);
    Columns.show(policyColumn, this::policy);
    Columns.show(stateColumn, this::standing);
    hospitals.list().records().subscribe(this::showCount);
    showCount();
    new RecordTable<>(
            root,
            table,
            hospitals.list(),
            new RecordTable.Ways<>(
                hospitals::open,
                hospitals::create,
                hospitals::leave,
                this::form,
                () -> messages.get("list.empty")))
        .show();
  }

  private Node hours(Hospital hospital) {
    String closures =
        hospital.closures().isEmpty()
            ? ""
            : messages.get("closures", Integer.toString(hospital.closures().size()));
    return Columns.lines(week.hours(hospital.operatingHours()), closures);
  }

  private Node policy(Hospital hospital) {
    return Columns.lines(
        messages.get("grid", Integer.toString(hospital.policy().gridMinutes())),
        messages.get("types", Integer.toString(hospital.policy().appointmentTypes().size())));
  }

  private Node standing(Hospital hospital) {
    boolean active = hospital.active();
    Label pill =
        new Label(
            messages.get(active ? "state.active" : "state.inactive"),
            Icons.icon(active ? "bi-check-circle" : "bi-slash-circle"));
    pill.getStyleClass().addAll("chip", active ? "good" : "quiet");
    HBox cell = new HBox(pill);
    cell.getStyleClass().add("cell-chips");
    return cell;
  }

  private Parent form() {
    var form = Objects.requireNonNull(hospitals.form());
    return new Screens()
        .wire(HospitalForm.class, () -> new HospitalForm(hospitals, form))
        .<Parent, HospitalForm>load(HospitalForm.class)
        .root();
  }

  private void showCount() {
    int shown = hospitals.list().records().size();
    count.setText(
        shown == 1 ? messages.get("count.one") : messages.get("count", Integer.toString(shown)));
  }
}
