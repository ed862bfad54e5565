package io.daysheet.desktop.records;

import io.daysheet.desktop.fx.Columns;
import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.ListKeys;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.records.RecordSearchViewModel.State;
import io.daysheet.patient.Patient;
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
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The patients that a search finds, and beside them the record that is open.
public final class RecordsScreen {

  private final RecordsViewModel records;
  private final Messages messages = Messages.beside(RecordsScreen.class);
  private final RecordWording wording;
  @FXML private BorderPane root;
  @FXML private TextField search;
  @FXML private Button create;
  @FXML private StackPane userPlace;
  @FXML private TableView<Patient> table;
  @FXML private TableColumn<Patient, Patient> nameColumn;
  @FXML private TableColumn<Patient, Patient> mrnColumn;
  @FXML private TableColumn<Patient, Patient> reachedColumn;
  @FXML private TableColumn<Patient, Patient> insuranceColumn;
  @FXML private TableColumn<Patient, Patient> stateColumn;
  @FXML private Button more;
  @FXML private Label count;

  private RecordsScreen(RecordsViewModel records) {
    this.records = records;
    this.wording = new RecordWording(messages, records);
  }

  public static Screens.Screen<Parent, RecordsScreen> load(RecordsViewModel records) {
    return new Screens()
        .wire(RecordsScreen.class, () -> new RecordsScreen(records))
        .load(RecordsScreen.class);
  }

  /// The top bar takes the menu of whoever is signed in.
  public void signedIn(Node userMenu) {
    userPlace.getChildren().setAll(userMenu);
  }

  @FXML
  void initialize() {
    search.textProperty().bindBidirectional(records.search().queryProperty());
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::fromSearch);
    create.setOnAction(_ -> records.create());
    more.setOnAction(_ -> records.search().more());
    table.setItems(records.search().found());
    Columns.show(nameColumn, each -> Columns.lines(each.summary().sortName(), wording.born(each)));
    Columns.show(mrnColumn, each -> new Label(each.mrn()));
    Columns.show(
        reachedColumn,
        each ->
            Columns.lines(
                Objects.requireNonNullElse(each.phone(), ""),
                Objects.requireNonNullElse(each.email(), "")));
    Columns.show(insuranceColumn, each -> new Label(wording.insurance(each)));
    Columns.show(stateColumn, this::standing);
    table.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    records.openProperty().subscribe(this::show);
    records.search().stateProperty().subscribe(this::show);
    records.search().found().subscribe(() -> show(records.search().stateProperty().get()));
    ListKeys.of(root)
        .leave(() -> records.openProperty().get() != null, this::leave)
        .save(records::save)
        .key(KeyCode.F5, records.search()::again)
        .key(KeyCode.N, records::create)
        .key(KeyCode.SLASH, search::requestFocus);
    Focus.onEntry(root, () -> search);
  }

  /// Down goes on in the list.
  private void fromSearch(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN && !table.getItems().isEmpty()) {
      table.requestFocus();
      table.getSelectionModel().selectFirst();
      event.consume();
    }
  }

  private Node standing(Patient patient) {
    boolean merged = patient.mergedInto() != null;
    boolean active = patient.active() && !merged;
    String key = merged ? "state.merged" : active ? "state.active" : "state.inactive";
    Label pill =
        new Label(messages.get(key), Icons.icon(active ? "bi-check-circle" : "bi-slash-circle"));
    pill.getStyleClass().addAll("chip", active ? "good" : "quiet");
    HBox cell = new HBox(pill);
    cell.getStyleClass().add("cell-chips");
    return cell;
  }

  private void selected(@Nullable Patient patient) {
    if (patient != null && !records.isOpen(patient) && !records.open(patient)) {
      table.getSelectionModel().clearSelection();
    }
  }

  private void show(RecordsViewModel.@Nullable Open open) {
    if (open == null) {
      root.setRight(null);
      table.getSelectionModel().clearSelection();
    } else if (open.merge() != null) {
      root.setRight(new MergePane(open.merge(), open.visits(), wording, records::leaveMerge));
    } else {
      root.setRight(
          new Screens()
              .wire(RecordForm.class, () -> new RecordForm(records, open, wording))
              .<Parent, RecordForm>load(RecordForm.class)
              .root());
    }
  }

  private void show(State now) {
    VBox place = new VBox();
    place.getStyleClass().add("empty-list");
    String key =
        switch (now) {
          case IDLE -> "list.idle";
          case SEARCHING -> "list.searching";
          case WHOLE, PART -> "list.nobody";
          case FAILED -> "list.failed";
        };
    place.getChildren().add(new Label(messages.get(key)));
    if (now == State.FAILED) {
      Button again = new Button(messages.get("list.again"), Icons.icon("bi-arrow-clockwise"));
      again.setOnAction(_ -> records.search().again());
      place.getChildren().add(again);
    }
    table.setPlaceholder(place);
    Place.show(more, now == State.PART);
    int found = records.search().found().size();
    count.setText(
        found == 1 ? messages.get("count.one") : messages.get("count", Integer.toString(found)));
  }

  private void leave() {
    RecordsViewModel.Open open = records.openProperty().get();
    if (open != null && open.merge() != null) {
      records.leaveMerge();
    } else {
      records.leave();
      table.requestFocus();
    }
  }
}
