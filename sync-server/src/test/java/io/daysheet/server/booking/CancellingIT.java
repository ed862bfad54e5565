package io.daysheet.server.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDesk.Answer;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/// Cancelling as a desk does it.
@ServerTest
@Import(SettableClock.Configuration.class)
class CancellingIT extends DoctorsDay {

  @Test
  void cancellingFreesTheSlot() {
    Answer booked = api.post("/appointments", hospital.booking(doctor, patient, TEN));
    Answer cancelled = cancel(booked.text("id"), "\"1\"");
    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
    assertThat(cancelled.etag()).isEqualTo("\"2\"");
    assertThat(api.get("/appointments/" + booked.text("id")).json()).isEqualTo(cancelled.json());
    assertThat(api.post("/appointments", hospital.booking(doctor, patient, TEN)).status())
        .isEqualTo(201);
  }

  @Test
  void aCancellationFromAnOlderVersionGetsTheCurrentState() {
    Answer booked = api.post("/appointments", hospital.booking(doctor, patient, TEN));
    cancel(booked.text("id"), "\"1\"");
    Answer stale = cancel(booked.text("id"), "\"1\"");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.text("code")).isEqualTo("stale");
    assertThat(stale.json().get("current").get("status").asString()).isEqualTo("CANCELLED");
    assertThat(stale.json().get("current").get("start").asString()).isEqualTo(TEN);
    Answer unconditional =
        api.post("/appointments/" + booked.text("id") + "/cancel", Map.of("reason", "ill"));
    assertThat(unconditional.status()).isEqualTo(428);
  }

  @Test
  void whatHasBegunOrIsCancelledCantBeCancelled() {
    Answer begun = api.post("/appointments", hospital.booking(doctor, patient, TEN));
    Answer twice =
        api.post("/appointments", hospital.booking(doctor, patient, "2030-03-12T12:00:00+01:00"));
    cancel(twice.text("id"), "\"1\"");
    assertThat(cancel(twice.text("id"), "\"2\"").codes()).containsExactly("illegal-transition");
    clock.set(Instant.parse("2030-03-12T09:00:00Z"));
    Answer refused = cancel(begun.text("id"), "\"1\"");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.codes()).containsExactly("illegal-transition");
  }

  @Test
  void aRepeatedCancellationGetsItsFirstAnswer() {
    Answer booked = api.post("/appointments", hospital.booking(doctor, patient, TEN));
    String path = "/appointments/" + booked.text("id") + "/cancel";
    Map<String, String> body = Map.of("reason", "ill");
    Answer first = api.post(path, body, "If-Match", "\"1\"", "Idempotency-Key", "cancel");
    Answer again = api.post(path, body, "If-Match", "\"1\"", "Idempotency-Key", "cancel");
    assertThat(first.status()).isEqualTo(200);
    assertThat(again).isEqualTo(first);
  }

  @Test
  void whatIsNotThereCantBeCancelled() {
    assertThat(cancel(UUID.randomUUID().toString(), "\"1\"").status()).isEqualTo(404);
  }

  private Answer cancel(String id, String version) {
    return api.post(
        "/appointments/" + id + "/cancel", Map.of("reason", "ill"), "If-Match", version);
  }
}
