package io.daysheet.server.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.AppointmentStep;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.booking.ModelDay.Visit;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/// Whatever a desk does in whichever order, the server answers and keeps what the notebook does.
@ServerTest
@Import(SettableClock.Configuration.class)
class ModelDayIT extends DoctorsDay {

  private static final int COMMANDS = 150;

  private List<UUID> doctors;
  private List<UUID> patients;
  private ModelDay model;

  @BeforeEach
  void threeDoctorsAndFourPatients() {
    UUID mornings = hospital.doctor();
    hospital.availability(mornings, NINE, NOON);
    doctors = List.of(doctor, colleague(), mornings);
    patients = hospital.patients(4);
    model = new ModelDay(new int[] {9, 15}, new int[] {9, 15}, new int[] {9, 12});
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theServersDayIsTheNotebooks(long seed) {
    var random = new Random(seed);
    var done = new ArrayList<String>();
    for (int i = 0; i < COMMANDS; i++) {
      done.add(oneCommand(random));
      if (i % 10 == 9) {
        assertThat(onTheServer()).as("%s", done).isEqualTo(inTheModel());
      }
    }
    assertThat(model.visits())
        .extracting(Visit::status)
        .as("%s", done)
        .contains(AppointmentStatus.CANCELLED)
        .hasSizeGreaterThan(5);
  }

  private String oneCommand(Random random) {
    if (random.nextInt(12) == 0) {
      model.pass(random.nextInt(40));
      clock.set(SettableClock.TUESDAY.plus(Duration.ofMinutes(model.now() - 8 * 60L)));
    }
    int with = random.nextInt(doctors.size());
    int hour = 8 + random.nextInt(8);
    int what = random.nextInt(10);
    if (what < 4 || model.visits().isEmpty()) {
      return book(with, random.nextInt(patients.size()), hour);
    }
    Visit visit = model.visits().get(random.nextInt(model.visits().size()));
    if (random.nextInt(15) == 0 && visit.version() > 1) {
      String command = "stale " + visit;
      assertThat(move(visit.id(), visit.version() - 1, to(at(hour))).status())
          .as(command)
          .isEqualTo(412);
      return command;
    }
    return what < 7 ? moved(visit, with, hour) : stepped(visit, random);
  }

  private String book(int with, int whom, int hour) {
    String command = "book %d for %d at %d, now %d".formatted(with, whom, hour, model.now());
    int expected = model.book(with, whom, hour);
    Answer answer =
        api.post(
            "/appointments", hospital.booking(doctors.get(with), patients.get(whom), at(hour)));
    assertThat(answer.status()).as(command + answer.body()).isEqualTo(expected);
    if (expected == 201) {
      model.add(answer.text("id"), with, whom, hour);
    }
    return command;
  }

  private String moved(Visit visit, int with, int hour) {
    String command = "move %s to %d at %d, now %d".formatted(visit, with, hour, model.now());
    int expected = model.move(visit, with, hour);
    Answer answer = move(visit.id(), visit.version(), to(at(hour), doctors.get(with)));
    assertThat(answer.status()).as(command + answer.body()).isEqualTo(expected);
    return command;
  }

  private String stepped(Visit visit, Random random) {
    AppointmentStep[] steps = AppointmentStep.values();
    AppointmentStep step = steps[random.nextInt(steps.length)];
    String command = "%s %s, now %d".formatted(step, visit, model.now());
    int expected = model.step(visit, step);
    Answer answer = step(visit.id(), step.verb(), visit.version());
    assertThat(answer.status()).as(command + answer.body()).isEqualTo(expected);
    return command;
  }

  private static String at(int hour) {
    return "2030-03-12T%02d:00:00+01:00".formatted(hour);
  }

  private List<String> inTheModel() {
    return model.visits().stream()
        .filter(visit -> visit.status() != AppointmentStatus.CANCELLED)
        .map(Visit::toString)
        .sorted()
        .toList();
  }

  private List<String> onTheServer() {
    Answer day = api.get("/schedule?hospital=" + hospital.id() + "&date=2030-03-12");
    return StreamSupport.stream(day.json().get("appointments").spliterator(), false)
        .map(visit ->
            new Visit(
                    visit.get("id").asString(),
                    numberOf(visit.get("doctorId"), doctors),
                    numberOf(visit.get("patientId"), patients),
                    OffsetDateTime.parse(visit.get("start").asString()).getHour(),
                    AppointmentStatus.valueOf(visit.get("status").asString()),
                    visit.get("version").asInt())
                .toString())
        .sorted()
        .toList();
  }

  private static int numberOf(JsonNode id, List<UUID> among) {
    return IntStream.range(0, among.size())
        .filter(i -> among.get(i).toString().equals(id.asString()))
        .findFirst()
        .orElseThrow();
  }
}
