package io.daysheet.desktop.day;

import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.KeyCap;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Names;
import io.daysheet.hospital.Hospital;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The desk's screen: the top bar, the day board, the status bar.
///
/// It binds and delegates. Its keys don't fire while something is typed or a form is open; only F1
/// does.
public final class DayScreen {
  /// Below this the top bar has no room for a doctor's name.
  private static final double NARROW = 1100;

  private final DayViewModel day;
  private final DayBoard board;
  private final DayKeys dayKeys;
  private final KeyPanel keyPanel;
  private final Messages messages = Messages.beside(DayScreen.class);
  @FXML private BorderPane root;
  @FXML private StackPane logoPlace;
  @FXML private StackPane userPlace;
  @FXML private ComboBox<Hospital> hospital;
  @FXML private Button back;
  @FXML private Button today;
  @FXML private Button on;
  @FXML private DatePicker datePicker;
  @FXML private Button dateTitle;
  @FXML private Button nextFree;
  @FXML private Button doctors;
  @FXML private Label pill;
  @FXML private HBox banner;
  @FXML private Label bannerTitle;
  @FXML private Label bannerText;
  @FXML private Label bannerCode;
  @FXML private Button retry;
  @FXML private StackPane signPlace;
  @FXML private StackPane boardPlace;
  @FXML private Label readOnly;
  @FXML private HBox keys;
  @FXML private Label saving;
  @FXML private Label news;

  public DayScreen(DayViewModel day) {
    this.day = day;
    this.board = new DayBoard(day);
    this.dayKeys = new DayKeys(day, this::pickDate, this::toggleKeys);
    this.keyPanel = new KeyPanel(dayKeys, messages);
  }

  /// The board, whose layer takes the forms.
  public DayBoard board() {
    return board;
  }

  /// Puts the menu of whoever is signed in at the end of the top bar; the logo stands over the rail
  /// then.
  public void signedIn(Node userMenu) {
    userPlace.getChildren().setAll(userMenu);
    logoPlace.setVisible(false);
    logoPlace.setManaged(false);
  }

  /// Puts a strip over the board, which shows itself while there is something to say.
  public void over(Node sign) {
    signPlace.getChildren().setAll(sign);
  }

  /// Shows all keys, or hides them.
  public void toggleKeys() {
    keyPanel.toggle();
  }

  @FXML
  void initialize() {
    boardPlace.getChildren().setAll(board, keyPanel);
    board.layer().getChildren().add(new NoticeStack(day.notices()));
    bindHospital();
    bindDate();
    bindDoctors();
    bindStatus();
    bindConnection();
    root.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    root.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressedBeside);
    // The day is what one came for: the arrow keys move on it at once, and again after a choice.
    Focus.onEntry(root, () -> board);
    hospital.setOnHidden(_ -> board.requestFocus());
    datePicker.setOnHidden(_ -> board.requestFocus());
  }

  private void bindHospital() {
    hospital.setItems(day.hospitals());
    hospital.setConverter(new Names<>("", Hospital::name));
    hospital.setButtonCell(new HospitalCell());
    hospital.valueProperty().bindBidirectional(day.hospitalProperty());
  }

  private void bindDate() {
    back.setOnAction(_ -> day.goDays(-1));
    on.setOnAction(_ -> day.goDays(1));
    today.setOnAction(_ -> day.goToToday());
    datePicker.valueProperty().bindBidirectional(day.dateProperty());
    datePicker.setFocusTraversable(false);
    dateTitle
        .textProperty()
        .bind(day.dateProperty().map(HospitalClock::date).orElse(messages.get("date.pick")));
    dateTitle.setOnAction(_ -> datePicker.show());
  }

  private void bindDoctors() {
    DoctorFilterViewModel filter = day.filter();
    DoctorList list = new DoctorList(filter, messages, board::requestFocus);
    doctors.setOnAction(_ -> list.showUnder(doctors));
    filter.shownProperty().subscribe(this::showDoctorCount);
    day.hoursProperty().subscribe(this::showDoctorCount);
    nextFree.setGraphic(Icons.icon("bi-skip-forward-circle"));
    nextFree.setOnAction(_ -> {
      day.goToNextFree();
      board.requestFocus();
    });
  }

  private void showDoctorCount() {
    DoctorFilterViewModel filter = day.filter();
    doctors.setText(
        messages.get(
            "doctors.shown",
            Integer.toString(filter.shownProperty().get()),
            Integer.toString(filter.doctors().size())));
  }

  private void bindConnection() {
    retry.setOnAction(_ -> day.retryNow());
    root.widthProperty().map(width -> width.doubleValue() < NARROW).subscribe(this::showConnection);
    day.connectionProperty().subscribe(this::showConnection);
    day.nowProperty().subscribe(this::showConnection);
    day.dateProperty().subscribe(this::showConnection);
    day.contents().revisionProperty().subscribe(this::showConnection);
    day.columns().addListener((ListChangeListener<DoctorColumnViewModel>) _ -> showConnection());
  }

  private void showConnection() {
    Connection connection = day.connectionProperty().get();
    BoardHours hours = day.hoursProperty().get();
    DayWording wording =
        new DayWording(messages, new HospitalClock(hours == null ? ZoneOffset.UTC : hours.zone()));
    pill.setText(wording.pill(connection, day.nowProperty().get()));
    String style =
        connection instanceof Connection.Live
            ? "live"
            : connection instanceof Connection.Offline ? "lost" : "";
    if (!pill.getStyleClass().contains(style) || pill.getGraphic() == null) {
      pill.getStyleClass().setAll("label", "pill", style);
      pill.setGraphic(
          Icons.icon(connection instanceof Connection.Live ? "bi-broadcast" : "bi-wifi-off"));
    }
    showBanner(connection instanceof Connection.Offline lost ? lost : null, wording);
    showNextFree(wording);
  }

  private void showBanner(Connection.@Nullable Offline lost, DayWording wording) {
    boolean offline = lost != null;
    banner.setVisible(offline);
    banner.setManaged(offline);
    readOnly.setVisible(offline);
    readOnly.setManaged(offline);
    boolean narrow = root.getWidth() < NARROW;
    for (Node hint : keys.getChildren()) {
      List<String> styles = hint.getStyleClass();
      boolean shown =
          !(offline && styles.contains("writes")) && !(narrow && styles.contains("visits"));
      hint.setVisible(shown);
      hint.setManaged(shown);
    }
    if (lost != null) {
      bannerTitle.setText(
          day.hasArrived() ? wording.banner(lost) : wording.bannerWithoutCopy(lost));
      bannerText.setText(wording.nextTry(lost, day.nowProperty().get()));
      bannerCode.setText(wording.offlineCode(lost));
    }
  }

  private void showNextFree(DayWording wording) {
    nextFree.setVisible(!day.isReadOnly());
    nextFree.setDisable(day.nextFree().isEmpty());
    String whole = wording.nextFree(day.nextFree(), day.columns());
    nextFree.setText(root.getWidth() < NARROW ? wording.nextFreeBriefly(day.nextFree()) : whole);
    nextFree.setAccessibleText(whole);
  }

  private void bindStatus() {
    keys.getChildren()
        .setAll(dayKeys.all().stream().filter(DayKeys.Key::hinted).map(this::hint).toList());
    saving.visibleProperty().bind(day.savingProperty().greaterThan(0));
    saving.managedProperty().bind(saving.visibleProperty());
    saving
        .textProperty()
        .bind(
            day.savingProperty()
                .map(n ->
                    n.intValue() == 1
                        ? messages.get("saving.one")
                        : messages.get("saving.many", n.toString())));
    news.textProperty().bind(day.newsProperty());
  }

  private HBox hint(DayKeys.Key key) {
    HBox hint = new HBox();
    for (String text : key.cap().split(" ", -1)) {
      hint.getChildren().add(KeyCap.of(text));
    }
    hint.getChildren().add(new Label(messages.get(key.text())));
    hint.getStyleClass().setAll("key-hint");
    if (key.kind() != DayKeys.Kind.LOOKS) {
      hint.getStyleClass().add("writes");
    }
    if (key.kind() == DayKeys.Kind.VISITS) {
      hint.getStyleClass().add("visits");
    }
    return hint;
  }

  private void pickDate() {
    datePicker.show();
  }

  private void typed(KeyEvent event) {
    boolean commands = event.isMetaDown() || event.isControlDown() != event.isAltDown();
    boolean covered = keyPanel.isOpen() && !event.getCharacter().equals("?");
    if (commands || isTyping() || covered || board.layer().isOpen()) {
      return;
    }
    if (dayKeys.typed(event.getCharacter())) {
      event.consume();
    }
  }

  /// F1 types nothing, so it works beside a form, too.
  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.F1) {
      toggleKeys();
      event.consume();
    } else if (!isTyping() && !keyPanel.isOpen() && !board.layer().isOpen()) {
      if (dayKeys.pressed(event)) {
        event.consume();
      }
    }
  }

  private boolean isTyping() {
    return root.getScene().getFocusOwner() instanceof TextInputControl;
  }

  private void pressedBeside(MouseEvent event) {
    boolean inside =
        event.getTarget() instanceof Node node
            && Stream.<Node>iterate(node, Objects::nonNull, Node::getParent)
                .anyMatch(keyPanel::equals);
    if (!inside) {
      keyPanel.close();
    }
  }
}
