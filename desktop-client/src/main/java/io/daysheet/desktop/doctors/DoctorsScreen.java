package io.daysheet.desktop.doctors;

import io.daysheet.desktop.form.RecordTable;
import io.daysheet.desktop.fx.Columns;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.hospital.Doctor;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// The list of doctors, and beside it the one that is open.
public final class DoctorsScreen {

  private final DoctorsViewModel doctors;
  private final Messages messages = Messages.beside(DoctorsScreen.class);
  @FXML private BorderPane root;
  @FXML private TextField search;
  @FXML private Button create;
  @FXML private StackPane userPlace;
  @FXML private TableView<Doctor> table;
  @FXML private TableColumn<Doctor, Doctor> nameColumn;
  @FXML private TableColumn<Doctor, Doctor> hospitalsColumn;
  @FXML private TableColumn<Doctor, Doctor> languagesColumn;
  @FXML private TableColumn<Doctor, Doctor> npiColumn;
  @FXML private TableColumn<Doctor, Doctor> stateColumn;
  @FXML private Label count;

  private DoctorsScreen(DoctorsViewModel doctors) {
    this.doctors = doctors;
  }

  public static Screens.Screen<Parent, DoctorsScreen> load(DoctorsViewModel doctors) {
    return new Screens()
        .wire(DoctorsScreen.class, () -> new DoctorsScreen(doctors))
        .load(DoctorsScreen.class);
  }

  /// The top bar takes the menu of whoever is signed in.
  public void signedIn(Node userMenu) {
    userPlace.getChildren().setAll(userMenu);
  }

  @FXML
  void initialize() {
    search.textProperty().bindBidirectional(doctors.queryProperty());
    create.setOnAction(_ -> doctors.create());
    table.setItems(doctors.found());
    Columns.show(
        nameColumn, doctor -> Columns.lines(doctor.name(), Words.join(doctor.specialties())));
    Columns.show(hospitalsColumn, this::hospitals);
    Columns.show(languagesColumn, doctor -> new Label(Words.languages(doctor.languages())));
    Columns.show(npiColumn, doctor -> new Label(Objects.requireNonNullElse(doctor.npi(), "–")));
    Columns.show(stateColumn, this::standing);
    doctors.hospitals().subscribe(table::refresh);
    doctors.found().subscribe(this::showCount);
    showCount();
    new RecordTable<>(
            root,
            table,
            doctors.list(),
            new RecordTable.Ways<>(
                doctors::open,
                doctors::create,
                doctors::leave,
                this::form,
                () -> messages.get(search.getText().isBlank() ? "list.empty" : "list.nobody")))
        .show()
        .key(KeyCode.SLASH, search::requestFocus);
  }

  private Node hospitals(Doctor doctor) {
    Label where = new Label(doctors.hospitalNames(doctor));
    where.setWrapText(true);
    return where;
  }

  private Node standing(Doctor doctor) {
    String key =
        !doctor.active()
            ? "state.inactive"
            : doctor.acceptsNewPatients() ? "state.active" : "state.no-new";
    Label pill =
        new Label(
            messages.get(key), Icons.icon(doctor.active() ? "bi-check-circle" : "bi-slash-circle"));
    pill.getStyleClass().addAll("chip", doctor.active() ? "good" : "quiet");
    HBox cell = new HBox(pill);
    cell.getStyleClass().add("cell-chips");
    return cell;
  }

  private Parent form() {
    var form = Objects.requireNonNull(doctors.form());
    return new Screens()
        .wire(DoctorForm.class, () -> new DoctorForm(doctors, form))
        .<Parent, DoctorForm>load(DoctorForm.class)
        .root();
  }

  private void showCount() {
    int shown = doctors.found().size();
    count.setText(
        shown == 1 ? messages.get("count.one") : messages.get("count", Integer.toString(shown)));
  }
}
