package io.daysheet.desktop;

import io.daysheet.desktop.remote.AccessTokens;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.HttpScheduleServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.ScheduleServer;
import io.daysheet.desktop.remote.ServerAddress;
import io.daysheet.hospital.Hospital;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.wire.BookAppointment;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/// What is free at a server and how it is booked, without a screen.
final class FreeTimesAtTheServer {

  private FreeTimesAtTheServer() {}

  static BookAppointment command(Hospital hospital, Availability range, PatientId patient) {
    return new BookAppointment(
        hospital.id(),
        range.doctorId(),
        patient,
        range.start().atZone(hospital.timeZone()).toOffsetDateTime(),
        null,
        hospital.policy().appointmentTypes().getFirst().code(),
        null,
        null,
        null,
        null);
  }

  static Outcome<Appointment> book(ScheduleServer server, BookAppointment command) {
    return outcome(then -> server.book(command, CommandKey.fresh(), then));
  }

  /// Those of the next two weeks, asked for past the desk's line.
  static List<Availability> availabilities(URI address, AccessTokens tokens, Hospital hospital) {
    try (var direct = new ServerAddress(address.toString(), "Desk 2", tokens)) {
      var server = new HttpScheduleServer(direct, Runnable::run);
      LocalDate today = hospital.dateAt(InstantSource.system().instant());
      return today
          .plusDays(1)
          .datesUntil(today.plusDays(15))
          .flatMap(date -> schedule(server, hospital, date).availabilities().stream())
          .toList();
    }
  }

  private static DaySchedule schedule(ScheduleServer server, Hospital hospital, LocalDate date) {
    Outcome<DaySchedule> answer = outcome(then -> server.schedule(hospital.id(), date, then));
    if (answer instanceof Outcome.Done<DaySchedule>(DaySchedule day)) {
      return day;
    }
    throw new AssertionError("no schedule");
  }

  private static <T> Outcome<T> outcome(Function<Consumer<Outcome<T>>, Request> ask) {
    var answer = new CompletableFuture<Outcome<T>>();
    Request _ = ask.apply(answer::complete);
    return answer.orTimeout(15, TimeUnit.SECONDS).join();
  }
}
