package io.daysheet.desktop;

import static io.daysheet.desktop.WorkplaceAtHand.onScreen;
import static io.daysheet.desktop.WorkplaceAtHand.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.day.SlotChoice;
import io.daysheet.desktop.demo.DemoServerAtHand;
import io.daysheet.desktop.demo.PersonAtTheBrowser;
import io.daysheet.desktop.remote.ClientTokens;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.HttpScheduleServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.ServerAddress;
import io.daysheet.patient.Patient;
import io.daysheet.wire.RegisterPatient;
import io.daysheet.wire.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// A doctor comes to see somebody else's patient at the real server, and stops.
class EmergencyAtTheServerIT {

  private static final LocalDate BORN = LocalDate.of(1961, 10, 30);

  @RegisterExtension static final DemoServerAtHand SERVER = new DemoServerAtHand();

  private static Patient patient;

  private WorkplaceAtHand at;

  /// Somebody whom no doctor has seen.
  @BeforeAll
  static void register() throws Exception {
    try (var address = new ServerAddress(SERVER.address().toString(), "Front desk", frontDesk())) {
      var answer = new CompletableFuture<Outcome<Patient>>();
      new HttpScheduleServer(address, Runnable::run)
          .registerPatient(
              new RegisterPatient(
                  null, "Ottilie", "Quastenberg", BORN, null, null, null, null, null),
              CommandKey.fresh(),
              answer::complete);
      patient = ((Outcome.Done<Patient>) answer.get(30, TimeUnit.SECONDS)).value();
    }
  }

  private static ClientTokens frontDesk() throws IOException {
    JsonNode all = WireJson.lenientMapper().readTree(Files.readString(SERVER.credentials()));
    JsonNode client =
        all.get("clients")
            .valueStream()
            .filter(each -> each.get("role").asString().equals("receptionist"))
            .findFirst()
            .orElseThrow();
    return new ClientTokens(
        all.get("tokenEndpoint").asString(),
        client.get("clientId").asString(),
        client.get("clientSecret").asString());
  }

  @BeforeEach
  void signIn() throws Exception {
    var browser = new PersonAtTheBrowser(SERVER.people().called("doctor"));
    at = new WorkplaceAtHand(SERVER.address().toString(), browser, InstantSource.system());
    at.press("#primary");
    patiently().until(() -> at.shows("#skip"));
    at.press("#skip");
    at.awaitBoard();
  }

  @AfterEach
  void close() {
    at.close();
  }

  /// Clicks a free slot, of the first day that has one, and searches. While the day is loaded anew
  /// a click does nothing.
  private void search() {
    patiently()
        .until(() ->
            onScreen(() -> {
              clickFreeSlot();
              return at.hand().find("#patient-search").isPresent();
            }));
    at.type("#patient-search", "quasten");
  }

  private void clickFreeSlot() {
    var day = at.workplace().desk().orElseThrow().day();
    if (day.isReadOnly() || !WorkplaceAtHand.isShown(day)) {
      return;
    }
    freeSlot().ifPresentOrElse(day::choose, () -> day.goDays(1));
  }

  private Optional<SlotChoice> freeSlot() {
    var day = at.workplace().desk().orElseThrow().day();
    return day.columns().stream()
        .flatMap(column ->
            day.hoursProperty().get().starts().stream()
                .flatMap(start -> day.choiceAt(column.doctor().id(), start).stream()))
        .filter(SlotChoice.FreeSlot.class::isInstance)
        .reduce((_, last) -> last);
  }

  private void reason(String text) {
    onScreen(() -> {
      ((TextArea) at.find("#reason")).setText(text);
      return text;
    });
  }

  @Test
  void fromASearchThatFindsNobodyToTheEnd() {
    search();
    at.awaitText("Nobody found");
    onScreen(() -> {
      at.find(".form").lookupAll(".hyperlink").stream()
          .map(Hyperlink.class::cast)
          .filter(link -> link.getText().startsWith("Emergency access"))
          .forEach(Hyperlink::fire);
      return true;
    });
    at.awaitText("It will be reviewed");
    at.type("#mrn", patient.mrn());
    at.type("#birthDate", BORN.plusDays(1).toString());
    reason("ill");
    at.press("#begin");
    at.awaitText("Say why in at least 10 letters");
    reason("Collapsed in the waiting room, breathing badly");
    at.press("#begin");
    at.awaitText("No patient has this number and this date of birth");
    at.type("#birthDate", BORN.toString());
    onScreen(() -> {
      at.find("#birthDate").requestFocus();
      return true;
    });
    at.hand().press(KeyCode.ENTER);

    at.awaitText("Emergency access to 1 patient until");
    at.awaitText("Quastenberg, Ottilie · all that you look at is recorded");
    at.awaitText("1 found");
    at.awaitText("Emergency access: to look only");
    at.picture("emergency-at-the-server");
    at.hand().press(KeyCode.ESCAPE);

    onScreen(() -> {
      at.find(".emergency-sign").lookupAll(".button").stream()
          .map(Button.class::cast)
          .forEach(Button::fire);
      return true;
    });
    patiently().until(() -> !at.read().contains("Emergency access to"));
    search();
    at.awaitText("Nobody found");
  }

  @Test
  void theMenuLeadsThereAndEscBack() {
    at.choose("Emergency access…");
    at.awaitText("It will be reviewed");
    at.hand().press(KeyCode.ESCAPE);

    at.awaitBoard();
    patiently().until(() -> !at.shows(".emergency-screen"));
    assertThat(at.read()).doesNotContain("Emergency access to");
  }
}
