package io.daysheet.server.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/// Who did what to a visit.
@ServerTest
@Import(SettableClock.Configuration.class)
class AppointmentHistoryIT extends DoctorsDay {

  private List<JsonNode> history(String id) {
    Answer answer = api.get("/appointments/" + id + "/history");
    assertThat(answer.status()).isEqualTo(200);
    return StreamSupport.stream(answer.json().get("items").spliterator(), false).toList();
  }

  private static List<String> texts(List<JsonNode> events, String field) {
    return events.stream().map(event -> event.get(field).asString()).toList();
  }

  @Test
  void itTellsEachStepWithWhoAndWhen() {
    UUID colleague = colleague();
    String id = booked(doctor, TEN);
    try (TestDesk other = TestDesk.of(TestAccounts.OTHER, port)) {
      step(other, id, "confirm", 1);
    }
    clock.set(Instant.parse("2030-03-12T08:00:00Z"));
    move(id, 2, to(NOON, colleague));
    move(id, 3, to(ELEVEN));
    step(id, "cancel", 4);

    List<JsonNode> events = history(id);
    assertThat(texts(events, "kind"))
        .containsExactly("booked", "confirmed", "moved", "moved", "cancelled");
    assertThat(texts(events, "status"))
        .containsExactly("SCHEDULED", "CONFIRMED", "CONFIRMED", "CONFIRMED", "CANCELLED");
    assertThat(texts(events, "version")).containsExactly("1", "2", "3", "4", "5");
    assertThat(texts(events, "by"))
        .containsExactly(
            TestAccounts.DESKS_NAME,
            TestAccounts.OTHERS_NAME,
            TestAccounts.DESKS_NAME,
            TestAccounts.DESKS_NAME,
            TestAccounts.DESKS_NAME);
    assertThat(texts(events, "start")).containsExactly(TEN, TEN, NOON, ELEVEN, ELEVEN);
    assertThat(texts(events, "doctorId"))
        .containsExactly(
            doctor.toString(),
            doctor.toString(),
            colleague.toString(),
            colleague.toString(),
            colleague.toString());
    assertThat(texts(events, "at").get(0)).isEqualTo("2030-03-12T08:00:00+01:00");
    assertThat(texts(events, "at").get(4)).isEqualTo("2030-03-12T09:00:00+01:00");
    assertThat(texts(events.subList(2, 5), "reason"))
        .containsExactly("asked for it", "asked for it", "ill");
    assertThat(events.get(0).get("reason").isNull()).isTrue();
  }

  @Test
  void aVisitThatWasOnlyBookedHasOneLine() {
    String id = booked(doctor, TEN);
    assertThat(texts(history(id), "kind")).containsExactly("booked");
    assertThat(api.get("/appointments/" + UUID.randomUUID() + "/history").status()).isEqualTo(404);
    assertThat(
            hospital.count(
                "select count(*) from audit_entry where action = 'appointment-history-read'"
                    + " and subject_id = ?::uuid and cardinality(patients) = 1",
                id))
        .isEqualTo(1);
  }
}
