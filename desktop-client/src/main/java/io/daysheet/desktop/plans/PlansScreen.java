package io.daysheet.desktop.plans;

import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.ListKeys;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Names;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.plans.WeekContentsViewModel.State;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.TimeOff;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A doctor's week, the time off below it, and beside it the plan or the absence that is open.
public final class PlansScreen {

  private final WeeksViewModel weeks;
  private final InstantSource clock;
  private final Messages messages = Messages.beside(PlansScreen.class);
  private final WeekParts parts = new WeekParts(messages);
  private final BesideWeek beside;
  @FXML private BorderPane root;
  @FXML private ComboBox<Hospital> hospital;
  @FXML private ComboBox<Doctor> doctor;
  @FXML private StackPane userPlace;
  @FXML private Button newPlan;
  @FXML private Button newTimeOff;
  @FXML private Button back;
  @FXML private Button today;
  @FXML private Button on;
  @FXML private Label weekName;
  @FXML private Label horizon;
  @FXML private HBox toldPlace;
  @FXML private VBox told;
  @FXML private Button undo;
  @FXML private Button seen;
  @FXML private StackPane weekPlace;
  @FXML private FlowPane away;
  @FXML private HBox planKey;
  private @Nullable WeekGrid grid;

  private PlansScreen(WeeksViewModel weeks, InstantSource clock) {
    this.weeks = weeks;
    this.clock = clock;
    this.beside = new BesideWeek(weeks);
  }

  public static Screens.Screen<Parent, PlansScreen> load(
      WeeksViewModel weeks, InstantSource clock) {
    return new Screens()
        .wire(PlansScreen.class, () -> new PlansScreen(weeks, clock))
        .load(PlansScreen.class);
  }

  /// The top bar takes the menu of whoever is signed in.
  public void signedIn(Node userMenu) {
    userPlace.getChildren().setAll(userMenu);
  }

  @FXML
  void initialize() {
    root.getStylesheets()
        .add(Objects.requireNonNull(getClass().getResource("plans.css")).toExternalForm());
    WeekChoiceViewModel choice = weeks.choice();
    hospital.setConverter(new Names<>("", Hospital::name));
    hospital.setItems(choice.hospitals());
    hospital.valueProperty().bindBidirectional(choice.hospitalProperty());
    doctor.setConverter(new Names<>(messages.get("nobody"), Doctor::name));
    doctor.setItems(choice.doctors());
    doctor.valueProperty().bindBidirectional(choice.doctorProperty());
    Place.show(newPlan, weeks.mayArrange());
    Place.show(planKey, weeks.mayArrange());
    newPlan.setOnAction(_ -> weeks.newPlan());
    newTimeOff.setOnAction(_ -> weeks.newTimeOff());
    back.setOnAction(_ -> choice.move(-1));
    today.setOnAction(_ -> choice.today());
    on.setOnAction(_ -> choice.move(1));
    undo.setOnAction(_ -> weeks.undo());
    seen.setOnAction(_ -> weeks.deeds().forget());
    weeks.contents().shownProperty().subscribe(this::show);
    weeks
        .cursor()
        .placeProperty()
        .subscribe(now -> {
          if (grid != null) {
            grid.show(now);
          }
        });
    weeks.openProperty().subscribe(this::show);
    weeks.deeds().toldProperty().subscribe(this::show);
    keys();
    Focus.onEntry(root, this::taking);
  }

  private void keys() {
    WeekChoiceViewModel choice = weeks.choice();
    ListKeys.of(root)
        .leave(() -> weeks.openProperty().get() != null, this::leave)
        .save(weeks::save)
        .key(KeyCode.F5, weeks::load)
        .key(KeyCode.N, weeks::newPlan)
        .key(KeyCode.O, weeks::newTimeOff)
        .key(KeyCode.T, choice::today)
        .key(KeyCode.OPEN_BRACKET, () -> choice.move(-1))
        .key(KeyCode.CLOSE_BRACKET, () -> choice.move(1))
        .key(KeyCode.PAGE_UP, () -> weeks.stepDoctor(-1))
        .key(KeyCode.PAGE_DOWN, () -> weeks.stepDoctor(1));
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          // what is typed is undone in its field
          if (event.getCode() == KeyCode.Z && event.isShortcutDown() && !weeks.isUnfinished()) {
            weeks.undo();
            event.consume();
          }
        });
  }

  /// The keys of the cursor, while the week has the focus.
  private void pressed(KeyEvent event) {
    Runnable way =
        switch (event.getCode()) {
          case LEFT -> () -> weeks.cursor().move(-1, 0);
          case RIGHT -> () -> weeks.cursor().move(1, 0);
          case UP -> () -> weeks.cursor().move(0, -1);
          case DOWN -> () -> weeks.cursor().move(0, 1);
          case ENTER -> weeks::openHere;
          default -> null;
        };
    if (way != null) {
      way.run();
      event.consume();
    }
  }

  private void show(WeekContentsViewModel.Shown shown) {
    DoctorWeek week = shown.week();
    if (week == null) {
      grid = null;
      weekPlace.getChildren().setAll(placeholder(shown.state()));
      weekName.setText("");
      horizon.setText("");
      away.getChildren().clear();
      return;
    }
    Instant now = clock.instant();
    weekName.setText(
        messages.get(
            "week", PlanWording.date(week.monday()), PlanWording.date(week.monday().plusDays(6))));
    horizon.setText(horizon(week, shown.publishedUntil()));
    if (grid == null) {
      grid = new WeekGrid(taps());
      grid.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
      ScrollPane scroll = new ScrollPane(grid);
      scroll.getStyleClass().setAll("scroll-pane", "week-scroll");
      scroll.setFitToWidth(true);
      scroll.setFitToHeight(true);
      scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
      weekPlace.getChildren().setAll(scroll);
      // who walks through the doctors goes on doing so
      if (!hospital.isFocused() && !doctor.isFocused()) {
        focusWeek();
      }
    }
    grid.show(week, week.hospital().dateAt(now));
    grid.show(weeks.cursor().placeProperty().get());
    var times = new WallTimes(week.hospital().timeZone());
    away.getChildren()
        .setAll(
            week.away().stream()
                .filter(off -> off.end().isAfter(now))
                .<Node>map(off -> chip(off, times))
                .toList());
    if (away.getChildren().isEmpty()) {
      Label none = new Label(messages.get("off.none"));
      none.getStyleClass().add("muted");
      away.getChildren().setAll(none);
    }
  }

  private String horizon(DoctorWeek week, @Nullable LocalDate until) {
    if (!week.isPlanned()) {
      return messages.get(weeks.mayArrange() ? "unplanned" : "unplanned.read");
    }
    return until == null ? "" : messages.get("horizon", PlanWording.date(until));
  }

  private WeekGrid.Taps taps() {
    return new WeekGrid.Taps(
        weeks::open,
        absence -> weeks.open(absence.off()),
        (date, time) -> {
          focusWeek();
          weeks.cursor().set(date, time);
          weeks.openHere();
        });
  }

  private Button chip(TimeOff off, WallTimes times) {
    Button chip =
        new Button(
            messages.get("off.chip", parts.reason(off.reason()), times.dates(off.during())),
            Icons.icon(WeekParts.icon(off.reason())));
    chip.getStyleClass().add("off-chip");
    chip.setOnAction(_ -> weeks.open(off));
    return chip;
  }

  private Node placeholder(State state) {
    VBox place = new VBox();
    place.getStyleClass().add("empty-list");
    switch (state) {
      case FAILED -> {
        Button again = new Button(messages.get("again"), Icons.icon("bi-arrow-clockwise"));
        again.setOnAction(_ -> weeks.load());
        place.getChildren().setAll(new Label(messages.get("failed")), again);
      }
      case NOBODY -> {
        boolean nowhere = weeks.choice().hospitals().isEmpty();
        place
            .getChildren()
            .setAll(new Label(messages.get(nowhere ? "nowhere.text" : "nobody.text")));
      }
      case LOADING, THERE -> place.getChildren().setAll(new Label(messages.get("loading")));
    }
    return place;
  }

  private void show(@Nullable Open open) {
    boolean closed = open == null;
    hospital.setDisable(!closed);
    doctor.setDisable(!closed);
    root.setRight(beside.show(open));
    if (closed) {
      focusWeek();
    }
  }

  private void show(WeekDeedsViewModel.Told now) {
    told.getChildren()
        .setAll(
            now.lines().stream()
                .<Node>map(line -> {
                  Label label = new Label(line);
                  label.setWrapText(true);
                  label.setMinHeight(Label.USE_PREF_SIZE);
                  return label;
                })
                .toList());
    if (now.lines().isEmpty() && now.undoable()) {
      told.getChildren().setAll(new Label(messages.get("undoable")));
    }
    Place.show(toldPlace, !now.lines().isEmpty() || now.undoable());
    Place.show(undo, now.undoable());
  }

  /// A question that is put is left first.
  private void leave() {
    if (!weeks.takeBack()) {
      weeks.leave();
    }
  }

  private void focusWeek() {
    Node week = taking();
    if (week != null) {
      Focus.on(week);
    }
  }

  /// What is open beside the week takes the keys by itself.
  private @Nullable Node taking() {
    return weeks.openProperty().get() == null ? grid : null;
  }
}
