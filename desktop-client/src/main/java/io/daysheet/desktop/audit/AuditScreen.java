package io.daysheet.desktop.audit;

import io.daysheet.desktop.fx.Columns;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.ListKeys;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditEntry;
import io.daysheet.wire.AuditOutcome;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The trail as a list, with what is looked for above it and one entry whole beside it.
public final class AuditScreen {

  private final AuditViewModel audit;
  private final SaveDialog dialog;
  private final FilterViewModel filter;
  private final Messages messages = Messages.beside(AuditScreen.class);
  private final AuditWording wording = new AuditWording(messages);
  @FXML private BorderPane root;
  @FXML private Button verify;
  @FXML private Button export;
  @FXML private StackPane userPlace;
  @FXML private ComboBox<AuditAction> action;
  @FXML private ComboBox<AuditOutcome> outcome;
  @FXML private DatePicker from;
  @FXML private DatePicker to;
  @FXML private TextField patient;
  @FXML private TextField account;
  @FXML private Button clear;
  @FXML private VBox news;
  @FXML private TableView<AuditEntry> table;
  @FXML private TableColumn<AuditEntry, AuditEntry> at;
  @FXML private TableColumn<AuditEntry, AuditEntry> who;
  @FXML private TableColumn<AuditEntry, AuditEntry> where;
  @FXML private TableColumn<AuditEntry, AuditEntry> what;
  @FXML private TableColumn<AuditEntry, AuditEntry> patients;
  @FXML private TableColumn<AuditEntry, AuditEntry> why;
  @FXML private Button more;
  @FXML private Label count;

  private AuditScreen(AuditViewModel audit, SaveDialog dialog) {
    this.audit = audit;
    this.dialog = dialog;
    this.filter = new FilterViewModel(audit::ask);
  }

  public static Screens.Screen<Parent, AuditScreen> load(AuditViewModel audit) {
    return load(audit, SaveDialog.ofTheSystem());
  }

  /// @param dialog asks where an export goes
  static Screens.Screen<Parent, AuditScreen> load(AuditViewModel audit, SaveDialog dialog) {
    return new Screens()
        .wire(AuditScreen.class, () -> new AuditScreen(audit, dialog))
        .load(AuditScreen.class);
  }

  /// The top bar takes the menu of whoever is signed in.
  public void signedIn(Node userMenu) {
    userPlace.getChildren().setAll(userMenu);
  }

  @FXML
  void initialize() {
    new FilterFields(filter, wording, messages).bind(action, outcome, from, to, patient, account);
    clear.setOnAction(_ -> filter.clear());
    verify.setOnAction(_ -> audit.check().begin());
    export.setOnAction(_ -> askForFile());
    more.setOnAction(_ -> audit.more());
    var box = new NewsBox(wording, messages);
    audit.check().checkProperty().subscribe(_ -> showNews(box));
    audit.export().exportProperty().subscribe(_ -> showNews(box));
    table.setItems(audit.entries());
    Columns.show(at, entry -> new Label(wording.moment(entry.at())));
    Columns.show(who, entry -> Columns.lines(wording.who(entry), wording.roles(entry)));
    Columns.show(where, AuditScreen::place);
    Columns.show(what, this::deed);
    Columns.show(patients, entry -> new Label(wording.patients(entry)));
    Columns.show(why, AuditScreen::reason);
    table.getSelectionModel().selectedItemProperty().subscribe(this::show);
    audit.stateProperty().subscribe(this::show);
    audit.entries().subscribe(() -> show(audit.stateProperty().get()));
    ListKeys.of(root)
        .leave(() -> root.getRight() != null, () -> table.getSelectionModel().clearSelection())
        .key(KeyCode.F5, audit::load);
  }

  /// Not everything is done at a desk.
  private static Node place(AuditEntry entry) {
    String address = Objects.requireNonNullElse(entry.address(), "");
    return entry.desk() == null ? new Label(address) : Columns.lines(entry.desk(), address);
  }

  /// A long one stands whole beside the list.
  private static Node reason(AuditEntry entry) {
    Label why = new Label(entry.reason() == null ? "" : entry.reason());
    why.setWrapText(true);
    return why;
  }

  private Node deed(AuditEntry entry) {
    Label deed = new Label(wording.action(entry));
    if (AuditWording.isInEmergency(entry)) {
      deed.setGraphic(Icons.icon("bi-shield-exclamation"));
      deed.getStyleClass().add("in-emergency");
      deed.setAccessibleText(messages.get("emergency.spoken", deed.getText()));
    }
    if (entry.outcome().equals(AuditOutcome.DONE.word())) {
      return deed;
    }
    Label ended = new Label(wording.outcome(entry));
    ended.getStyleClass().addAll("chip", wording.outcomeStyle(entry));
    ended.setMinWidth(Region.USE_PREF_SIZE);
    VBox both = new VBox(deed, ended);
    both.getStyleClass().add("cell-lines");
    return both;
  }

  private void showNews(NewsBox box) {
    news.getChildren().clear();
    box.of(audit.check(), audit.export()).forEach(news.getChildren()::add);
    verify.setDisable(audit.check().checkProperty().get() instanceof CheckViewModel.Check.Running);
    export.setDisable(
        audit.export().exportProperty().get() instanceof ExportViewModel.Export.Running);
  }

  private void askForFile() {
    dialog
        .ask(root.getScene().getWindow(), messages.get("export.title"), "audit.ndjson")
        .ifPresent(file -> audit.export().begin(audit.question(), file));
  }

  private void show(@Nullable AuditEntry entry) {
    if (entry == null) {
      root.setRight(null);
      return;
    }
    var ways =
        new EntryPane.Ways(
            () -> table.getSelectionModel().clearSelection(),
            id -> filter.patientProperty().set(id),
            id -> filter.accountProperty().set(id));
    root.setRight(
        new Screens()
            .wire(EntryPane.class, () -> new EntryPane(entry, wording, ways))
            .<Parent, EntryPane>load(EntryPane.class)
            .root());
  }

  private void show(AuditViewModel.State now) {
    String key =
        switch (now) {
          case LOADING -> "list.loading";
          case FAILED -> "list.failed";
          case WHOLE, PART -> "list.empty";
        };
    VBox place = new VBox(new Label(messages.get(key)));
    place.getStyleClass().add("empty-list");
    if (now == AuditViewModel.State.FAILED) {
      Button again = new Button(messages.get("list.again"), Icons.icon("bi-arrow-clockwise"));
      again.setOnAction(_ -> audit.load());
      place.getChildren().add(again);
    }
    table.setPlaceholder(place);
    Place.show(more, now == AuditViewModel.State.PART);
    int shown = audit.entries().size();
    count.setText(
        shown == 1 ? messages.get("count.one") : messages.get("count", wording.number(shown)));
  }
}
