package io.daysheet.desktop.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.SilentServer;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.DaySchedule;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AskedAheadTest {

  private static final Hospital FIRST = Clinic.HOSPITAL;
  private static final Instant NOW = Instant.parse("2026-03-19T10:00:00Z");
  private static final LocalDate TODAY = FIRST.dateAt(NOW);
  private static final Outcome<DaySchedule> A_DAY = new Outcome.Unknown<>(Cause.NO_ANSWER);

  private final ServerThatCounts server = new ServerThatCounts();
  private final List<Runnable> desk = new ArrayList<>();
  private final FirstQuestions questions = FirstQuestions.of(server, InstantSource.fixed(NOW));
  private final AskedAhead ahead = new AskedAhead(server, questions, desk::add);
  private final List<Object> heard = new ArrayList<>();

  @Test
  void theDayIsAskedForAsSoonAsTheHospitalsAreKnown() {
    server.answerHospitals(List.of(FIRST));

    assertThat(server.asked).containsExactly("hospitals", FIRST.id() + " " + TODAY);
  }

  @Test
  void answersThatHaveComeAreHeardOnTheDeskAndNotAskedForAgain() {
    server.answerHospitals(List.of(FIRST));
    server.day().accept(A_DAY);

    Request _ = ahead.hospitals(heard::add);
    Request _ = ahead.schedule(FIRST.id(), TODAY, heard::add);
    assertThat(heard).isEmpty();
    desk.forEach(Runnable::run);

    assertThat(heard).containsExactly(new Outcome.Done<>(List.of(FIRST)), A_DAY);
    assertThat(server.asked).hasSize(2);
  }

  @Test
  void answersThatComeLaterAreHeardThen() {
    Request _ = ahead.hospitals(heard::add);
    server.answerHospitals(List.of(FIRST));
    Request _ = ahead.schedule(FIRST.id(), TODAY, heard::add);
    server.day().accept(A_DAY);
    desk.forEach(Runnable::run);

    assertThat(heard).containsExactly(new Outcome.Done<>(List.of(FIRST)), A_DAY);
  }

  @Test
  void whatIsCancelledIsNotHeardThoughItIsOnItsWayToTheDesk() {
    server.answerHospitals(List.of(FIRST));

    ahead.hospitals(heard::add).cancel();
    desk.forEach(Runnable::run);

    assertThat(heard).isEmpty();
  }

  @Test
  void theSecondTimeTheServerIsAsked() {
    server.answerHospitals(List.of(FIRST));
    Request _ = ahead.hospitals(heard::add);
    Request _ = ahead.schedule(FIRST.id(), TODAY, heard::add);

    Request _ = ahead.hospitals(heard::add);
    Request _ = ahead.schedule(FIRST.id(), TODAY, heard::add);

    assertThat(server.asked).hasSize(4);
  }

  @Test
  void anotherDayIsAskedForAndTheOneFromAheadIsForgotten() {
    server.answerHospitals(List.of(FIRST));

    Request _ = ahead.schedule(FIRST.id(), TODAY.plusDays(1), heard::add);
    Request _ = ahead.schedule(FIRST.id(), TODAY, heard::add);

    assertThat(server.asked)
        .endsWith(FIRST.id() + " " + TODAY.plusDays(1), FIRST.id() + " " + TODAY);
  }

  @Test
  void aServerThatIsNotThereIsToldOnceAndAskedAgain() {
    server.hospitals().accept(new Outcome.Unknown<>(Cause.NO_ANSWER));
    Request _ = ahead.hospitals(heard::add);
    desk.forEach(Runnable::run);

    assertThat(heard).containsExactly(new Outcome.Unknown<>(Cause.NO_ANSWER));
    Request _ = ahead.hospitals(heard::add);
    assertThat(server.asked).containsExactly("hospitals", "hospitals");
  }

  /// Notes what it is asked; the test answers when it likes.
  private static final class ServerThatCounts extends SilentServer {
    private final List<String> asked = new ArrayList<>();
    private final List<Consumer<Outcome<List<Hospital>>>> hospitals = new ArrayList<>();
    private final List<Consumer<Outcome<DaySchedule>>> days = new ArrayList<>();

    @Override
    public Request hospitals(Consumer<Outcome<List<Hospital>>> then) {
      asked.add("hospitals");
      hospitals.add(then);
      return () -> {};
    }

    @Override
    public Request schedule(
        HospitalId hospital, LocalDate date, Consumer<Outcome<DaySchedule>> then) {
      asked.add(hospital + " " + date);
      days.add(then);
      return () -> {};
    }

    void answerHospitals(List<Hospital> known) {
      hospitals().accept(new Outcome.Done<>(known));
    }

    Consumer<Outcome<List<Hospital>>> hospitals() {
      return hospitals.getLast();
    }

    Consumer<Outcome<DaySchedule>> day() {
      return days.getLast();
    }
  }
}
