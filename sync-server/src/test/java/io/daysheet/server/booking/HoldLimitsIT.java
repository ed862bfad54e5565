package io.daysheet.server.booking;

import static io.daysheet.server.TestHospital.and;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/// How much one account may keep, and what others learn of it.
@ServerTest
@Import(SettableClock.Configuration.class)
class HoldLimitsIT extends DoctorsDay {

  private TestDesk other;

  @BeforeEach
  void nothingIsHeldByAnybody() {
    letGo();
    other = TestDesk.of(TestAccounts.OTHER, port);
  }

  @AfterEach
  void leave() {
    other.close();
    letGo();
  }

  @Test
  void anAccountKeepsTenSlotsAtMost() throws Exception {
    List<UUID> doctors = Stream.generate(this::colleague).limit(16).toList();
    List<Answer> answers = Together.answers(16, i -> api.post("/holds", slot(doctors.get(i), TEN)));
    assertThat(answers).filteredOn(each -> each.status() == 201).hasSize(10);
    assertThat(answers)
        .filteredOn(each -> each.status() != 201)
        .allSatisfy(each -> assertThat(each.codes()).containsExactly("too-many-holds"));
    assertThat(hold(other, doctor, TEN).status()).as("of another account").isEqualTo(201);
    String one =
        answers.stream().filter(each -> each.status() == 201).findAny().orElseThrow().text("id");
    api.delete("/holds/" + one);
    assertThat(hold(api, doctor, NOON).status()).isEqualTo(201);
  }

  /// That somebody holds it is told; that it is a patient, and which, is not.
  @Test
  void aPatientKeepsOneSlotAndIsNotNamed() {
    String login = "holding-" + patient;
    TestAccounts.patient(jdbc, login, patient);
    try (TestDesk own = TestDesk.of(login, port)) {
      Answer placed = hold(own, doctor, TEN);
      assertThat(placed.status()).as(placed.body()).isEqualTo(201);
      assertThat(placed.text("holder")).isEmpty();
      assertThat(hold(own, doctor, NOON).codes()).containsExactly("too-many-holds");
      assertThat(own.post("/holds", and(slot(doctor, NOON), "type", "URGENT_CARE")).codes())
          .contains("not-self-service");
      assertThat(hold(api, doctor, TEN).violation("held-by-another").at("/blocker/by").isNull())
          .isTrue();
      Map<String, Object> booking = hospital.booking(doctor, patient, TEN);
      assertThat(own.post("/appointments", and(booking, "holdId", placed.text("id"))).status())
          .isEqualTo(201);
    }
    assertThat(
            hospital.count(
                "select count(*) from change where hospital_id = ? and kind like 'hold-%' and by is"
                    + " not null",
                hospital.id()))
        .isZero();
  }

  /// What others keep is told to a patient only by its time.
  @Test
  void whoseItIsIsNotToldToThoseWhoDontSeeIt() {
    hold(api, doctor, TEN);
    String login = "asking-" + patient;
    TestAccounts.patient(jdbc, login, patient);
    try (TestDesk own = TestDesk.of(login, port)) {
      Answer refused = own.post("/appointments", hospital.booking(doctor, patient, TEN));
      assertThat(refused.codes()).containsExactly("held-by-another");
      assertThat(refused.body()).doesNotContain(TestAccounts.DESKS_NAME);
    }
  }

  @Test
  void whyTheDoctorIsAwayIsForTheStaffToKnow() {
    away(doctor, NOON, "2030-03-12T13:00+01");
    String login = "waiting-" + patient;
    TestAccounts.patient(jdbc, login, patient);
    try (TestDesk own = TestDesk.of(login, port)) {
      Answer away = hold(own, doctor, NOON);
      assertThat(away.codes()).containsExactly("on-time-off");
      assertThat(away.violation("on-time-off").get("reason").isNull()).isTrue();
    }
    assertThat(hold(api, doctor, NOON).violation("on-time-off").get("reason").asString())
        .isEqualTo("CME");
  }

  @Test
  void of64DesksOnOneSlotOneHoldsItAndNobodyGetsAnError() throws Exception {
    List<Together.Timed> all = Together.timed(64, i -> hold(i % 2 == 0 ? api : other, doctor, TEN));
    assertThat(all).filteredOn(each -> each.answer().status() == 201).hasSize(1);
    assertThat(all)
        .filteredOn(each -> each.answer().status() != 201)
        .allSatisfy(each -> assertThat(each.answer().codes()).containsExactly("held-by-another"));
    assertThat(all).allMatch(each -> each.took().compareTo(Duration.ofSeconds(3)) < 0);
  }
}
