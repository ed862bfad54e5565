package io.daysheet.desktop.hospitals;

import io.daysheet.desktop.form.Drafting;
import io.daysheet.desktop.form.FormParts;
import io.daysheet.desktop.form.RecordFoot;
import io.daysheet.desktop.form.RecordViewModel;
import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.hospitals.HospitalDraft.Flaw;
import io.daysheet.desktop.rebooking.AttentionBox;
import io.daysheet.hospital.Hospital;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// One hospital beside the list.
final class HospitalForm {

  private final HospitalsViewModel hospitals;
  private final RecordViewModel<HospitalDraft, Flaw, Hospital> form;
  private final Messages messages = Messages.beside(HospitalForm.class);
  @FXML private VBox root;
  @FXML private Label title;
  @FXML private Label subtitle;
  @FXML private TextField name;
  @FXML private Label nameWrong;
  @FXML private ZoneField zone;
  @FXML private Label zoneWrong;
  @FXML private TextField latitude;
  @FXML private TextField longitude;
  @FXML private Label locationWrong;
  @FXML private HoursPane hours;
  @FXML private Label hoursWrong;
  @FXML private ClosuresPane closures;
  @FXML private Label closuresWrong;
  @FXML private TypesPane types;
  @FXML private Label typesWrong;
  @FXML private RoomsPane rooms;
  @FXML private TextField grid;
  @FXML private TextField horizon;
  @FXML private TextField notice;
  @FXML private TextField cancellation;
  @FXML private Label policyWrong;
  @FXML private CheckBox active;
  @FXML private Label told;
  @FXML private AttentionBox attention;
  @FXML private RecordFoot foot;

  HospitalForm(HospitalsViewModel hospitals, RecordViewModel<HospitalDraft, Flaw, Hospital> form) {
    this.hospitals = hospitals;
    this.form = form;
  }

  @FXML
  void initialize() {
    FormParts.dress(root);
    hear(name, HospitalDraft::withName, Flaw.NAME);
    zone.onTyped(text -> type(d -> d.withZone(text), Flaw.ZONE));
    hear(latitude, HospitalDraft::withLatitude, Flaw.LOCATION);
    hear(longitude, HospitalDraft::withLongitude, Flaw.LOCATION);
    hours.onTyped((day, text) -> type(d -> d.withHours(day, text), Flaw.HOURS));
    closures.onTyped(all -> type(d -> d.withClosures(all), Flaw.CLOSURES));
    types.onTyped(all -> type(d -> d.with(d.policy().withTypes(all)), Flaw.TYPES));
    hear(grid, (d, text) -> d.with(d.policy().withGrid(text)), Flaw.GRID);
    hear(horizon, (d, text) -> d.with(d.policy().withHorizon(text)), Flaw.HORIZON);
    hear(notice, (d, text) -> d.with(d.policy().withNotice(text)), Flaw.NOTICE);
    hear(cancellation, (d, text) -> d.with(d.policy().withCancellation(text)), Flaw.CANCELLATION);
    active.setOnAction(_ -> type(d -> d.withActive(active.isSelected())));
    foot.bind(form, hospitals::leave);
    form.shownProperty().subscribe(this::show);
    hospitals.roomsProperty().subscribe(rooms::bind);
    attention.bind(hospitals.attention());
    Focus.onEntry(root, () -> name);
  }

  @FunctionalInterface
  private interface With {
    HospitalDraft with(HospitalDraft draft, String typed);
  }

  private void hear(TextField field, With with, Flaw about) {
    field.textProperty().addListener((_, _, text) -> type(d -> with.with(d, text), about));
  }

  private void type(UnaryOperator<HospitalDraft> change, Flaw... about) {
    form.type(change, List.of(about));
  }

  private void show(Drafting.Shown<HospitalDraft, Flaw> shown) {
    HospitalDraft draft = shown.draft();
    Hospital before = draft.before();
    title.setText(before == null ? messages.get("form.new") : before.name());
    subtitle.setText(messages.get(before == null ? "form.new.text" : "form.text"));
    Place.set(name, draft.name());
    zone.show(draft.zone());
    Place.set(latitude, draft.latitude());
    Place.set(longitude, draft.longitude());
    hours.show(draft);
    closures.show(draft.closures());
    types.show(draft.policy().types());
    Place.set(grid, draft.policy().grid());
    Place.set(horizon, draft.policy().horizon());
    Place.set(notice, draft.policy().notice());
    Place.set(cancellation, draft.policy().cancellation());
    Place.show(active, before != null);
    active.setSelected(draft.active());
    showWrong(shown.wrong());
    Place.say(told, shown.told());
  }

  private void showWrong(Map<Flaw, String> wrong) {
    Place.say(nameWrong, wrong.get(Flaw.NAME));
    Place.say(zoneWrong, wrong.get(Flaw.ZONE));
    Place.say(locationWrong, wrong.get(Flaw.LOCATION));
    Place.say(hoursWrong, wrong.get(Flaw.HOURS));
    Place.say(closuresWrong, wrong.get(Flaw.CLOSURES));
    Place.say(typesWrong, wrong.get(Flaw.TYPES));
    Place.say(
        policyWrong,
        String.join(
            "\n",
            List.of(Flaw.GRID, Flaw.NOTICE, Flaw.HORIZON, Flaw.CANCELLATION).stream()
                .filter(wrong::containsKey)
                .map(wrong::get)
                .toList()));
  }
}
