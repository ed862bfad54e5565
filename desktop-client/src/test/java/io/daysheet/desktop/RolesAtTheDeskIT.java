package io.daysheet.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.day.SlotChoice;
import io.daysheet.identity.Role;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What the desk offers to each role.
class RolesAtTheDeskIT {

  private StaffServer server;
  private WorkplaceAtHand at;

  @BeforeEach
  void open() throws Exception {
    server = new StaffServer();
    server.open();
    at = new WorkplaceAtHand(server.address(), WorkplaceIT::signInAtOnce, SampleDay::noon);
  }

  @AfterEach
  void close() {
    at.close();
    server.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"PATIENT", "INTEGRATION"})
  void whoIsNoStaffIsToldKindly(Role role) {
    server.me = StaffServer.who(3, "Somebody", role);
    at.press("#primary");

    at.awaitText("This program is for staff");
    assertThat(at.workplace().desk()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ADMIN, .users-screen, Users Programs Hospitals Doctors",
    "AUDITOR, .audit-screen, Audit"
  })
  void whoKeepsUsersOrReadsTheAuditSeesNoDay(Role role, String screen, String items) {
    server.me = StaffServer.who(5, "Somebody", role);
    at.press("#primary");
    at.awaitShown(screen);

    assertThat(at.workplace().desk()).isEmpty();
    assertThat(items()).containsExactly(items.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "RECEPTIONIST, Day;Patients;Rebook;Keys F1",
    "SCHEDULER, Day;Patients;Rebook;Weeks;Keys F1",
    "DOCTOR, Day;Rebook;Weeks;Keys F1"
  })
  void whoWorksWithTheDaySeesItAndWhatTheyMayKeep(Role role, String items) {
    server.me = StaffServer.who(6, "Somebody", role);
    at.press("#primary");
    at.awaitBoard();

    assertThat(items()).containsExactly(items.split(";"));
  }

  @ParameterizedTest
  @CsvSource({"DOCTOR, true", "RECEPTIONIST, false", "ADMIN, false", "AUDITOR, false"})
  void doctorsAloneAreOfferedAnEmergencyAccess(Role role, boolean offered) {
    server.me = StaffServer.who(7, "Somebody", role);
    at.press("#primary");
    at.awaitShown(".user-button");

    assertThat(menu().contains("Emergency access…")).isEqualTo(offered);
    assertThat(menu()).contains("My account", "Sign out");
  }

  private List<String> menu() {
    return WorkplaceAtHand.onScreen(() ->
        ((MenuButton) at.find(".user-button"))
            .getItems().stream().flatMap(item -> Stream.ofNullable(item.getText())).toList());
  }

  private List<String> items() {
    return WorkplaceAtHand.onScreen(() ->
        at.find(".rail").lookupAll(".rail-item").stream()
            .map(item -> ((Labeled) item).getText())
            .toList());
  }

  @Test
  void aDoctorIsToldWhoOpensTime() {
    server.me = StaffServer.who(4, "Dr. Mei Tanaka", Role.DOCTOR);
    at.press("#primary");
    at.awaitBoard();
    WorkplaceAtHand.onScreen(() -> {
      var day = at.workplace().desk().orElseThrow().day();
      var evening = SampleDay.noon().plusSeconds(6 * 3600);
      return day.choose(
          new SlotChoice.EmptyTime(
              day.columns().getFirst().doctor().id(),
              day.hoursProperty().get().rowAt(evening).orElseThrow()));
    });

    at.awaitText("This time is not yours to open");
  }
}
