package io.daysheet.desktop;

import static io.daysheet.desktop.FormsAtHand.onFx;
import static io.daysheet.desktop.FreeTimesAtTheServer.availabilities;
import static io.daysheet.desktop.FreeTimesAtTheServer.book;
import static io.daysheet.desktop.FreeTimesAtTheServer.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.desktop.board.Progress;
import io.daysheet.desktop.board.UnansweredRegistrations;
import io.daysheet.desktop.demo.DemoServerAtHand;
import io.daysheet.desktop.fx.FxThread;
import io.daysheet.desktop.patients.PatientSearchViewModel;
import io.daysheet.desktop.patients.RegisterPatientViewModel;
import io.daysheet.desktop.remote.AccessTokens;
import io.daysheet.desktop.remote.ChangeStream;
import io.daysheet.desktop.remote.FrailLine;
import io.daysheet.desktop.remote.HttpScheduleServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.ScheduleServer;
import io.daysheet.desktop.remote.ServerAddress;
import io.daysheet.desktop.remote.SocketChangeStream;
import io.daysheet.hospital.Hospital;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.wire.BookAppointment;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxToolkit;

/// Whatever happens, no line of the desk's log says who a patient is.
class NoPatientInTheLogIT {

  private static final InstantSource CLOCK = InstantSource.system();
  private static final String FAMILY_NAME = "Quillfeather";
  private static final String GIVEN_NAME = "Ottoline";
  private static final String BIRTH_DATE = "1987-05-14";
  private static final String PHONE = "+49305550199";
  private static final String GARBAGE =
      """
      {"items": [{"mrn": "M-775533", "familyName": "%s", "givenName": "%s",
        "birthDate": "%s!", "phone": "%s"
      """
          .formatted(FAMILY_NAME, GIVEN_NAME, BIRTH_DATE, PHONE);

  @RegisterExtension static final DemoServerAtHand SERVER = new DemoServerAtHand();

  private final List<String> secrets =
      new ArrayList<>(
          List.of(FAMILY_NAME, GIVEN_NAME, BIRTH_DATE, "14.5.1987", "5550199", "M-775533"));
  private final List<Patient> registered = new ArrayList<>();
  private DeskLog log;
  private FrailLine line;

  @BeforeAll
  static void start() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void listen() {
    log = new DeskLog();
    line = new FrailLine(SERVER.port());
  }

  @AfterEach
  void hangUp() {
    line.close();
    log.close();
  }

  @Test
  void aPatientIsFoundRegisteredBookedAndRefused() throws Exception {
    try (var wire = new ServerAddress(line.address().toString(), "Desk 1", tokens())) {
      ScheduleServer server = new HttpScheduleServer(wire, new FxThread());
      Desk desk = desk(line.address());
      await().until(() -> onFx(() -> desk.board().day().isPresent()));
      RegisterPatientViewModel form = register(server);
      await().until(() -> onFx(() -> !registered.isEmpty()));
      Patient patient = registered.getFirst();
      secrets.add(patient.mrn());
      PatientSearchViewModel search = search(server);
      await()
          .untilAsserted(() -> assertThat(onFx(() -> search.results())).containsExactly(patient));

      BookAppointment command = bookedOnScreen(server, desk, patient);
      assertThat(book(server, command)).isInstanceOf(Outcome.Refused.class);

      onFx(() -> close(form, desk));
    }
    assertThatNobodyIsNamed();
  }

  @Test
  void theConnectionIsLostUnderAllOfIt() throws Exception {
    try (var wire = new ServerAddress(line.address().toString(), "Desk 1", tokens())) {
      ScheduleServer server = new HttpScheduleServer(wire, new FxThread());
      Desk desk = desk(line.address());
      await().until(() -> onFx(() -> desk.board().day().isPresent()));
      Hospital hospital = onFx(() -> desk.board().hospital().orElseThrow());
      line.close();

      failAtEverything(server, hospital, desk);
    }
    assertThatNobodyIsNamed();
  }

  @Test
  void theServerAnswersGarbageAboutAPatient() throws Exception {
    Desk desk = desk(line.address());
    await().until(() -> onFx(() -> desk.board().day().isPresent()));
    Hospital hospital = onFx(() -> desk.board().hospital().orElseThrow());
    try (var web = new MockWebServer()) {
      web.start();
      try (var wire = new ServerAddress(web.url("/").toString(), "Desk 1")) {
        web.enqueue(
            new MockResponse.Builder().webSocketUpgrade(new BrokenFrames.Sender(GARBAGE)).build());
        var stream = new BrokenFrames();
        ChangeStream.Connection connection =
            new SocketChangeStream(wire, new FxThread()).open(stream);
        stream.firstUnreadable().orTimeout(10, TimeUnit.SECONDS).join();
        connection.close();
        web.enqueue(new MockResponse.Builder().code(200).body(GARBAGE).build());
        web.enqueue(new MockResponse.Builder().code(200).body(GARBAGE).build());
        web.enqueue(new MockResponse.Builder().code(201).body(GARBAGE).build());
        web.enqueue(
            new MockResponse.Builder()
                .body(GARBAGE.repeat(1000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        failAtEverything(new HttpScheduleServer(wire, new FxThread()), hospital, desk);
      }
    }
    assertThatNobodyIsNamed();
  }

  private void failAtEverything(ScheduleServer server, Hospital hospital, Desk desk)
      throws Exception {
    PatientSearchViewModel search = search(server);
    await()
        .until(
            () -> onFx(() -> search.stateProperty().get() == PatientSearchViewModel.State.FAILED));
    RegisterPatientViewModel form = register(server);
    // who is registered already stays unknown, too
    await()
        .until(() ->
            onFx(() -> {
              form.registerAnyway();
              return form.progressProperty().get() instanceof Progress.AskingAgain;
            }));
    onFx(() -> close(form, desk));
    var patient = new PatientId(new UUID(5, 1));
    Availability any = availabilities(SERVER.address(), tokens(), hospital).getFirst();
    assertThat(book(server, command(hospital, any, patient))).isInstanceOf(Outcome.Unknown.class);
  }

  private void assertThatNobodyIsNamed() {
    List<String> lines = log.lines();
    assertThat(lines).as("the client's finest lines").anyMatch(l -> l.startsWith("okhttp3"));
    assertThat(lines.stream().filter(this::namesSomebody).toList()).isEmpty();
  }

  private boolean namesSomebody(String said) {
    String small = said.toLowerCase(Locale.ROOT);
    return secrets.stream().anyMatch(secret -> small.contains(secret.toLowerCase(Locale.ROOT)));
  }

  private static Path credentials() {
    return SERVER.credentials();
  }

  private static AccessTokens tokens() {
    return DemoSignIn.as("receptionist", credentials()).tokens();
  }

  private static Desk desk(URI server) throws Exception {
    List<String> arguments =
        List.of("--server=" + server, "--desk=Desk 1", "--credentials=" + credentials());
    return onFx(() -> {
      var desk = new Desk(DeskSettings.of(arguments, _ -> null), CLOCK);
      desk.start();
      return desk;
    });
  }

  private static boolean close(RegisterPatientViewModel form, Desk desk) {
    form.close();
    desk.close();
    return true;
  }

  private static PatientSearchViewModel search(ScheduleServer server) throws Exception {
    return onFx(() -> {
      var search = new PatientSearchViewModel(server, new FxTimers(), CLOCK);
      search.queryProperty().set(FAMILY_NAME + " " + GIVEN_NAME);
      return search;
    });
  }

  private RegisterPatientViewModel register(ScheduleServer server) throws Exception {
    return onFx(() -> {
      var form =
          new RegisterPatientViewModel(
              server,
              new FxTimers(),
              CLOCK,
              ZoneOffset.UTC,
              Locale.GERMANY,
              new UnansweredRegistrations(),
              registered::add);
      form.startFrom(FAMILY_NAME + " " + GIVEN_NAME);
      form.birthDateProperty().set("14.5.1987");
      form.phoneProperty().set(PHONE);
      form.register();
      return form;
    });
  }

  /// Books the patient somewhere in the days to come, and waits until the desk shows it.
  private static BookAppointment bookedOnScreen(ScheduleServer server, Desk desk, Patient patient)
      throws Exception {
    Hospital hospital = onFx(() -> desk.board().hospital().orElseThrow());
    for (Availability range : availabilities(SERVER.address(), tokens(), hospital)) {
      BookAppointment command = command(hospital, range, patient.id());
      if (book(server, command) instanceof Outcome.Done<Appointment>(Appointment visit)) {
        LocalDate date = hospital.dateAt(visit.start());
        onFx(() -> {
          desk.day().dateProperty().set(date);
          return date;
        });
        await()
            .until(() ->
                onFx(() ->
                    desk.board().appointments().stream()
                        .anyMatch(shown -> shown.appointment().id().equals(visit.id()))));
        return command;
      }
    }
    throw new AssertionError("nothing is free");
  }
}
