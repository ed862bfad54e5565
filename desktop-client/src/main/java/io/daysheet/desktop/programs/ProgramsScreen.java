package io.daysheet.desktop.programs;

import io.daysheet.desktop.fx.Columns;
import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.ListKeys;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.wire.ProgramClient;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The list of programs, and beside it the one that is open.
public final class ProgramsScreen {

  private final ProgramsViewModel programs;
  private final Messages messages = Messages.beside(ProgramsScreen.class);
  private final ProgramWording wording = new ProgramWording(messages);
  @FXML private BorderPane root;
  @FXML private Button create;
  @FXML private StackPane userPlace;
  @FXML private TableView<ProgramClient> table;
  @FXML private TableColumn<ProgramClient, ProgramClient> nameColumn;
  @FXML private TableColumn<ProgramClient, ProgramClient> accountColumn;
  @FXML private TableColumn<ProgramClient, ProgramClient> scopesColumn;
  @FXML private TableColumn<ProgramClient, ProgramClient> proof;
  @FXML private TableColumn<ProgramClient, ProgramClient> state;
  @FXML private TableColumn<ProgramClient, ProgramClient> lastToken;
  @FXML private Label count;

  private ProgramsScreen(ProgramsViewModel programs) {
    this.programs = programs;
  }

  public static Screens.Screen<Parent, ProgramsScreen> load(ProgramsViewModel programs) {
    return new Screens()
        .wire(ProgramsScreen.class, () -> new ProgramsScreen(programs))
        .load(ProgramsScreen.class);
  }

  /// The top bar takes the menu of whoever is signed in.
  public void signedIn(Node userMenu) {
    userPlace.getChildren().setAll(userMenu);
  }

  @FXML
  void initialize() {
    create.setOnAction(_ -> programs.create());
    table.setItems(programs.programs());
    Columns.show(nameColumn, program -> Columns.lines(program.name(), program.id()));
    Columns.show(accountColumn, program -> new Label(program.accountName()));
    Columns.show(
        scopesColumn,
        program -> Columns.lines(wording.farthest(program), wording.besides(program)));
    Columns.show(proof, program -> new Label(wording.proofs(program)));
    Columns.show(state, this::standing);
    Columns.show(lastToken, program -> new Label(wording.lastToken(program)));
    table.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    programs.openProperty().subscribe(this::show);
    programs.stateProperty().subscribe(this::show);
    programs.programs().subscribe(() -> show(programs.stateProperty().get()));
    ListKeys.of(root)
        .leave(() -> programs.openProperty().get() != null, this::leave)
        .save(this::saveOpen)
        .key(KeyCode.F5, programs::load)
        .key(KeyCode.N, programs::create);
    // whoever comes by the rail has left the focus there, and the keys would go unheard
    Focus.onEntry(root, () -> table);
  }

  private Node standing(ProgramClient program) {
    String icon = program.active() ? "bi-check-circle" : "bi-slash-circle";
    Label pill = new Label(wording.state(program), Icons.icon(icon));
    pill.getStyleClass().addAll("chip", program.active() ? "good" : "quiet");
    HBox cell = new HBox(pill);
    cell.getStyleClass().add("cell-chips");
    return cell;
  }

  private void selected(@Nullable ProgramClient program) {
    ProgramsViewModel.Open open = programs.openProperty().get();
    if (program != null && !isOpen(program, open) && !programs.open(program)) {
      table.getSelectionModel().clearSelection();
    }
  }

  private static boolean isOpen(ProgramClient program, ProgramsViewModel.@Nullable Open open) {
    ProgramClient before = open == null ? null : open.form().draft().before();
    return before != null && before.id().equals(program.id());
  }

  private void show(ProgramsViewModel.@Nullable Open open) {
    if (open == null) {
      root.setRight(null);
      table.getSelectionModel().clearSelection();
      return;
    }
    root.setRight(
        new Screens()
            .wire(ProgramForm.class, () -> new ProgramForm(programs, open, wording))
            .<Parent, ProgramForm>load(ProgramForm.class)
            .root());
  }

  private void show(ProgramsViewModel.State now) {
    VBox place =
        switch (now) {
          case LOADING -> empty("list.loading");
          case FAILED -> {
            Button again = new Button(messages.get("list.again"), Icons.icon("bi-arrow-clockwise"));
            again.setOnAction(_ -> programs.load());
            yield empty("list.failed", again);
          }
          case WHOLE -> {
            Label why = new Label(messages.get("list.empty.text"));
            why.getStyleClass().add("muted");
            yield empty("list.empty", why);
          }
        };
    table.setPlaceholder(place);
    int shown = programs.programs().size();
    count.setText(
        shown == 1 ? messages.get("count.one") : messages.get("count", Integer.toString(shown)));
  }

  private VBox empty(String key, Node... more) {
    VBox place = new VBox(new Label(messages.get(key)));
    place.getChildren().addAll(more);
    place.getStyleClass().add("empty-list");
    return place;
  }

  private void leave() {
    programs.leave();
    table.requestFocus();
  }

  private void saveOpen() {
    ProgramsViewModel.Open open = programs.openProperty().get();
    if (open != null) {
      open.form().save();
    }
  }
}
