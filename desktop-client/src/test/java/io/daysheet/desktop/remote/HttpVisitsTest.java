package io.daysheet.desktop.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentEvent;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.AppointmentStep;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.wire.InZone;
import io.daysheet.wire.Page;
import io.daysheet.wire.PlaceHold;
import io.daysheet.wire.Problem;
import io.daysheet.wire.RescheduleAppointment;
import io.daysheet.wire.WireJson;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the desk asks of a visit on its way, and of holds.
class HttpVisitsTest {

  private static final Appointment VISIT = Clinic.visit(1, Clinic.LINDQVIST, 10, 1);
  private static final OffsetDateTime NOON = Clinic.at(12).atZone(Clinic.ZONE).toOffsetDateTime();

  private final MockWebServer web = new MockWebServer();
  private final ExecutorService desk = Executors.newSingleThreadExecutor();
  private ServerAddress address;
  private HttpScheduleServer server;

  @BeforeEach
  void start() throws IOException {
    web.start();
    address = new ServerAddress(web.url("/").toString(), "Desk 2", null, Duration.ofSeconds(5));
    server = new HttpScheduleServer(address, desk);
  }

  @AfterEach
  void stop() {
    address.close();
    web.close();
    desk.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource(value = AppointmentStep.class, mode = EnumSource.Mode.EXCLUDE, names = "CANCEL")
  void aStepIsAVerbWithItsVersionAndItsKey(AppointmentStep step) throws Exception {
    Appointment next = Clinic.with(VISIT, step.to(), 2);
    answer(200, new InZone<>(Clinic.ZONE, next));
    CommandKey key = CommandKey.fresh();

    assertThat(HttpVisitsTest.<Appointment>await(then -> server.step(VISIT, step, key, then)))
        .isEqualTo(new Outcome.Done<>(next));
    RecordedRequest request = web.takeRequest();
    assertThat(request.getUrl().encodedPath())
        .isEqualTo("/api/v1/appointments/" + VISIT.id() + "/" + step.verb());
    assertThat(request.getHeaders().get("If-Match")).isEqualTo("\"1\"");
    assertThat(request.getHeaders().get("Idempotency-Key")).isEqualTo(key.value().toString());
  }

  @Test
  void aMoveNamesItsVersionAndTheNewPlace() throws Exception {
    Appointment current = Clinic.with(VISIT, AppointmentStatus.CONFIRMED, 3);
    answer(412, new Problem("about:blank", "t", 412, null, "stale", List.of(), current));
    var command = new RescheduleAppointment(NOON, Clinic.HADDAD.id(), null, null, null);

    assertThat(
            HttpVisitsTest.<Appointment>await(
                then -> server.reschedule(VISIT, command, CommandKey.fresh(), then)))
        .isEqualTo(new Outcome.Stale<>(current));
    RecordedRequest request = web.takeRequest();
    assertThat(request.getUrl().encodedPath()).endsWith("/reschedule");
    assertThat(request.getHeaders().get("If-Match")).isEqualTo("\"1\"");
    assertThat(request.getBody().utf8())
        .contains("\"start\":\"2026-03-19T12:00:00+01:00\"", Clinic.HADDAD.id().toString());
  }

  @Test
  void theHistoryIsAPage() {
    var event =
        new AppointmentEvent(
            1,
            Clinic.at(8),
            "Marta Król",
            AppointmentEvent.Kind.BOOKED,
            AppointmentStatus.SCHEDULED,
            VISIT.doctorId(),
            VISIT.start(),
            VISIT.end(),
            null);
    answer(200, new InZone<>(Clinic.ZONE, new Page<>(List.of(event), null)));

    assertThat(
            HttpVisitsTest.<List<AppointmentEvent>>await(then -> server.history(VISIT.id(), then)))
        .isEqualTo(new Outcome.Done<>(List.of(event)));
  }

  @Test
  void aHoldIsPlacedMadeLongerAndGivenBack() throws Exception {
    var hold =
        new Hold(
            new HoldId(new UUID(6, 1)),
            Clinic.ID,
            VISIT.doctorId(),
            Clinic.at(12),
            Clinic.at(13),
            Clinic.at(9),
            "Marta Król");
    var command = new PlaceHold(Clinic.ID, VISIT.doctorId(), NOON, "FOLLOW_UP");
    answer(201, new InZone<>(Clinic.ZONE, hold));
    answer(200, new InZone<>(Clinic.ZONE, hold));
    web.enqueue(new MockResponse.Builder().code(204).build());

    assertThat(
            HttpVisitsTest.<Hold>await(then -> server.placeHold(command, CommandKey.fresh(), then)))
        .isEqualTo(new Outcome.Done<>(hold));
    assertThat(HttpVisitsTest.<Hold>await(then -> server.renewHold(hold.id(), then)))
        .isEqualTo(new Outcome.Done<>(hold));
    assertThat(HttpVisitsTest.<HoldId>await(then -> server.releaseHold(hold.id(), then)))
        .isEqualTo(new Outcome.Done<>(hold.id()));
    assertThat(web.takeRequest().getHeaders().get("Idempotency-Key")).isNotNull();
    assertThat(web.takeRequest().getMethod()).isEqualTo("PUT");
    assertThat(web.takeRequest().getMethod()).isEqualTo("DELETE");
  }

  private void answer(int status, Object body) {
    web.enqueue(
        new MockResponse.Builder()
            .code(status)
            .body(WireJson.mapper().writeValueAsString(body))
            .build());
  }

  private static <T> Outcome<T> await(Consumer<Consumer<Outcome<T>>> question) {
    CompletableFuture<Outcome<T>> outcome = new CompletableFuture<>();
    question.accept(outcome::complete);
    return outcome.orTimeout(10, TimeUnit.SECONDS).join();
  }
}
