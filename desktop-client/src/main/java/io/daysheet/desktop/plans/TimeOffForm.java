package io.daysheet.desktop.plans;

import io.daysheet.desktop.form.Drafting;
import io.daysheet.desktop.form.RecordFoot;
import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.plans.TimeOffDraft.Flaw;
import io.daysheet.desktop.plans.TimeOffFormViewModel.Hit;
import io.daysheet.schedule.TimeOff.Reason;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One absence beside the week.
final class TimeOffForm {

  private static final int QUARTER = 15;

  private final WeeksViewModel weeks;
  private final TimeOffFormViewModel form;
  private final Messages messages = Messages.beside(TimeOffForm.class);
  @FXML private Label title;
  @FXML private Label subtitle;
  @FXML private Label told;
  @FXML private RadioButton vacation;
  @FXML private RadioButton cme;
  @FXML private RadioButton sick;
  @FXML private CheckBox wholeDays;
  @FXML private TextField fromDate;
  @FXML private TextField fromTime;
  @FXML private Label fromWrong;
  @FXML private TextField untilDate;
  @FXML private TextField untilTime;
  @FXML private Label untilWrong;
  @FXML private VBox hitPlace;
  @FXML private Label hit;
  @FXML private Button showVisits;
  @FXML private HBox progress;
  @FXML private Button remove;
  @FXML private RecordFoot foot;

  TimeOffForm(WeeksViewModel weeks, TimeOffFormViewModel form) {
    this.weeks = weeks;
    this.form = form;
  }

  @FXML
  void initialize() {
    ToggleGroup reasons = new ToggleGroup();
    reason(vacation, Reason.VACATION, reasons);
    reason(cme, Reason.CME, reasons);
    reason(sick, Reason.SICK, reasons);
    wholeDays.setOnAction(_ -> type(draft -> draft.withWholeDays(wholeDays.isSelected())));
    hear(fromDate, TimeOffDraft::withFromDate, Flaw.FROM_DATE, Flaw.OVER);
    hear(fromTime, TimeOffDraft::withFromTime, Flaw.FROM_TIME, Flaw.OVER);
    hear(untilDate, TimeOffDraft::withUntilDate, Flaw.UNTIL_DATE, Flaw.ORDER, Flaw.TOO_LONG);
    hear(untilTime, TimeOffDraft::withUntilTime, Flaw.UNTIL_TIME, Flaw.ORDER, Flaw.TOO_LONG);
    Steps.ofDates(fromDate, 1);
    Steps.ofDates(untilDate, 1);
    Steps.ofTimes(fromTime, () -> QUARTER);
    Steps.ofTimes(untilTime, () -> QUARTER);
    remove.setOnAction(_ -> weeks.remove());
    showVisits.setOnAction(_ -> weeks.showVisits());
    foot.bind(form.record(), weeks::leave);
    form.shownProperty().subscribe(this::show);
    form.hitProperty().subscribe(this::show);
    Focus.on(fromDate);
  }

  private void reason(RadioButton button, Reason reason, ToggleGroup group) {
    button.setToggleGroup(group);
    button.setOnAction(_ -> type(draft -> draft.withReason(reason)));
  }

  @FunctionalInterface
  private interface With {
    TimeOffDraft with(TimeOffDraft draft, String typed);
  }

  private void hear(TextField field, With with, Flaw... about) {
    field.textProperty().addListener((_, _, text) -> type(draft -> with.with(draft, text), about));
  }

  private void type(UnaryOperator<TimeOffDraft> change, Flaw... about) {
    form.type(change, List.of(about));
  }

  private void show(Drafting.Shown<TimeOffDraft, Flaw> shown) {
    TimeOffDraft draft = shown.draft();
    title.setText(messages.get(draft.isNew() ? "off.new" : "off.title"));
    subtitle.setText(messages.get("form.subtitle", draft.doctor().name(), draft.zone().getId()));
    switch (draft.reason()) {
      case VACATION -> vacation.setSelected(true);
      case CME -> cme.setSelected(true);
      case SICK -> sick.setSelected(true);
    }
    wholeDays.setSelected(draft.wholeDays());
    Place.set(fromDate, draft.fromDate());
    Place.set(fromTime, draft.fromTime());
    Place.set(untilDate, draft.untilDate());
    Place.set(untilTime, draft.untilTime());
    Place.show(fromTime, !draft.wholeDays());
    Place.show(untilTime, !draft.wholeDays());
    showWrong(shown.wrong());
    Place.say(told, shown.told());
    Place.show(remove, !draft.isNew());
    showProgress();
  }

  private void showWrong(Map<Flaw, String> wrong) {
    Place.say(fromWrong, Wrong.first(wrong, List.of(Flaw.FROM_DATE, Flaw.FROM_TIME, Flaw.OVER)));
    Place.say(
        untilWrong,
        Wrong.first(wrong, List.of(Flaw.UNTIL_DATE, Flaw.UNTIL_TIME, Flaw.ORDER, Flaw.TOO_LONG)));
  }

  private void show(Hit now) {
    Place.show(hitPlace, now.state() != Hit.State.NOT_ASKED);
    hit.setText(
        switch (now.state()) {
          case NOT_ASKED -> "";
          case ASKING -> messages.get("off.hit.asking");
          case FAILED -> messages.get("off.hit.failed", form.hospital().name());
          case TOLD ->
              now.visits() == 0
                  ? messages.get("off.hit.none", form.hospital().name())
                  : messages.get(
                      now.visits() == 1 ? "off.hit.one" : "off.hit",
                      Integer.toString(now.visits()),
                      form.hospital().name());
        });
    Place.show(showVisits, now.visits() > 0);
  }

  void showProgress() {
    boolean busy = form.shownProperty().get().saving() || weeks.deeds().underWayProperty().get();
    Place.show(progress, busy);
    remove.setDisable(busy);
  }
}
