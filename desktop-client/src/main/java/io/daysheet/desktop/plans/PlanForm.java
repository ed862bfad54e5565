package io.daysheet.desktop.plans;

import io.daysheet.desktop.form.Drafting;
import io.daysheet.desktop.form.FormParts;
import io.daysheet.desktop.form.ObstacleBox;
import io.daysheet.desktop.form.RecordFoot;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Names;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.plans.PlanDraft.Flaw;
import io.daysheet.schedule.WeeklyPlan;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One weekly plan beside the week.
final class PlanForm {

  private final WeeksViewModel weeks;
  private final PlanFormViewModel form;
  private final Messages messages = Messages.beside(PlanForm.class);
  private final PlanWording wording = new PlanWording(messages);
  @FXML private Label title;
  @FXML private Label subtitle;
  @FXML private Label told;
  @FXML private VBox scopes;
  @FXML private RadioButton thisDate;
  @FXML private RadioButton following;
  @FXML private RadioButton all;
  @FXML private Label scopeWhy;
  @FXML private CheckBox skip;
  @FXML private VBox dayPlace;
  @FXML private ComboBox<DayOfWeek> day;
  @FXML private HBox times;
  @FXML private TextField start;
  @FXML private TextField end;
  @FXML private Label timesWrong;
  @FXML private Label slots;
  @FXML private VBox datesPlace;
  @FXML private TextField from;
  @FXML private TextField until;
  @FXML private Label datesWrong;
  @FXML private ObstacleBox obstacles;
  @FXML private VBox preview;
  @FXML private VBox published;
  @FXML private HBox progress;
  @FXML private RemovalBox removal;
  @FXML private HBox ways;
  @FXML private Button remove;
  @FXML private Button reset;
  @FXML private RecordFoot foot;

  PlanForm(WeeksViewModel weeks, PlanFormViewModel form) {
    this.weeks = weeks;
    this.form = form;
  }

  @FXML
  void initialize() {
    FormParts.dress(obstacles);
    ToggleGroup group = new ToggleGroup();
    scope(thisDate, PlanScope.THIS_DATE, group);
    scope(following, PlanScope.FOLLOWING, group);
    scope(all, PlanScope.ALL, group);
    skip.setOnAction(_ -> type(draft -> draft.withSkip(skip.isSelected())));
    day.setConverter(new Names<>("", PlanWording::weekday));
    day.getItems().setAll(DayOfWeek.values());
    day.valueProperty().addListener((_, _, now) -> type(draft -> draft.withDay(now)));
    hear(start, PlanDraft::withStart, Flaw.START, Flaw.ORDER);
    hear(end, PlanDraft::withEnd, Flaw.END, Flaw.ORDER);
    hear(from, PlanDraft::withFrom, Flaw.FROM, Flaw.DATES);
    hear(until, PlanDraft::withUntil, Flaw.UNTIL, Flaw.DATES);
    Steps.ofTimes(start, () -> form.draft().at().hospital().policy().gridMinutes());
    Steps.ofTimes(end, () -> form.draft().at().hospital().policy().gridMinutes());
    Steps.ofDates(from, 7);
    Steps.ofDates(until, 7);
    remove.setOnAction(_ -> weeks.remove());
    reset.setOnAction(_ -> weeks.reset());
    foot.bind(form.record(), weeks::leave);
    removal.bind(weeks::remove, this::keep);
    form.removal().askedProperty().subscribe(this::show);
    form.shownProperty().subscribe(this::show);
    form.aroundProperty().subscribe(this::show);
    Focus.on(start);
  }

  private void keep() {
    form.removal().takeBack();
    Focus.on(remove);
  }

  private void show(RemovalViewModel.Asked asked) {
    removal.show(asked, form.draft());
    showRemove(form.draft());
  }

  private void scope(RadioButton button, PlanScope scope, ToggleGroup group) {
    button.setToggleGroup(group);
    button.setOnAction(_ -> form.choose(scope));
  }

  @FunctionalInterface
  private interface With {
    PlanDraft with(PlanDraft draft, String typed);
  }

  private void hear(TextField field, With with, Flaw... about) {
    field.textProperty().addListener((_, _, text) -> type(draft -> with.with(draft, text), about));
  }

  private void type(UnaryOperator<PlanDraft> change, Flaw... about) {
    form.type(change, List.of(about));
  }

  private void show(Drafting.Shown<PlanDraft, Flaw> shown) {
    PlanDraft draft = shown.draft();
    WeeklyPlan before = draft.at().before();
    boolean oneDate = draft.scope() == PlanScope.THIS_DATE;
    title.setText(
        before == null
            ? messages.get("form.new")
            : messages.get("form.title", PlanWording.weekday(before.day())));
    subtitle.setText(
        before == null
            ? messages.get(
                "form.subtitle", draft.at().doctor().name(), draft.at().hospital().name())
            : messages.get("form.subtitle", draft.at().doctor().name(), wording.valid(before)));
    showScopes(draft, before != null);
    Place.show(skip, oneDate);
    skip.setSelected(draft.skip());
    Place.show(dayPlace, !oneDate);
    day.setValue(draft.day());
    Place.show(datesPlace, !oneDate);
    times.setDisable(draft.skip());
    Place.set(start, draft.start());
    Place.set(end, draft.end());
    Place.set(from, draft.from());
    from.setDisable(draft.scope() == PlanScope.FOLLOWING);
    Place.set(until, draft.until());
    Place.say(slots, slots(draft));
    showWrong(shown.wrong());
    Place.say(told, shown.told());
    showRemove(draft);
    remove.setText(
        messages.get(
            switch (draft.scope()) {
              case THIS_DATE -> "form.skip";
              case FOLLOWING -> "form.end.plan";
              case ALL -> "form.remove";
            }));
    showProgress();
  }

  private void showScopes(PlanDraft draft, boolean isThere) {
    Place.show(scopes, isThere);
    String date = PlanWording.date(draft.at().date());
    thisDate.setText(messages.get("scope.this", date));
    following.setText(messages.get("scope.following", date));
    thisDate.setDisable(!form.whyNot(PlanScope.THIS_DATE).isEmpty());
    following.setDisable(!form.whyNot(PlanScope.FOLLOWING).isEmpty());
    Place.say(scopeWhy, form.whyNot(PlanScope.THIS_DATE));
    switch (draft.scope()) {
      case THIS_DATE -> thisDate.setSelected(true);
      case FOLLOWING -> following.setSelected(true);
      case ALL -> all.setSelected(true);
    }
  }

  private void showRemove(PlanDraft draft) {
    boolean isAsked =
        !(form.removal().askedProperty().get() instanceof RemovalViewModel.Asked.Nothing);
    boolean isSkipped = draft.scope() == PlanScope.THIS_DATE && draft.skip();
    Place.show(remove, !draft.isNew() && !isSkipped && !isAsked);
    Place.show(reset, form.canReset());
    Place.show(ways, remove.isVisible() || reset.isVisible());
  }

  private String slots(PlanDraft draft) {
    var begins = WallTimes.parse(draft.start());
    var ends = WallTimes.parse(draft.end());
    return begins.isPresent() && ends.isPresent() && !draft.skip()
        ? wording.slots(begins.get(), ends.get(), draft.at().hospital().policy())
        : "";
  }

  private void showWrong(Map<Flaw, String> wrong) {
    Place.say(timesWrong, Wrong.first(wrong, List.of(Flaw.START, Flaw.END, Flaw.ORDER)));
    Place.say(datesWrong, Wrong.first(wrong, List.of(Flaw.FROM, Flaw.UNTIL, Flaw.DATES)));
  }

  private void show(PlanFormViewModel.Around around) {
    obstacles.showWithoutKeys(around.obstacles(), _ -> {});
    lines(preview, "form.preview", "bi-eye", around.preview());
    lines(published, "form.published", "bi-check-circle", around.published());
  }

  private void lines(VBox place, String titleKey, String icon, List<String> lines) {
    Label heading = new Label(messages.get(titleKey), Icons.icon(icon));
    heading.getStyleClass().setAll("label", "drawer-label");
    place.getChildren().setAll(heading);
    lines.forEach(line -> place.getChildren().add(wrapped(line)));
    Place.show(place, !lines.isEmpty());
  }

  private static Node wrapped(String line) {
    Label label = new Label(line);
    label.getStyleClass().setAll("label", "result-line");
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  /// Publishing half a year takes the server a while.
  void showProgress() {
    boolean busy = form.shownProperty().get().saving() || weeks.deeds().underWayProperty().get();
    Place.show(progress, busy);
    remove.setDisable(busy);
    removal.setBusy(busy);
    reset.setDisable(busy);
  }
}
