package io.daysheet.server.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDesk.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/// Visits that are moved and cancelled with the time that they were in.
@ServerTest
@Import(SettableClock.Configuration.class)
class ResolutionsIT extends ArrangedDay {

  /// Edge case 33.
  @Test
  void shrinkingIsRefusedWithAllVisitsThatWouldStandOutside() {
    String first = booked(9);
    booked(11);
    String last = booked(14);

    Answer refused = changed(1, 10, 14);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.codes()).containsExactly("availability-in-use");
    assertThat(
            refused.violation("availability-in-use").get("appointments").findValuesAsString("id"))
        .containsExactly(first, last);
    Answer others = changed(1, 10, 14, cancel(first));
    assertThat(others.status()).isEqualTo(409);
    assertThat(others.violation("availability-in-use").get("appointments").findValuesAsString("id"))
        .containsExactly(last);
    assertThat(status(first)).isEqualTo("SCHEDULED");
    assertThat(api.get("/availabilities/" + id).etag()).isEqualTo("\"1\"");
  }

  @Test
  void oneRequestMovesAndCancelsEachAndShrinks() {
    String first = booked(9);
    String last = booked(14);

    Answer shrunk = changed(1, 10, 14, cancel(first), move(last, 12));

    assertThat(shrunk.status()).as(shrunk.body()).isEqualTo(200);
    assertThat(status(first)).isEqualTo("CANCELLED");
    assertThat(start(last)).isEqualTo(at(12));
    assertThat(kinds())
        .endsWith("appointment-changed", "appointment-moved", "availability-changed");
    assertThat(
            jdbc.sql(
                    """
                    select action || ' ' || cardinality(patients) from audit_entry
                    where subject_id in (?::uuid, ?::uuid, ?::uuid) and outcome = 'done'
                      and action in ('appointment-cancelled', 'appointment-moved',
                        'availability-changed')
                    order by id
                    """)
                .params(id, first, last)
                .query(String.class)
                .list())
        .containsExactly(
            "appointment-cancelled 1", "appointment-moved 1", "availability-changed 0");
  }

  @Test
  void aVisitMayMoveIntoWhatItGrowsBy() {
    String visit = booked(9);
    assertThat(changed(1, 10, 17, move(visit, 16)).status()).isEqualTo(200);
    assertThat(start(visit)).isEqualTo(at(16));
  }

  /// Edge case 26: of several at once all or none, and each that can't be done says why.
  @Test
  void aRefusalTellsOfEachThatCantBeDoneWhatStandsAgainstIt() {
    String first = booked(9);
    String second = booked(10);
    String third = booked(13);
    booked(12);

    Answer refused =
        changed(1, 11, 15, move(first, 11), move(second, 12), move(third, 18), cancel(third));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("doctor-busy");
    assertThat(refused.json().get("resolutions").findValuesAsString("appointmentId"))
        .containsExactly(second, third, third);
    assertThat(
            refused
                .json()
                .get("resolutions")
                .valueStream()
                .map(each -> each.at("/violations/0/code").asString()))
        .containsExactly("doctor-busy", "outside-availability", "invalid-value");
    assertThat(refused.codes())
        .containsExactly("doctor-busy", "outside-availability", "invalid-value");
    assertThat(List.of(start(first), start(second), start(third)))
        .containsExactly(at(9), at(10), at(13));
    assertThat(kinds()).hasSize(5);
  }

  @Test
  void allIsRefusedIfOneOfThemCantBeDone() {
    String first = booked(9);
    String last = booked(14);
    long before = kinds().size();

    Answer refused = changed(1, 10, 14, cancel(first), move(last, 18));

    assertThat(refused.codes()).containsExactly("outside-availability");
    assertThat(status(first)).isEqualTo("SCHEDULED");
    assertThat(start(last)).isEqualTo(at(14));
    assertThat(kinds()).hasSize((int) before);
    assertThat(changed(1, 10, 14, cancel(first), move(last, 9)).codes())
        .containsExactly("availability-in-use");
    assertThat(status(first)).isEqualTo("SCHEDULED");
  }

  /// What can't be done with each of them, not with the first.
  @Test
  void everyRefusalIsTold() {
    String first = booked(9);
    String last = booked(14);
    assertThat(changed(1, 10, 14, move(first, 18), move(last, 19)).codes())
        .containsExactly("outside-availability", "outside-operating-hours", "outside-availability");
    Answer unknown =
        changed(1, 10, 14, cancel(UUID.randomUUID().toString()), cancel(first), move(last, 11));
    assertThat(unknown.violation("invalid-value").get("field").asString())
        .isEqualTo("resolutions[0].appointmentId");
    assertThat(status(first)).isEqualTo("SCHEDULED");
    assertThat(start(last)).isEqualTo(at(14));
  }

  @Test
  void whatNobodyHasSeenToIsToldWithWhatCantBeDone() {
    booked(9);
    String last = booked(14);
    assertThat(changed(1, 10, 14, move(last, 18)).codes())
        .containsExactly("outside-availability", "availability-in-use");
    assertThat(
            deleted(
                    "/availabilities/" + id,
                    Map.of("resolutions", List.of(move(last, 18))),
                    "no " + id)
                .codes())
        .containsExactly("outside-availability", "availability-in-use");
  }

  @Test
  void aResolutionNamesAVisitInsideAndEachOnce() {
    String visit = booked(9);
    assertThat(changed(1, 9, 14, cancel(UUID.randomUUID().toString())).status()).isEqualTo(404);
    assertThat(changed(1, 10, 14, cancel(visit), cancel(visit)).codes())
        .containsExactly("invalid-value");
    assertThat(
            changed(1, 10, 14, Map.of("appointmentId", visit, "action", "CANCEL", "start", at(11)))
                .codes())
        .containsExactly("invalid-value");
    assertThat(changed(1, 10, 14, Map.of("appointmentId", visit, "action", "MOVE")).codes())
        .containsExactly("missing-field");
    assertThat(status(visit)).isEqualTo("SCHEDULED");
  }

  @Test
  void takingBackMovesAndCancelsEachOrNothing() {
    String first = booked(9);
    String second = booked(10);
    UUID colleague = hospital.doctor();
    hospital.availability(colleague, at(9), at(12));
    String path = "/availabilities/" + id;
    Map<String, Object> toColleague =
        Map.of(
            "appointmentId",
            second,
            "action",
            "MOVE",
            "start",
            at(11),
            "doctorId",
            colleague.toString());
    Map<String, Object> one = Map.of("resolutions", List.of(cancel(first)));
    assertThat(deleted(path, one, "none " + id).status()).isEqualTo(409);
    assertThat(status(first)).isEqualTo("SCHEDULED");

    Map<String, Object> both = Map.of("resolutions", List.of(cancel(first), toColleague));
    Answer gone = deleted(path, both, "gone " + id);

    assertThat(gone.status()).as(gone.body()).isEqualTo(204);
    assertThat(deleted(path, both, "gone " + id)).isEqualTo(gone);
    assertThat(api.get(path).status()).isEqualTo(404);
    assertThat(status(first)).isEqualTo("CANCELLED");
    assertThat(api.get("/appointments/" + second).text("doctorId")).isEqualTo(colleague.toString());
  }

  private Answer deleted(String path, Map<String, Object> body, String key) {
    return api.deleteWith(path, body, "If-Match", "\"1\"", "Idempotency-Key", key);
  }
}
