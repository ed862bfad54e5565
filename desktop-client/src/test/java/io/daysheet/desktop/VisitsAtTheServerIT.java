package io.daysheet.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.demo.DemoServerAtHand;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.HttpScheduleServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.ScheduleServer;
import io.daysheet.desktop.remote.ServerAddress;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.patient.Patient;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentEvent;
import io.daysheet.schedule.AppointmentEvent.Kind;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.AppointmentStep;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.wire.BookAppointment;
import io.daysheet.wire.CancelAppointment;
import io.daysheet.wire.CreateAvailability;
import io.daysheet.wire.FindDuplicates;
import io.daysheet.wire.LikelySame;
import io.daysheet.wire.Page;
import io.daysheet.wire.PlaceHold;
import io.daysheet.wire.RescheduleAppointment;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the desk asks for visits, as the real server answers it.
class VisitsAtTheServerIT {

  @RegisterExtension static final DemoServerAtHand SERVER = new DemoServerAtHand();
  private static ServerAddress address;
  private static ScheduleServer server;
  private static Hospital hospital;
  private static Doctor doctor;
  private static OffsetDateTime first;
  private static Patient patient;

  @BeforeAll
  static void start() {
    var tokens = DemoSignIn.as("scheduler", SERVER.credentials()).tokens();
    address = new ServerAddress(SERVER.address().toString(), "Desk 1", tokens);
    server = new HttpScheduleServer(address, Runnable::run);
    hospital = VisitsAtTheServerIT.<List<Hospital>>done(server::hospitals).getFirst();
    doctor =
        VisitsAtTheServerIT.<List<Doctor>>done(then -> server.doctors(hospital.id(), then))
            .getFirst();
    patient =
        VisitsAtTheServerIT.<Page<Patient>>done(then -> server.searchPatients("sa", 1, then))
            .items()
            .getFirst();
    first = openDay();
  }

  @AfterAll
  static void stop() {
    address.close();
  }

  /// An afternoon that has nothing yet; in the middle of the day some hospitals close.
  private static OffsetDateTime openDay() {
    LocalDate today = hospital.dateAt(InstantSource.system().instant());
    var answers = new ArrayList<Outcome<Availability>>();
    for (LocalDate date : today.plusDays(40).datesUntil(today.plusDays(47)).toList()) {
      OffsetDateTime start = date.atTime(14, 0).atZone(hospital.timeZone()).toOffsetDateTime();
      var command = new CreateAvailability(hospital.id(), doctor.id(), start, start.plusHours(4));
      Outcome<Availability> made =
          answer(then -> server.createAvailability(command, CommandKey.fresh(), then));
      if (made instanceof Outcome.Done<Availability>) {
        return start;
      }
      answers.add(made);
    }
    throw new AssertionError("a week without a day that is open: " + answers);
  }

  private static Appointment step(Appointment visit, AppointmentStep step) {
    return done(then -> server.step(visit, step, CommandKey.fresh(), then));
  }

  @Test
  void aVisitGoesItsWayAndItsHistoryTellsIt() {
    Appointment booked = done(then -> server.book(booking(), CommandKey.fresh(), then));
    Appointment confirmed = step(booked, AppointmentStep.CONFIRM);
    var later = new RescheduleAppointment(first.plusHours(2), doctor.id(), null, null, null);
    Appointment moved = done(then -> server.reschedule(confirmed, later, CommandKey.fresh(), then));
    assertThat(moved.start()).isEqualTo(first.plusHours(2).toInstant());
    assertThat(moved.id()).isEqualTo(booked.id());
    Outcome<Appointment> stale =
        answer(then -> server.step(booked, AppointmentStep.CHECK_IN, CommandKey.fresh(), then));
    assertThat(stale).isEqualTo(new Outcome.Stale<>(moved));

    Appointment arrived = step(moved, AppointmentStep.CHECK_IN);
    assertThat(arrived.status()).isEqualTo(AppointmentStatus.ARRIVED);
    Appointment back = step(arrived, AppointmentStep.UNDO_CHECK_IN);
    Appointment cancelled =
        done(then -> server.cancel(back, new CancelAppointment("asked"), CommandKey.fresh(), then));
    assertThat(cancelled.status()).isEqualTo(AppointmentStatus.CANCELLED);
    List<AppointmentEvent> history = done(then -> server.history(booked.id(), then));
    assertThat(history)
        .extracting(AppointmentEvent::kind)
        .containsExactly(
            Kind.BOOKED,
            Kind.CONFIRMED,
            Kind.MOVED,
            Kind.CHECKED_IN,
            Kind.CHECK_IN_UNDONE,
            Kind.CANCELLED);
    assertThat(history.getLast().reason()).isEqualTo("asked");
  }

  @Test
  void aSlotIsHeldForLongerAndGivenBack() {
    var wanted = new PlaceHold(hospital.id(), doctor.id(), first.plusHours(3), "FOLLOW_UP");
    Hold held = done(then -> server.placeHold(wanted, CommandKey.fresh(), then));
    assertThat(held.start()).isEqualTo(first.plusHours(3).toInstant());
    assertThat(day().holds()).extracting(Hold::id).containsExactly(held.id());
    Hold longer = done(then -> server.renewHold(held.id(), then));
    assertThat(longer.until()).isAfterOrEqualTo(held.until());

    HoldId gone = done(then -> server.releaseHold(held.id(), then));
    assertThat(gone).isEqualTo(held.id());
    assertThat(day().holds()).isEmpty();
  }

  private static DaySchedule day() {
    return done(then -> server.schedule(hospital.id(), first.toLocalDate(), then));
  }

  @Test
  void whoIsRegisteredAlreadyIsLikelyTheSamePerson() {
    var question =
        new FindDuplicates(patient.givenName(), patient.familyName(), patient.birthDate(), null);
    List<LikelySame> likely = done(then -> server.duplicates(question, then));

    assertThat(likely).extracting(each -> each.patient().id()).contains(patient.id());
  }

  private static BookAppointment booking() {
    return new BookAppointment(
        hospital.id(), doctor.id(), patient.id(), first, null, "FOLLOW_UP", null, null, null, null);
  }

  private static <T> T done(Function<Consumer<Outcome<T>>, Request> ask) {
    Outcome<T> outcome = answer(ask);
    if (outcome instanceof Outcome.Done<T>(T value)) {
      return value;
    }
    throw new AssertionError("not done: " + outcome);
  }

  private static <T> Outcome<T> answer(Function<Consumer<Outcome<T>>, Request> ask) {
    var answer = new CompletableFuture<Outcome<T>>();
    Request _ = ask.apply(answer::complete);
    return answer.orTimeout(15, TimeUnit.SECONDS).join();
  }
}
