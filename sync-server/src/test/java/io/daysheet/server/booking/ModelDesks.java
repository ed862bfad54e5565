package io.daysheet.server.booking;

import static io.daysheet.server.TestHospital.and;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.schedule.AppointmentStep;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import io.daysheet.server.booking.ModelDay.Visit;
import io.daysheet.server.booking.ModelHolds.Held;
import io.daysheet.server.booking.ModelTime.Hours;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Two desks that give the server each command that the notebook is given, and compare what both
/// answer.
abstract class ModelDesks extends DoctorsDay {

  List<UUID> doctors;
  List<UUID> patients;
  ModelDay model;
  ModelView day;
  List<TestDesk> desks;

  /// What was done, to be read when something differs.
  final List<String> done = new ArrayList<>();

  private TestDesk other;

  @BeforeEach
  void threeDoctorsAndFourPatients() {
    letGo();
    other = TestDesk.of(TestAccounts.OTHER, port);
    desks = List.of(api, other);
    hospital =
        TestHospital.with(
            jdbc,
            BookingPolicy.of(
                60,
                List.of(
                    new AppointmentType("FOLLOW_UP", 60, 0, false, true),
                    new AppointmentType("SURGERY", 60, 0, true, true))));
    for (int i = 0; i < ModelDay.ROOMS; i++) {
      jdbc.sql("insert into room (id, hospital_id, name) values (?, ?, ?)")
          .params(UUID.randomUUID(), hospital.id(), "A " + i)
          .update();
    }
    doctors = List.of(hospital.doctor(), hospital.doctor(), hospital.doctor());
    patients = hospital.patients(4);
    model = new ModelDay(2, new Hours(12, 18));
    day = new ModelView(api, hospital, doctors, patients, model);
  }

  @AfterEach
  void leave() {
    other.close();
    letGo();
  }

  static String at(int hour) {
    return "%sT%02d:00:00+01:00".formatted(ModelView.DATE, hour);
  }

  static String tag(int version) {
    return "\"" + version + "\"";
  }

  /// Which commands were answered how, in all days together.
  static final Set<String> REACHED = new TreeSet<>();

  Answer same(String command, int expected, Answer answer) {
    REACHED.add(command.split(" ", 2)[0] + " " + expected);
    done.add("%d: %s, now %d".formatted(expected, command, model.now()));
    assertThat(answer.status()).as("%s%n%s", done, answer.body()).isEqualTo(expected);
    return answer;
  }

  void pass(int minutes) {
    model.pass(minutes);
    clock.set(SettableClock.TUESDAY.plus(Duration.ofMinutes(model.now() - 8 * 60L)));
  }

  void book(int desk, int with, int whom, int hour, boolean room, @Nullable Held under) {
    Map<String, Object> booking =
        and(
            hospital.booking(doctors.get(with), patients.get(whom), at(hour)),
            "type",
            room ? "SURGERY" : "FOLLOW_UP");
    int expected = model.book(desk, with, whom, hour, room, under);
    Answer answer =
        same(
            "book %d for %d at %d by %d, room %s, under %s"
                .formatted(with, whom, hour, desk, room, under),
            expected,
            desks
                .get(desk)
                .post(
                    "/appointments", under == null ? booking : and(booking, "holdId", under.id())));
    if (expected == 201) {
      model.add(answer.text("id"), with, whom, hour, room);
    }
  }

  void move(int desk, Visit visit, int with, int hour, @Nullable Held under) {
    Map<String, Object> where = to(at(hour), doctors.get(with));
    int expected = model.move(desk, visit, with, hour, under);
    same(
        "%s %s to %d at %d by %d, under %s"
            .formatted(
                with == visit.doctor() && hour == visit.hour() ? "stay" : "move",
                visit,
                with,
                hour,
                desk,
                under),
        expected,
        move(
            desks.get(desk),
            visit.id(),
            visit.version(),
            under == null ? where : and(where, "holdId", under.id())));
  }

  void moveAsItWas(Visit visit, int hour) {
    same("stale " + visit, 412, move(visit.id(), visit.version() - 1, to(at(hour))));
  }

  void take(Visit visit, AppointmentStep step) {
    int expected = model.step(visit, step);
    same(step + " " + visit, expected, step(visit.id(), step.verb(), visit.version()));
  }

  void hold(int desk, int with, int hour) {
    int expected = model.hold(desk, with, hour);
    Answer answer =
        same(
            "hold %d at %d by %d".formatted(with, hour, desk),
            expected,
            hold(desks.get(desk), doctors.get(with), at(hour)));
    if (expected == 201) {
      model.holds().add(answer.text("id"), desk, with, hour);
    }
  }

  void renew(Held hold) {
    int expected = model.holds().renew(hold);
    same("renew " + hold, expected, desks.get(hold.desk()).put("/holds/" + hold.id(), ""));
  }

  void release(Held hold) {
    model.holds().remove(hold);
    same("release " + hold, 204, desks.get(hold.desk()).delete("/holds/" + hold.id()));
  }
}
