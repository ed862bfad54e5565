package io.daysheet.desktop.remote;

import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.DaySchedule;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What every desk asks first: which hospitals are there, and what is on in the first of them
/// today?
///
/// They are asked while the toolkit still starts, on the server's own threads. [AskedAhead] hands
/// the answers over when the desk comes to the same questions.
public final class FirstQuestions {

  private final AtomicReference<@Nullable Early<Outcome<List<Hospital>>>> hospitals;
  private final AtomicReference<@Nullable FirstDay> day = new AtomicReference<>();

  /// The second question and its answer.
  record FirstDay(HospitalId hospital, LocalDate date, Early<Outcome<DaySchedule>> schedule) {}

  private FirstQuestions(Early<Outcome<List<Hospital>>> hospitals) {
    this.hospitals = new AtomicReference<>(hospitals);
  }

  /// Asks the server at an address, and returns at once.
  public static FirstQuestions of(ServerAddress address, InstantSource clock) {
    return of(new HttpScheduleServer(address, Runnable::run), clock);
  }

  static FirstQuestions of(ScheduleServer server, InstantSource clock) {
    Early<Outcome<List<Hospital>>> hospitals = new Early<>();
    var questions = new FirstQuestions(hospitals);
    Request _ =
        server.hospitals(outcome -> {
          if (outcome instanceof Outcome.Done<List<Hospital>>(List<Hospital> known)
              && !known.isEmpty()) {
            questions.askForDay(server, known.getFirst(), clock);
          }
          hospitals.come(outcome);
        });
    return questions;
  }

  private void askForDay(ScheduleServer server, Hospital hospital, InstantSource clock) {
    Early<Outcome<DaySchedule>> schedule = new Early<>();
    LocalDate today = hospital.dateAt(clock.instant());
    day.set(new FirstDay(hospital.id(), today, schedule));
    Request _ = server.schedule(hospital.id(), today, schedule::come);
  }

  /// The first answer, once: who asks again wants to know what is there by then.
  @Nullable Early<Outcome<List<Hospital>>> takeHospitals() {
    return hospitals.getAndSet(null);
  }

  /// The second question, once; null until the first is answered.
  @Nullable FirstDay takeDay() {
    return day.getAndSet(null);
  }
}
