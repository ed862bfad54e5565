package io.daysheet.desktop.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardFeed;
import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.QuietHospital;
import io.daysheet.desktop.board.SlotKeeper;
import io.daysheet.desktop.board.World;
import io.daysheet.desktop.board.Writes;
import io.daysheet.desktop.form.FormPlace;
import io.daysheet.desktop.form.Jump;
import io.daysheet.desktop.form.Obstacle;
import io.daysheet.desktop.patients.PatientSearchViewModel;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.Patient;
import io.daysheet.rule.Blocker;
import io.daysheet.rule.Violation;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookingFormViewModelTest {

  private static final Patient ZOFIA = QuietHospital.patient(1, "Kowalska", "Zofia");

  private final World world = new World(Clinic.at(8), new Random(1));
  private final QuietHospital server =
      new QuietHospital(
          world,
          Clinic.day(
              5,
              List.of(
                  Clinic.availability(1, Clinic.LINDQVIST, 9, 17),
                  Clinic.availability(2, Clinic.MENSAH, 13, 15)),
              List.of(
                  Clinic.visit(1, Clinic.LINDQVIST, 14, 7),
                  Clinic.visit(2, Clinic.MENSAH, 14, 1))));
  private final Board board = new Board("Desk 1");
  private final BoardFeed feed = new BoardFeed(board, server, server, world, world, new Random(1));
  private final Writes writes = new Writes(board, feed, server, world, world, new Random(1));
  private final Ground ground = new Ground();
  private final PatientSearchViewModel search = new PatientSearchViewModel(server, world, world);
  private BookingFormViewModel form;

  @BeforeEach
  void open() {
    feed.show(Clinic.ID, Clinic.DATE);
    world.run(Duration.ofMillis(1));
    form = form(13);
  }

  private BookingFormViewModel form(int hour) {
    return new BookingFormViewModel(
        board,
        writes,
        world,
        ground,
        search,
        new AlternativesViewModel(board, server, world),
        new SlotKeeper(board, server, world, world, new Random(1)),
        Clinic.LINDQVIST,
        Clinic.at(hour));
  }

  private BookingShown shown() {
    return form.shownProperty().get();
  }

  @Test
  void withoutAPatientItSaysWhatIsMissing() {
    assertThat(shown().whyNot()).isEqualTo("Pick a patient first");
    assertThat(shown().obstacles()).isEmpty();
    assertThat(shown().subtitle()).isEqualTo("13:00–14:00 · Dr. Jonas Lindqvist");
  }

  @Test
  void twoLettersEnterEnterBooks() {
    search.queryProperty().set("ko");
    world.run(Duration.ofMillis(200));
    server
        .searches
        .getFirst()
        .answer()
        .accept(new Outcome.Done<>(new Page<>(List.of(ZOFIA), null)));

    assertThat(search.commit()).isTrue();
    assertThat(search.commit()).isFalse();
    form.book();

    assertThat(server.bookings).hasSize(1);
    assertThat(shown().busy()).isTrue();
    assertThat(board.appointments()).hasSize(3);
    server
        .bookings
        .getFirst()
        .answer()
        .accept(new Outcome.Done<>(Clinic.visit(9, Clinic.LINDQVIST, 13, 1)));
    assertThat(ground.closed).isEqualTo(1);
  }

  @Test
  void anAnswerToWhatIsNotTypedAnyMoreIsNeverShown() {
    search.queryProperty().set("ko");
    world.run(Duration.ofMillis(200));
    search.queryProperty().set("kow");
    world.run(Duration.ofMillis(200));

    server.searches.get(1).answer().accept(new Outcome.Done<>(new Page<>(List.of(ZOFIA), null)));
    server.searches.get(0).answer().accept(new Outcome.Done<>(new Page<>(List.of(), null)));

    assertThat(search.results()).containsExactly(ZOFIA);
  }

  @Test
  void oneLetterAsksNothing() {
    search.queryProperty().set("k");
    world.run(Duration.ofSeconds(1));
    assertThat(server.searches).isEmpty();
  }

  @Test
  void everyViolationIsNamedWithAWayToIt() {
    form.close();
    form = form(14);
    search.pick(ZOFIA);

    assertThat(shown().taken()).isNotNull();
    assertThat(shown().obstacles())
        .extracting(Obstacle::text)
        .containsExactly("Kowalska, Zofia is with Dr. Mensah at 14:00–15:00 on this day.");
    form.showObstacle(1);
    assertThat(ground.jumps)
        .singleElement()
        .isInstanceOfSatisfying(
            Jump.ToVisit.class, j -> assertThat(j.doctor()).isEqualTo(Clinic.MENSAH.id()));
  }

  @Test
  void aSlotThatAnotherDeskTakesIsToldAndNothingTypedIsLost() {
    search.pick(ZOFIA);
    form.reasonProperty().set("Blood pressure check");

    server.booked(Clinic.visit(9, Clinic.LINDQVIST, 13, 8), "Desk 2");

    assertThat(shown().taken())
        .isEqualTo(
            new BookingShown.Taken(
                "13:00 with Dr. Lindqvist is taken",
                "Desk 2 booked it at 13:00:00. Nothing you typed is lost.",
                "doctor-busy"));
    assertThat(shown().canBook()).isFalse();
    assertThat(form.reasonProperty().get()).isEqualTo("Blood pressure check");
    assertThat(shown().alternatives())
        .extracting(a -> a.doctor().name() + " " + a.start().atZone(Clinic.ZONE).getHour())
        .containsExactly(
            "Dr. Jonas Lindqvist 12",
            "Dr. Kwame Mensah 13",
            "Dr. Jonas Lindqvist 11",
            "Dr. Jonas Lindqvist 15");
    assertThat(ground.ghosts).hasSize(4);

    form.choose(2);
    assertThat(shown().time()).isEqualTo("13:00");
    assertThat(shown().canBook()).isTrue();
    form.book();
    assertThat(server.bookings.getFirst().command().doctorId()).isEqualTo(Clinic.MENSAH.id());
    assertThat(server.bookings.getFirst().command().reason()).isEqualTo("Blood pressure check");
  }

  @Test
  void theServersRefusalIsSaidInTheSameWords() {
    search.pick(ZOFIA);
    form.book();
    var visit = Clinic.visit(9, Clinic.LINDQVIST, 13, 8);
    server
        .bookings
        .getFirst()
        .answer()
        .accept(
            new Outcome.Refused<>(
                409,
                "doctor-busy",
                List.of(
                    new Violation.DoctorBusy(
                        visit.doctorId(),
                        new Blocker(
                            visit.id().value(),
                            Clinic.ID,
                            visit.doctorId(),
                            visit.start(),
                            visit.end(),
                            "Desk 2")))));

    assertThat(shown().taken())
        .isEqualTo(
            new BookingShown.Taken(
                "13:00 with Dr. Lindqvist is taken",
                "Desk 2 booked it. Nothing you typed is lost.",
                "doctor-busy"));
    assertThat(board.appointments()).hasSize(2);
  }

  @Test
  void aLostAnswerIsAskedAgainAndBookedOnce() {
    search.pick(ZOFIA);
    form.book();
    server.bookings.getFirst().answer().accept(new Outcome.Unknown<>(Outcome.Cause.NO_ANSWER));

    assertThat(shown().whyNot()).startsWith("The answer was lost. Asking again");
    form.book();
    world.run(Duration.ofSeconds(2));

    assertThat(server.bookings).hasSize(2);
  }

  @Test
  void offlineKeepsWhatWasTypedAndGoesOnWhenBack() {
    search.pick(ZOFIA);
    server.lose();
    assertThat(shown().whyNot()).startsWith("Offline");

    world.run(Duration.ofSeconds(5));

    assertThat(shown().canBook()).isTrue();
  }

  private static final class Ground implements FormPlace {
    private final List<Jump> jumps = new ArrayList<>();
    private List<Ghost> ghosts = List.of();
    private int closed;

    @Override
    public void close() {
      closed++;
    }

    @Override
    public void show(Jump target) {
      jumps.add(target);
    }

    @Override
    public void moveTo(DoctorId doctor, TimeRange slot) {}

    @Override
    public void ghosts(List<Ghost> places) {
      ghosts = places;
    }
  }
}
