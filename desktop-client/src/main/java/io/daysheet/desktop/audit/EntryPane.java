package io.daysheet.desktop.audit;

import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.wire.AuditEntry;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One entry, whole.
final class EntryPane {

  private final AuditEntry entry;
  private final AuditWording wording;
  private final Ways ways;
  private final Messages messages = Messages.beside(EntryPane.class);
  private int rows;
  @FXML private Label title;
  @FXML private Label subtitle;
  @FXML private GridPane facts;
  @FXML private VBox patientsPlace;
  @FXML private Label patientsTitle;
  @FXML private VBox patients;
  @FXML private Button onlyAccount;
  @FXML private Button close;

  /// The ways on: to the list, and to what else a patient or a user has in the trail.
  record Ways(Runnable close, Consumer<String> patient, Consumer<String> account) {}

  EntryPane(AuditEntry entry, AuditWording wording, Ways ways) {
    this.entry = entry;
    this.wording = wording;
    this.ways = ways;
  }

  @FXML
  void initialize() {
    title.setText(wording.action(entry));
    subtitle.setText(messages.get("entry.at", wording.moment(entry.at())));
    fact("entry.outcome", AuditWording.joined(", ", wording.outcome(entry), entry.code()));
    fact("entry.who", wording.who(entry));
    fact("entry.roles", wording.roles(entry));
    fact("entry.account", text(entry.account()));
    fact("entry.client", entry.client());
    fact("entry.desk", entry.desk());
    fact("entry.address", entry.address());
    fact(
        AuditWording.isInEmergency(entry) ? "entry.reason.emergency" : "entry.reason",
        entry.reason());
    fact("entry.subject", AuditWording.joined(" ", entry.subjectKind(), text(entry.subjectId())));
    fact("entry.hospital", text(entry.hospital()));
    fact("entry.request", text(entry.request()));
    fact("entry.number", wording.number(entry.id()));
    if (!entry.readers().isEmpty()) {
      fact("entry.readers", wording.number(entry.readers().size()));
    }
    int all = entry.patients().size();
    Place.show(patientsPlace, all > 0);
    patientsTitle.setText(messages.get("entry.patients", wording.number(all)));
    entry.patients().forEach(id -> patients.getChildren().add(patient(id.toString())));
    boolean known = entry.account() != null;
    Place.show(onlyAccount, known);
    onlyAccount.setOnAction(_ -> ways.account().accept(text(entry.account())));
    close.setOnAction(_ -> ways.close().run());
  }

  private static String text(@Nullable Object id) {
    return id == null ? "" : id.toString();
  }

  private void fact(String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      Label name = new Label(messages.get(key));
      name.getStyleClass().add("drawer-fact");
      Label said = new Label(value);
      said.setWrapText(true);
      said.getStyleClass().add("drawer-value");
      facts.addRow(rows, name, said);
      rows++;
    }
  }

  private Node patient(String id) {
    Label shown = new Label(id);
    shown.getStyleClass().add("drawer-id");
    HBox.setHgrow(shown, Priority.ALWAYS);
    shown.setMaxWidth(Double.MAX_VALUE);
    Button only = small("bi-funnel", "entry.only-patient", () -> ways.patient().accept(id));
    Button copy = small("bi-clipboard", "entry.copy", () -> copy(id));
    HBox row = new HBox(shown, only, copy);
    row.getStyleClass().add("drawer-row");
    return row;
  }

  private Button small(String icon, String key, Runnable action) {
    Button button = new Button("", Icons.icon(icon));
    button.getStyleClass().addAll("flat", "icon-only", "small-icon");
    button.setAccessibleText(messages.get(key));
    button.setTooltip(new Tooltip(messages.get(key)));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static void copy(String id) {
    ClipboardContent content = new ClipboardContent();
    content.putString(id);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
