package io.daysheet.desktop.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.wire.ChangeAvailability;
import io.daysheet.wire.ChangePlanDate;
import io.daysheet.wire.CloseAvailability;
import io.daysheet.wire.InZone;
import io.daysheet.wire.KeepTimeOff;
import io.daysheet.wire.KeepWeeklyPlan;
import io.daysheet.wire.Page;
import io.daysheet.wire.PlanHorizon;
import io.daysheet.wire.PlanPreview;
import io.daysheet.wire.Problem;
import io.daysheet.wire.PublishedPlan;
import io.daysheet.wire.Resolution;
import io.daysheet.wire.Resolution.Action;
import io.daysheet.wire.WireJson;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the desk asks of the doctors' weeks and their time.
class HttpWeekServerTest {

  private static final LocalDate DATE = LocalDate.of(2026, 3, 20);
  private static final WeeklyPlan PLAN =
      new WeeklyPlan(
          new WeeklyPlanId(new UUID(7, 1)),
          Clinic.ID,
          Clinic.HADDAD.id(),
          DayOfWeek.FRIDAY,
          MinuteOfDay.parse("09:00"),
          MinuteOfDay.parse("12:00"),
          LocalDate.of(2026, 1, 5),
          null,
          List.of(new ChangedDate(DATE, null, null)),
          4);
  private static final KeepWeeklyPlan KEEP =
      new KeepWeeklyPlan(
          null,
          PLAN.hospitalId(),
          PLAN.doctorId(),
          PLAN.day(),
          PLAN.start(),
          PLAN.end(),
          PLAN.validFrom(),
          null,
          null,
          null);
  private static final PublishedPlan PUBLISHED =
      new PublishedPlan(PLAN, 3, 2, 1, LocalDate.of(2026, 9, 17), List.of(), List.of());
  private static final TimeOff OFF =
      new TimeOff(
          new TimeOffId(new UUID(8, 1)),
          Clinic.HADDAD.id(),
          Clinic.at(9),
          Clinic.at(12),
          TimeOff.Reason.CME,
          2);

  private final MockWebServer web = new MockWebServer();
  private final ExecutorService desk = Executors.newSingleThreadExecutor();
  private ServerAddress address;
  private HttpWeekServer server;

  @BeforeEach
  void start() throws IOException {
    web.start();
    address = new ServerAddress(web.url("/").toString(), "Desk 2", null, Duration.ofSeconds(5));
    server = new HttpWeekServer(address, desk);
  }

  @AfterEach
  void stop() {
    address.close();
    web.close();
    desk.shutdownNow();
  }

  private void answer(int status, @Nullable Object body) {
    var response = new MockResponse.Builder().code(status);
    if (body != null) {
      response.body(WireJson.mapper().writeValueAsString(body));
    }
    web.enqueue(response.build());
  }

  @FunctionalInterface
  private interface Asking<T> {
    Request ask(Consumer<Outcome<T>> then);
  }

  private static <T> Outcome<T> await(Asking<T> asking) throws Exception {
    var done = new CompletableFuture<Outcome<T>>();
    Request _ = asking.ask(done::complete);
    return done.get(10, TimeUnit.SECONDS);
  }

  private RecordedRequest asked() throws InterruptedException {
    return Objects.requireNonNull(web.takeRequest(10, TimeUnit.SECONDS));
  }

  @Test
  void theWeekIsAskedByDoctor() throws Exception {
    answer(200, new Page<>(List.of(PLAN), null));
    answer(200, new InZone<>(Clinic.ZONE, new Page<>(List.of(OFF), null)));

    assertThat(
            HttpWeekServerTest.<List<WeeklyPlan>>await(
                then -> server.plans(Clinic.HADDAD.id(), then)))
        .isEqualTo(new Outcome.Done<>(List.of(PLAN)));
    assertThat(
            HttpWeekServerTest.<List<TimeOff>>await(
                then -> server.timeOff(Clinic.HADDAD.id(), then)))
        .isEqualTo(new Outcome.Done<>(List.of(OFF)));
    assertThat(asked().getUrl().encodedPath()).isEqualTo("/api/v1/weekly-plans");
    RecordedRequest second = asked();
    assertThat(second.getUrl().encodedPath()).isEqualTo("/api/v1/time-off");
    assertThat(second.getUrl().queryParameter("doctor")).isEqualTo(Clinic.HADDAD.id().toString());
  }

  @Test
  void aPlanIsMadeAndWhatWasPublishedComesBack() throws Exception {
    answer(201, new InZone<>(Clinic.ZONE, PUBLISHED));

    assertThat(
            HttpWeekServerTest.<PublishedPlan>await(
                then -> server.make(KEEP, CommandKey.fresh(), then)))
        .isEqualTo(new Outcome.Done<>(PUBLISHED));
    assertThat(asked().getHeaders().get("If-Match")).isNull();
  }

  @Test
  void thisAndFollowingNamesTheDateAndTheVersion() throws Exception {
    answer(200, new InZone<>(Clinic.ZONE, PUBLISHED));

    assertThat(
            HttpWeekServerTest.<PublishedPlan>await(
                then -> server.change(PLAN, DATE, KEEP, CommandKey.fresh(), then)))
        .isEqualTo(new Outcome.Done<>(PUBLISHED));
    RecordedRequest request = asked();
    assertThat(request.getMethod()).isEqualTo("PUT");
    assertThat(request.getUrl().queryParameter("from")).isEqualTo("2026-03-20");
    assertThat(request.getHeaders().get("If-Match")).isEqualTo("\"4\"");
  }

  @Test
  void oneDateHasItsOwnAddressAndWhoWasFasterIsTold() throws Exception {
    answer(412, new Problem("about:blank", "t", 412, null, "stale", List.of(), PLAN));
    answer(200, new InZone<>(Clinic.ZONE, PUBLISHED));
    var skip = new ChangePlanDate(null, null, true);

    assertThat(
            HttpWeekServerTest.<PublishedPlan>await(
                then -> server.changeDate(PLAN, DATE, skip, CommandKey.fresh(), then)))
        .isInstanceOfSatisfying(
            Outcome.Stale.class,
            stale ->
                assertThat(((PublishedPlan) Objects.requireNonNull(stale.current())).plan())
                    .isEqualTo(PLAN));
    assertThat(
            HttpWeekServerTest.<PublishedPlan>await(
                then -> server.resetDate(PLAN, DATE, CommandKey.fresh(), then)))
        .isEqualTo(new Outcome.Done<>(PUBLISHED));
    RecordedRequest first = asked();
    assertThat(first.getUrl().encodedPath())
        .isEqualTo("/api/v1/weekly-plans/" + PLAN.id() + "/dates/2026-03-20");
    assertThat(Objects.requireNonNull(first.getBody()).utf8()).contains("\"skip\":true");
    assertThat(asked().getMethod()).isEqualTo("DELETE");
  }

  @Test
  void ofAPlanThatIsGoneNothingMayBeLeftToTell() throws Exception {
    answer(204, null);

    assertThat(
            HttpWeekServerTest.<PublishedPlan>await(
                then -> server.remove(PLAN, CommandKey.fresh(), then)))
        .isInstanceOfSatisfying(
            Outcome.Done.class,
            done -> assertThat(((PublishedPlan) done.value()).plan()).isEqualTo(PLAN));
  }

  @Test
  void whatItWouldComeToIsAsked() throws Exception {
    var preview = new PlanPreview(3, 2, 1, DATE, List.of(), List.of());
    answer(200, new InZone<>(Clinic.ZONE, preview));
    answer(200, new InZone<>(Clinic.ZONE, preview));
    answer(200, new PlanHorizon(DATE));

    assertThat(HttpWeekServerTest.<PlanPreview>await(then -> server.preview(KEEP, DATE, then)))
        .isEqualTo(new Outcome.Done<>(preview));
    assertThat(HttpWeekServerTest.<PlanPreview>await(then -> server.removal(PLAN, then)))
        .isEqualTo(new Outcome.Done<>(preview));
    assertThat(HttpWeekServerTest.<PlanHorizon>await(then -> server.horizon(Clinic.ID, then)))
        .isEqualTo(new Outcome.Done<>(new PlanHorizon(DATE)));
    assertThat(asked().getTarget()).isEqualTo("/api/v1/weekly-plans/preview?from=2026-03-20");
    assertThat(asked().getUrl().encodedPath())
        .isEqualTo("/api/v1/weekly-plans/" + PLAN.id() + "/removal");
    assertThat(asked().getUrl().queryParameter("hospital")).isEqualTo(Clinic.ID.toString());
  }

  @Test
  void timeOffIsTakenChangedAndRemoved() throws Exception {
    answer(201, new InZone<>(Clinic.ZONE, OFF));
    answer(200, new InZone<>(Clinic.ZONE, OFF));
    answer(204, null);
    OffsetDateTime start = OFF.start().atZone(Clinic.ZONE).toOffsetDateTime();
    OffsetDateTime end = OFF.end().atZone(Clinic.ZONE).toOffsetDateTime();
    var keep = new KeepTimeOff(null, OFF.doctorId(), start, end, OFF.reason(), null);

    for (Asking<TimeOff> asking :
        List.<Asking<TimeOff>>of(
            then -> server.take(keep, CommandKey.fresh(), then),
            then -> server.change(OFF, keep, CommandKey.fresh(), then),
            then -> server.remove(OFF, CommandKey.fresh(), then))) {
      assertThat(await(asking)).isEqualTo(new Outcome.Done<>(OFF));
    }
    assertThat(asked().getMethod()).isEqualTo("POST");
    assertThat(asked().getHeaders().get("If-Match")).isEqualTo("\"2\"");
    assertThat(asked().getUrl().encodedPath()).isEqualTo("/api/v1/time-off/" + OFF.id());
  }

  @Test
  void anAvailabilityGoesWithWhatBecomesOfItsVisits() throws Exception {
    Availability range = Clinic.availability(1, Clinic.HADDAD, 9, 17);
    var resolution =
        new Resolution(
            Clinic.visit(1, Clinic.HADDAD, 10, 1).id(), Action.CANCEL, null, null, "ill");
    var arranging = new HttpArrangingServer(address, desk);
    answer(204, null);
    answer(200, new InZone<>(Clinic.ZONE, range));

    assertThat(
            HttpWeekServerTest.<Availability>await(then ->
                arranging.close(
                    range, new CloseAvailability(List.of(resolution)), CommandKey.fresh(), then)))
        .isEqualTo(new Outcome.Done<>(range));
    assertThat(
            HttpWeekServerTest.<Availability>await(then ->
                arranging.change(
                    range,
                    new ChangeAvailability(
                        null,
                        null,
                        null,
                        range.start().atZone(Clinic.ZONE).toOffsetDateTime(),
                        range.end().atZone(Clinic.ZONE).toOffsetDateTime(),
                        null,
                        null,
                        List.of(resolution)),
                    CommandKey.fresh(),
                    then)))
        .isEqualTo(new Outcome.Done<>(range));
    RecordedRequest close = asked();
    assertThat(close.getMethod()).isEqualTo("DELETE");
    assertThat(Objects.requireNonNull(close.getBody()).utf8())
        .contains("\"action\":\"CANCEL\"", "\"reason\":\"ill\"");
    assertThat(asked().getMethod()).isEqualTo("PUT");
  }
}
