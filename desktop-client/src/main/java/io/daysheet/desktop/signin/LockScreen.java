package io.daysheet.desktop.signin;

import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.KeyCap;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.VBox;

/// A locked desk. It is the whole scene: nothing of the board is behind it, neither for the eye nor
/// for a screen reader.
public final class LockScreen {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE d MMMM yyyy", Locale.ENGLISH);

  private final LockViewModel lock;
  private final Locked locked;
  private final InstantSource clock;
  private final Messages messages = Messages.beside(LockScreen.class);
  @FXML private VBox root;
  @FXML private Label time;
  @FXML private Label date;
  @FXML private Label initials;
  @FXML private Label name;
  @FXML private Label role;
  @FXML private Label since;
  @FXML private VBox pinPlace;
  @FXML private PasswordField pin;
  @FXML private Label count;
  @FXML private Label told;
  @FXML private Button unlock;
  @FXML private Button browser;
  @FXML private Button change;
  @FXML private Label kept;
  @FXML private Label line;
  @FXML private Label desk;

  /// Who locked what.
  ///
  /// @param hospital its name; empty if this user has none
  /// @param zone in which the clock goes
  /// @param unfinished whether half-typed work waits behind
  public record Locked(
      Persona who, String desk, String hospital, ZoneId zone, boolean unfinished, Ways ways) {}

  /// The ways on that are no PIN.
  public record Ways(Runnable signIn, Runnable change) {}

  public LockScreen(LockViewModel lock, Locked locked, InstantSource clock) {
    this.lock = lock;
    this.locked = locked;
    this.clock = clock;
  }

  @FXML
  void initialize() {
    ZonedDateTime now = clock.instant().atZone(locked.zone());
    initials.setText(locked.who().initials());
    name.setText(locked.who().name());
    role.setText(messages.get("lock.title", locked.who().roles(), locked.desk()));
    since.setText(messages.get("lock.since", TIME.format(now)));
    since.setGraphic(Icons.icon("bi-lock"));
    desk.setText(locked.desk());
    kept.setText(messages.get(locked.unfinished() ? "lock.kept" : "lock.kept.none"));
    kept.setGraphic(Icons.icon("bi-pencil"));
    unlock.setText(messages.get("lock.unlock"));
    KeyCap.on(unlock, "Enter");
    unlock.setOnAction(_ -> tryPin());
    browser.setGraphic(Icons.icon("bi-box-arrow-up-right"));
    browser.setOnAction(_ -> locked.ways().signIn().run());
    change.setOnAction(_ -> locked.ways().change().run());
    pin.setTextFormatter(
        new TextFormatter<>(change -> change.getText().matches("[0-9]*") ? change : null));
    pin.textProperty().subscribe(_ -> show(lock.shownProperty().get()));
    lock.shownProperty().subscribe(this::show);
    connected(true);
    tick();
    Focus.onEntry(root, this::first);
  }

  /// Moves the clock on.
  public void tick() {
    ZonedDateTime now = clock.instant().atZone(locked.zone());
    time.setText(TIME.format(now));
    date.setText(
        locked.hospital().isEmpty()
            ? DATE.format(now)
            : messages.get("lock.title", DATE.format(now), locked.hospital()));
  }

  /// Whether the board behind goes on being updated.
  public void connected(boolean live) {
    String style = live ? "live" : "lost";
    if (!line.getStyleClass().contains(style)) {
      line.getStyleClass().setAll("label", style);
      line.setText(messages.get(live ? "lock.live" : "lock.lost"));
      line.setGraphic(Icons.icon(live ? "bi-broadcast" : "bi-wifi-off"));
    }
  }

  private Node first() {
    return lock.shownProperty().get().takesPin() ? pin : browser;
  }

  private void tryPin() {
    String typed = pin.getText();
    pin.clear();
    lock.unlock(typed);
  }

  private void show(LockViewModel.Shown shown) {
    String typed = pin.getText();
    Place.show(pinPlace, shown.takesPin());
    pin.setDisable(shown.checking());
    count.setText(lock.progress(typed));
    Place.show(unlock, shown.takesPin());
    unlock.setDisable(shown.checking() || !lock.isWhole(typed));
    told.setText(shown.told());
    told.setManaged(!shown.told().isEmpty());
    told.getStyleClass().setAll("label", shown.wrong() ? "front-refused" : "told-text");
    if (!shown.checking() && root.getScene() != null && root.getScene().getFocusOwner() == null) {
      first().requestFocus();
    }
  }
}
