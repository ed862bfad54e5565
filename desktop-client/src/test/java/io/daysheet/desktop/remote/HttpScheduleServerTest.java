package io.daysheet.desktop.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.hospital.Doctor;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.rule.Blocker;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.wire.BookAppointment;
import io.daysheet.wire.CancelAppointment;
import io.daysheet.wire.InZone;
import io.daysheet.wire.Page;
import io.daysheet.wire.Problem;
import io.daysheet.wire.WireJson;
import java.io.IOException;
import java.time.Duration;
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
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpScheduleServerTest {

  private static final Appointment VISIT = Clinic.visit(1, Clinic.LINDQVIST, 10, 1);

  private final MockWebServer web = new MockWebServer();
  private final ExecutorService desk = Executors.newSingleThreadExecutor();
  private ServerAddress address;
  private HttpScheduleServer server;

  @BeforeEach
  void start() throws IOException {
    web.start();
    address =
        new ServerAddress(
            web.url("/").toString(), "Desk 2 · J. Novák", null, Duration.ofMillis(600));
    server = new HttpScheduleServer(address, desk);
  }

  @AfterEach
  void stop() {
    address.close();
    web.close();
    desk.shutdownNow();
  }

  @Test
  void aBookingNamesItsKeyAndItsDeskAndComesBackAsTheServerHasIt() throws Exception {
    answer(201, new InZone<>(Clinic.ZONE, VISIT));
    CommandKey key = CommandKey.fresh();

    assertThat(book(key)).isEqualTo(new Outcome.Done<>(VISIT));

    RecordedRequest request = web.takeRequest();
    assertThat(request.getUrl().encodedPath()).isEqualTo("/api/v1/appointments");
    assertThat(request.getHeaders().get("Idempotency-Key")).isEqualTo(key.value().toString());
    assertThat(request.getHeaders().get("Daysheet-Desk"))
        .isEqualTo("Desk%202%20%C2%B7%20J.%20Nov%C3%A1k");
    assertThat(request.getBody().utf8()).contains("\"start\":\"2026-03-19T10:00:00+01:00\"");
  }

  @Test
  void aRefusalBringsEveryViolation() {
    Violation busy =
        new Violation.DoctorBusy(
            VISIT.doctorId(),
            new Blocker(
                VISIT.id().value(),
                Clinic.ID,
                VISIT.doctorId(),
                VISIT.start(),
                VISIT.end(),
                "Desk 1"));
    answer(409, new Problem("about:blank", "t", 409, null, "doctor-busy", List.of(busy), null));

    assertThat(book(CommandKey.fresh()))
        .isEqualTo(new Outcome.Refused<>(409, "doctor-busy", List.of(busy)));
  }

  @Test
  void aViolationThatThisDeskDoesNotKnowIsLeftOutAndTheCodeIsTold() {
    web.enqueue(
        new MockResponse.Builder()
            .code(409)
            .body(
                """
                {"code":"room-flooded","violations":[{"code":"room-flooded","depth":3}]}\
                """)
            .build());

    assertThat(book(CommandKey.fresh()))
        .isEqualTo(new Outcome.Refused<>(409, "room-flooded", List.of()));
  }

  @Test
  void aCancelNamesItsVersionAndAStaleOneBringsThePresentState() throws Exception {
    Appointment current = Clinic.with(VISIT, AppointmentStatus.CONFIRMED, 3);
    answer(412, new Problem("about:blank", "t", 412, null, "stale", List.of(), current));

    Outcome<Appointment> outcome =
        await(
            then -> server.cancel(VISIT, new CancelAppointment("asked"), CommandKey.fresh(), then));

    assertThat(outcome).isEqualTo(new Outcome.Stale<>(current));
    assertThat(web.takeRequest().getHeaders().get("If-Match")).isEqualTo("\"1\"");
  }

  @ParameterizedTest
  @CsvSource({
    "200, garbage, BROKEN",
    "201, '{\"id\":', BROKEN",
    "200, '', BROKEN",
    "500, garbage, BROKEN",
    "503, garbage, UNAVAILABLE",
    "429, '', UNAVAILABLE",
    "502, <html>, UNAVAILABLE"
  })
  void anAnswerThatSaysNothingIsUnknownAndNoError(int status, String body, Cause cause) {
    web.enqueue(new MockResponse.Builder().code(status).body(body).build());

    assertThat(book(CommandKey.fresh())).isEqualTo(new Outcome.Unknown<>(cause));
  }

  @Test
  void aSlowAnswerIsUnknownInTime() {
    web.enqueue(new MockResponse.Builder().headersDelay(5, TimeUnit.SECONDS).body("{}").build());

    assertThat(book(CommandKey.fresh())).isEqualTo(new Outcome.Unknown<>(Cause.NO_ANSWER));
  }

  @Test
  void anAnswerThatIsCutInTheMiddleIsUnknown() {
    web.enqueue(
        new MockResponse.Builder()
            .body("x".repeat(100_000))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    assertThat(book(CommandKey.fresh())).isEqualTo(new Outcome.Unknown<>(Cause.NO_ANSWER));
  }

  @Test
  void aServerThatIsNotThereIsUnknown() {
    web.close();

    assertThat(book(CommandKey.fresh())).isEqualTo(new Outcome.Unknown<>(Cause.NO_ANSWER));
  }

  @Test
  void whatIsCancelledIsNotHeard() {
    answer(200, new Page<>(List.of(), null));
    CompletableFuture<Outcome<Page<Patient>>> heard = new CompletableFuture<>();
    server.searchPatients("ko", 10, heard::complete).cancel();

    answer(201, new InZone<>(Clinic.ZONE, VISIT));
    book(CommandKey.fresh());
    assertThat(heard).isNotDone();
  }

  @Test
  void aLongListComesWholePageByPage() throws Exception {
    answer(200, new Page<>(List.of(Clinic.HADDAD), "cursor=1&x"));
    answer(200, new Page<>(List.of(Clinic.MENSAH), null));

    assertThat(await((Consumer<Outcome<List<Doctor>>> then) -> server.doctors(Clinic.ID, then)))
        .isEqualTo(new Outcome.Done<>(List.of(Clinic.HADDAD, Clinic.MENSAH)));
    web.takeRequest();
    assertThat(web.takeRequest().getUrl().queryParameter("after")).isEqualTo("cursor=1&x");
  }

  @Test
  void aFieldThatThisDeskDoesNotKnowIsPassedOver() {
    DaySchedule day = Clinic.day(7, List.of(), List.of(VISIT));
    String json = WireJson.mapper().writeValueAsString(day).replaceFirst("\\{", "{\"weather\":1,");
    web.enqueue(new MockResponse.Builder().body(json).build());

    assertThat(
            await((Consumer<Outcome<DaySchedule>> then) ->
                server.schedule(Clinic.ID, Clinic.DATE, then)))
        .isEqualTo(new Outcome.Done<>(day));
  }

  @Test
  void aRemovalHasNoBody() {
    web.enqueue(new MockResponse.Builder().code(204).build());
    var band = Clinic.availability(1, Clinic.HADDAD, 9, 12);

    assertThat(
            await((Consumer<Outcome<Availability>> then) ->
                server.removeAvailability(band, CommandKey.fresh(), then)))
        .isEqualTo(new Outcome.Done<>(band));
  }

  @Test
  void thePingTellsHowLongItTook() {
    web.enqueue(new MockResponse.Builder().headersDelay(30, TimeUnit.MILLISECONDS).build());

    assertThat(await(server::ping))
        .isInstanceOfSatisfying(
            Outcome.Done.class,
            done -> assertThat((Duration) done.value()).isBetween(ms(25), ms(500)));
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  private Outcome<Appointment> book(CommandKey key) {
    var command =
        new BookAppointment(
            Clinic.ID,
            Clinic.LINDQVIST.id(),
            new PatientId(new UUID(5, 1)),
            Clinic.at(10).atZone(Clinic.ZONE).toOffsetDateTime(),
            null,
            "FOLLOW_UP",
            null,
            null,
            null,
            null);
    return await(then -> server.book(command, key, then));
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
