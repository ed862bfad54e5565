package io.daysheet.server.booking;

import static io.daysheet.server.TestHospital.and;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestDesk.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/// Booking where somebody holds, or held, the slot.
@ServerTest
@Import(SettableClock.Configuration.class)
class HeldSlotsIT extends DoctorsDay {

  /// Five minutes from now.
  private static final String LATER = "2030-03-12T07:05:00Z";

  private static final String NOW = "2030-03-12T07:00:00Z";

  private long holds() {
    return hospital.count(
        "select count(*) from appointment where doctor_id = ? and status = 'HELD'", doctor);
  }

  private Answer book(@Nullable UUID hold) {
    Map<String, Object> wish = hospital.booking(doctor, hospital.patient(), TEN);
    return api.post("/appointments", hold == null ? wish : and(wish, "holdId", hold));
  }

  @Test
  void whatAnotherDeskHoldsIsNotBooked() {
    UUID hold = held(doctor, TestAccounts.OTHER, "2030-03-12T10:30+01", ELEVEN, LATER);
    Answer refused = book(null);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.codes()).containsExactly("held-by-another");
    assertThat(refused.violation("held-by-another").at("/blocker/id").asString())
        .isEqualTo(hold.toString());
    assertThat(refused.violation("held-by-another").get("until").asString())
        .isEqualTo("2030-03-12T08:05:00+01:00");
    assertThat(book(hold).codes())
        .as("as if it were one's own")
        .containsExactly("held-by-another", "hold-expired");
    assertThat(holds()).isEqualTo(1);
  }

  @Test
  void theOwnHoldBecomesTheVisit() {
    UUID hold = held(doctor, TestAccounts.DESK, TEN, ELEVEN, LATER);
    assertThat(book(null).codes()).as("in another window").containsExactly("held-by-another");
    assertThat(book(hold).status()).isEqualTo(201);
    assertThat(holds()).isZero();
    assertThat(changes()).as("the booking tells of both").isEqualTo(1);
    assertThat(book(hold).codes()).containsExactly("doctor-busy", "hold-expired");
  }

  @Test
  void aHoldThatIsOverIsInNobodysWayAndNobodysHelp() {
    UUID over = held(doctor, TestAccounts.DESK, TEN, ELEVEN, NOW);
    assertThat(api.get("/schedule?date=2030-03-12&hospital=" + hospital.id()).json().get("holds"))
        .isEmpty();
    assertThat(book(over).codes()).containsExactly("hold-expired");
    assertThat(book(null).status()).isEqualTo(201);
    assertThat(holds()).isZero();
  }

  @Test
  void aHoldOfAnotherSlotIsNoHelp() {
    UUID hold = held(doctor, TestAccounts.DESK, NOON, "2030-03-12T13:00+01", LATER);
    assertThat(book(hold).codes()).containsExactly("hold-expired");
    assertThat(holds()).isEqualTo(1);
  }

  @Test
  void aRefusedBookingKeepsItsHold() {
    UUID hold = held(doctor, TestAccounts.DESK, TEN, ELEVEN, LATER);
    api.post("/appointments", hospital.booking(colleague(), patient, TEN));
    Map<String, Object> wish = hospital.booking(doctor, patient, TEN);
    assertThat(api.post("/appointments", and(wish, "holdId", hold)).codes())
        .containsExactly("patient-busy");
    assertThat(holds()).isEqualTo(1);
    assertThat(book(hold).status()).isEqualTo(201);
  }

  @Test
  void ofManyThatUseOneHoldOneIsBooked() throws Exception {
    UUID hold = held(doctor, TestAccounts.DESK, TEN, ELEVEN, LATER);
    List<Answer> answers = Together.answers(16, _ -> book(hold));
    assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
    assertThat(answers).filteredOn(each -> each.status() == 201).hasSize(1);
    assertThat(holds()).isZero();
  }

  @Test
  void whereTheDoctorIsAwayNothingIsBooked() {
    away(doctor, "2030-03-12T10:30+01", "2030-03-12T10:45+01");
    Answer refused = book(null);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.codes()).containsExactly("on-time-off");
    assertThat(refused.violation("on-time-off").get("reason").asString()).isEqualTo("CME");
    assertThat(booked(doctor, ELEVEN)).isNotEmpty();
  }

  /// Two visits that overlap since a merge are outside of the constraint, and still take time.
  @Test
  void aVisitThatOverlapsSinceAMergeStillBlocksThePatient() {
    String id = api.post("/appointments", hospital.booking(doctor, patient, TEN)).text("id");
    jdbc.sql("update appointment set overlaps_after_merge = true where id = ?::uuid")
        .param(id)
        .update();
    UUID colleague = colleague();
    assertThat(api.post("/appointments", hospital.booking(colleague, patient, TEN)).codes())
        .containsExactly("patient-busy");
    String other = api.post("/appointments", hospital.booking(colleague, patient, NOON)).text("id");
    assertThat(move(other, 1, to(TEN)).codes()).containsExactly("patient-busy");
    assertThat(move(id, 1, to(ELEVEN)).status()).isEqualTo(200);
    assertThat(
            hospital.count(
                "select count(*) from appointment where overlaps_after_merge and doctor_id = ?",
                doctor))
        .isZero();
  }
}
