package io.daysheet.desktop.emergency;

import io.daysheet.desktop.day.HospitalClock;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.hospital.Hospital;
import io.daysheet.wire.EmergencyAccess;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The strip over the day that stays while a doctor sees somebody else's patient, with the way to
/// end it. Times are those of the hospital that is shown.
public final class EmergencySign extends HBox {

  private final Messages messages = Messages.beside(EmergencySign.class);
  private final EmergenciesViewModel accesses;
  private final ObservableValue<? extends Hospital> hospital;
  private final InstantSource clock;
  private final Label title = new Label();
  private final Label names = new Label();
  private final Button end = new Button();

  public EmergencySign(
      EmergenciesViewModel accesses,
      ObservableValue<? extends Hospital> hospital,
      InstantSource clock) {
    this.accesses = accesses;
    this.hospital = hospital;
    this.clock = clock;
    getStylesheets()
        .add(Objects.requireNonNull(getClass().getResource("emergency.css")).toExternalForm());
    getStyleClass().setAll("emergency-sign");
    title.getStyleClass().setAll("label", "emergency-title");
    names.getStyleClass().setAll("label", "emergency-names");
    VBox words = new VBox(title, names);
    words.getStyleClass().setAll("emergency-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    end.setMinWidth(USE_PREF_SIZE);
    end.setOnAction(_ -> accesses.endAll());
    getChildren().setAll(Icons.icon("bi-shield-exclamation", "emergency-icon"), words, end);
    accesses.shownProperty().subscribe(this::show);
    hospital.subscribe(this::show);
  }

  private void show() {
    EmergenciesViewModel.Shown shown = accesses.shownProperty().get();
    List<EmergencyAccess> current = shown.current();
    Place.show(this, !current.isEmpty());
    if (current.isEmpty()) {
      return;
    }
    String until = until(shown.until());
    title.setText(
        current.size() == 1
            ? messages.get("sign.one", until)
            : messages.get("sign.many", Integer.toString(current.size()), until));
    String who =
        current.stream().map(each -> each.patient().sortName()).collect(Collectors.joining("; "));
    names.setText(shown.failed() ? messages.get("sign.failed") : messages.get("sign.names", who));
    end.setText(messages.get(shown.ending() ? "sign.ending" : "sign.end"));
    end.setDisable(shown.ending());
    setAccessibleText(title.getText());
  }

  /// "22:10", or with its date if that is another day.
  private String until(Instant instant) {
    Hospital at = hospital.getValue();
    ZoneId zone = at == null ? ZoneOffset.UTC : at.timeZone();
    String time = new HospitalClock(zone).time(instant);
    LocalDate day = LocalDate.ofInstant(instant, zone);
    return day.equals(LocalDate.ofInstant(clock.instant(), zone))
        ? time
        : HospitalClock.date(day) + ", " + time;
  }
}
