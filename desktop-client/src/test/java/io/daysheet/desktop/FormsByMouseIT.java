package io.daysheet.desktop;

import static io.daysheet.desktop.FormsAtHand.onFx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.calendarfx.view.DayView;
import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.QuietHospital;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.patient.Patient;
import io.daysheet.rule.Blocker;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/// The forms as a hand opens them: by a click on the board.
class FormsByMouseIT {

  private static final Patient ZOFIA = QuietHospital.patient(1, "Kowalska", "Zofia");

  private FormsAtHand desk;
  private FxRobot robot;

  @BeforeEach
  void show() throws Exception {
    desk = FormsAtHand.show(980, 800);
    robot = desk.robot;
  }

  @AfterEach
  void hide() throws Exception {
    FxToolkit.cleanupStages();
  }

  @Test
  void aClickOnEmptyTimeOpensTheAvailabilityFormWithDoctorDateAndHour() throws Exception {
    desk.click(Clinic.HADDAD.id(), Clinic.at(16));

    assertThat(texts(".form")).contains("New availability", "Thu 19 March · Dr. Amira Haddad");
    assertThat(robot.lookup("#from").<TextField>query().getText()).isEqualTo("16:00");
    assertThat(robot.lookup("#until").<TextField>query().getText()).isEqualTo("17:00");

    robot.type(KeyCode.ENTER);

    await().until(() -> onFx(() -> server().additions.size()) == 1);
    var sent = server().additions.getFirst().command();
    assertThat(sent.doctorId()).isEqualTo(Clinic.HADDAD.id());
    assertThat(sent.start().toInstant()).isEqualTo(Clinic.at(16));
    assertThat(sent.end().toInstant()).isEqualTo(Clinic.at(17));
    onFx(() -> {
      var added = Clinic.availability(9, Clinic.HADDAD, 16, 17);
      server().additions.getFirst().answer().accept(new Outcome.Done<>(added));
      return true;
    });
    assertThat(robot.lookup(".form").queryAll()).isEmpty();
    assertThat(desk.ground.isFocused()).isTrue();
  }

  @Test
  void aClickOnAFreeSlotOpensTheBookingWithTheCursorInThePatientSearch() throws Exception {
    desk.click(Clinic.LINDQVIST.id(), Clinic.at(13));

    assertThat(texts(".form")).contains("New appointment", "13:00–14:00 · Dr. Jonas Lindqvist");
    assertThat(query().isFocused()).isTrue();

    robot.write("ko");
    desk.find(ZOFIA);
    robot.type(KeyCode.ENTER, KeyCode.ENTER);

    await().until(() -> onFx(() -> server().bookings.size()) == 1);
    var sent = server().bookings.getFirst().command();
    assertThat(sent.start().toInstant()).isEqualTo(Clinic.at(13));
    assertThat(sent.patientId()).isEqualTo(ZOFIA.id());
  }

  @Test
  void aClickOnAVisitOpensItsPanel() throws Exception {
    desk.click(Clinic.LINDQVIST.id(), Clinic.at(14));

    assertThat(robot.lookup("Cancel visit").<Button>query().isDisabled()).isTrue();
  }

  @Test
  void aClickOnAnotherSlotTakesTheFormThere() throws Exception {
    desk.click(Clinic.HADDAD.id(), Clinic.at(16));
    desk.click(Clinic.HADDAD.id(), Clinic.at(10));

    assertThat(robot.lookup(".form").queryAll()).hasSize(1);
    assertThat(texts(".form")).contains("10:00–11:00 · Dr. Amira Haddad");
    assertThat(query().isFocused()).isTrue();
  }

  @Test
  void aRefusalIsToldWithEachOfItsReasonsAndKeepsWhatWasTyped() throws Exception {
    desk.click(Clinic.LINDQVIST.id(), Clinic.at(13));
    robot.write("ko");
    desk.find(ZOFIA);
    robot.type(KeyCode.ENTER, KeyCode.ENTER);
    await().until(() -> onFx(() -> server().bookings.size()) == 1);

    onFx(() -> {
      server()
          .bookings
          .getFirst()
          .answer()
          .accept(
              new Outcome.Refused<>(
                  409,
                  "doctor-busy",
                  List.of(
                      new Violation.DoctorBusy(
                          Clinic.LINDQVIST.id(), blocker(Clinic.visit(8, Clinic.LINDQVIST, 13, 4))),
                      new Violation.PatientBusy(
                          ZOFIA.id(), blocker(Clinic.visit(9, Clinic.HADDAD, 13, 1))))));
      return true;
    });

    assertThat(texts(".form"))
        .contains(
            "13:00 with Dr. Lindqvist is taken",
            "Desk 2 booked it. Nothing you typed is lost.",
            "The patient is with Dr. Haddad at 13:00–14:00 on this day.");
    assertThat(query().getText()).isEqualTo("Kowalska, Zofia");
    assertThat(robot.lookup(".form .accent").<Button>query().isDisabled()).isTrue();
  }

  @Test
  void aChangeElsewhereAddsOneCardAndTouchesNeitherTheFormNorAnyColumn() throws Exception {
    desk.click(Clinic.LINDQVIST.id(), Clinic.at(13));
    robot.write("kow");
    robot.type(KeyCode.LEFT);
    Set<Node> cards = nodes(".visit");
    Set<Node> columns = columns();
    Set<Node> heads = nodes(".doctor-header");

    onFx(() -> {
      server().booked(Clinic.visit(9, Clinic.HADDAD, 10, 8), "Desk 2");
      return true;
    });

    assertThat(columns).hasSize(3);
    assertThat(columns()).isEqualTo(columns);
    assertThat(nodes(".doctor-header")).isEqualTo(heads);
    assertThat(nodes(".visit")).containsAll(cards).hasSize(cards.size() + 1);
    assertThat(query().getText()).isEqualTo("kow");
    assertThat(query().isFocused()).isTrue();
    assertThat(query().getCaretPosition()).isEqualTo(2);
    assertThat(texts(".form")).contains("13:00–14:00 · Dr. Jonas Lindqvist");
    robot.write("a");
    assertThat(query().getText()).isEqualTo("koaw");
  }

  @Test
  void aChangeElsewhereLeavesAHalfTypedEndAlone() throws Exception {
    desk.click(Clinic.HADDAD.id(), Clinic.at(16));
    robot.write("1");

    onFx(() -> {
      server().booked(Clinic.visit(9, Clinic.LINDQVIST, 10, 8), "Desk 2");
      return true;
    });
    robot.write("9");

    TextField until = robot.lookup("#until").query();
    assertThat(until.getText()).isEqualTo("19");
    assertThat(until.isFocused()).isTrue();
    assertThat(robot.lookup(".form .accent").<Button>query().isDisabled()).isFalse();
  }

  @Test
  void aTimeOfAnotherDayTakesTheBoardAndTheFormThere() throws Exception {
    LocalDate tomorrow = Clinic.DATE.plusDays(1);
    server().holds(tomorrow, List.of(Clinic.availability(9, Clinic.LINDQVIST, 33, 35)), List.of());
    desk.click(Clinic.LINDQVIST.id(), Clinic.at(13));
    robot.write("ko");
    desk.find(ZOFIA);
    robot.type(KeyCode.ENTER);
    onFx(() -> {
      for (int hour : List.of(13, 9, 10, 11, 12, 15, 16)) {
        server().booked(Clinic.visit(20 + hour, Clinic.LINDQVIST, hour, 20 + hour), "Desk 2");
      }
      for (int hour : List.of(9, 10, 11)) {
        server().booked(Clinic.visit(40 + hour, Clinic.HADDAD, hour, 40 + hour), "Desk 2");
      }
      server().booked(Clinic.visit(60, Clinic.MENSAH, 13, 60), "Desk 2");
      return true;
    });
    await().until(() -> texts(".form").contains("next day"));

    robot.press(KeyCode.ALT).type(KeyCode.DIGIT1).release(KeyCode.ALT);
    await().until(() -> onFx(() -> desk.day.hoursProperty().get().date()).equals(tomorrow));

    assertThat(onFx(() -> desk.day.dateProperty().get())).isEqualTo(tomorrow);
    assertThat(texts(".form")).contains("09:00–10:00 · Dr. Jonas Lindqvist");
    assertThat(query().getText()).isEqualTo("Kowalska, Zofia");
    onFx(() -> {
      server().booked(Clinic.visit(70, Clinic.LINDQVIST, 33, 70), "Desk 2");
      return true;
    });
    assertThat(texts(".form")).contains("09:00 with Dr. Lindqvist is taken");
    robot.press(KeyCode.ALT).type(KeyCode.DIGIT1).release(KeyCode.ALT);
    robot.type(KeyCode.ENTER);
    await().until(() -> onFx(() -> server().bookings.size()) == 1);
    assertThat(server().bookings.getFirst().command().start().toInstant()).isEqualTo(Clinic.at(34));
  }

  private Set<Node> nodes(String selector) throws Exception {
    return onFx(() -> Set.copyOf(desk.ground.lookupAll(selector)));
  }

  private Set<Node> columns() throws Exception {
    return onFx(() ->
        desk.ground.lookupAll("*").stream()
            .filter(DayView.class::isInstance)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static Blocker blocker(Appointment visit) {
    return new Blocker(
        visit.id().value(), Clinic.ID, visit.doctorId(), visit.start(), visit.end(), "Desk 2");
  }

  private QuietHospital server() {
    return desk.server;
  }

  private TextField query() {
    return robot.lookup("#patient-search").query();
  }

  private List<String> texts(String inside) {
    return robot.lookup(inside).lookup(".label").<Labeled>queryAll().stream()
        .map(Labeled::getText)
        .toList();
  }
}
