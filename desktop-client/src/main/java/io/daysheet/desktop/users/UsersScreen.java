package io.daysheet.desktop.users;

import io.daysheet.desktop.fx.Columns;
import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.ListKeys;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.wire.User;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The list of accounts, and beside it the one that is open.
public final class UsersScreen {

  private final UsersViewModel users;
  private final Messages messages = Messages.beside(UsersScreen.class);
  private final UserWording wording = new UserWording(messages);
  @FXML private BorderPane root;
  @FXML private TextField search;
  @FXML private Button create;
  @FXML private StackPane userPlace;
  @FXML private TableView<User> table;
  @FXML private TableColumn<User, User> nameColumn;
  @FXML private TableColumn<User, User> rolesColumn;
  @FXML private TableColumn<User, User> hospitalsColumn;
  @FXML private TableColumn<User, User> state;
  @FXML private TableColumn<User, User> lastSignIn;
  @FXML private Button more;
  @FXML private Label count;

  private UsersScreen(UsersViewModel users) {
    this.users = users;
  }

  public static Screens.Screen<Parent, UsersScreen> load(UsersViewModel users) {
    return new Screens()
        .wire(UsersScreen.class, () -> new UsersScreen(users))
        .load(UsersScreen.class);
  }

  /// The top bar takes the menu of whoever is signed in.
  public void signedIn(Node userMenu) {
    userPlace.getChildren().setAll(userMenu);
  }

  @FXML
  void initialize() {
    search.textProperty().bindBidirectional(users.list().queryProperty());
    create.setOnAction(_ -> users.create());
    more.setOnAction(_ -> users.list().more());
    table.setItems(users.list().users());
    Columns.show(nameColumn, user -> Columns.lines(user.name(), user.login()));
    Columns.show(rolesColumn, user -> new Label(wording.roles(user)));
    Columns.show(hospitalsColumn, this::hospitals);
    Columns.show(state, this::standing);
    Columns.show(lastSignIn, user -> new Label(wording.lastSignIn(user)));
    users.hospitals().subscribe(table::refresh);
    table.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    users.openProperty().subscribe(this::show);
    users.list().stateProperty().subscribe(this::show);
    users.list().users().subscribe(() -> show(users.list().stateProperty().get()));
    ListKeys.of(root)
        .leave(() -> users.openProperty().get() != null, this::leave)
        .save(this::saveOpen)
        .key(KeyCode.N, users::create)
        .key(KeyCode.SLASH, search::requestFocus);
    // whoever comes by the rail has left the focus there, and the keys would go unheard
    Focus.onEntry(root, () -> table);
  }

  private Node hospitals(User user) {
    Label where = new Label(users.hospitals(user));
    where.setWrapText(true);
    List<String> names = users.hospitalNames(user);
    if (names.size() > 1) {
      where.setTooltip(new Tooltip(String.join("\n", names)));
    }
    return where;
  }

  private Node standing(User user) {
    Label pill = new Label(wording.state(user), Icons.icon(wording.stateIcon(user)));
    pill.getStyleClass().addAll("chip", wording.stateStyle(user));
    HBox all = new HBox(pill);
    all.getStyleClass().add("cell-chips");
    if (user.secondFactor()) {
      Label factor = new Label(messages.get("state.second-factor"), Icons.icon("bi-phone"));
      factor.getStyleClass().addAll("chip", "quiet");
      all.getChildren().add(factor);
    }
    return all;
  }

  private void selected(@Nullable User user) {
    UsersViewModel.Open open = users.openProperty().get();
    if (user != null && !isOpen(user, open) && !users.open(user)) {
      table.getSelectionModel().clearSelection();
    }
  }

  private static boolean isOpen(User user, UsersViewModel.@Nullable Open open) {
    User before = open == null ? null : open.form().draft().before();
    return before != null && before.id().equals(user.id());
  }

  private void show(UsersViewModel.@Nullable Open open) {
    if (open == null) {
      root.setRight(null);
      table.getSelectionModel().clearSelection();
      return;
    }
    root.setRight(
        new Screens()
            .wire(UserForm.class, () -> new UserForm(users, open, wording))
            .<Parent, UserForm>load(UserForm.class)
            .root());
  }

  private void show(UserListViewModel.State now) {
    String key =
        switch (now) {
          case LOADING -> "list.loading";
          case FAILED -> "list.failed";
          case WHOLE, PART -> search.getText().isBlank() ? "list.empty" : "list.nobody";
        };
    Label placeholder = new Label(messages.get(key));
    placeholder.getStyleClass().add("muted");
    VBox place = new VBox(placeholder);
    place.getStyleClass().add("empty-list");
    if (now == UserListViewModel.State.FAILED) {
      Button again = new Button(messages.get("list.again"), Icons.icon("bi-arrow-clockwise"));
      again.setOnAction(_ -> users.list().load());
      place.getChildren().add(again);
      users.list().users().clear();
    }
    table.setPlaceholder(place);
    Place.show(more, now == UserListViewModel.State.PART);
    int shown = users.list().users().size();
    count.setText(
        shown == 1 ? messages.get("count.one") : messages.get("count", Integer.toString(shown)));
  }

  private void leave() {
    users.leave();
    table.requestFocus();
  }

  private void saveOpen() {
    UsersViewModel.Open open = users.openProperty().get();
    if (open != null) {
      open.form().save();
    }
  }
}
