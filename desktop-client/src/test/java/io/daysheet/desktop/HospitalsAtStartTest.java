package io.daysheet.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.board.SilentServer;
import io.daysheet.desktop.board.World;
import io.daysheet.desktop.day.DayViewModel;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.hospital.Hospital;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HospitalsAtStartTest {

  private final World world = new World(Clinic.at(8), new Random(1));
  private final DayViewModel day = new DayViewModel(world);
  private final List<Consumer<Outcome<List<Hospital>>>> asked = new ArrayList<>();
  private final HospitalsAtStart hospitals =
      new HospitalsAtStart(new Asked(), day, world, world, Allowed.everything());

  @Test
  void aDeskThatIsThereBeforeItsServerFindsItsWay() {
    hospitals.ask();
    asked.getFirst().accept(new Outcome.Unknown<>(Outcome.Cause.NO_ANSWER));
    assertThat(day.connectionProperty().get()).isInstanceOf(Connection.Offline.class);

    world.run(Duration.ofSeconds(3));
    asked.getLast().accept(new Outcome.Done<>(List.of(Clinic.HOSPITAL)));

    assertThat(asked).hasSize(2);
    assertThat(day.hospitalProperty().get()).isEqualTo(Clinic.HOSPITAL);
  }

  @Test
  void aClosedDeskAsksNothingMore() {
    hospitals.ask();
    asked.getFirst().accept(new Outcome.Unknown<>(Outcome.Cause.NO_ANSWER));
    hospitals.close();
    world.run(Duration.ofMinutes(1));

    assertThat(asked).hasSize(1);
  }

  @Test
  void aServerWithoutHospitalsIsToldWithAWayToLookAgain() {
    hospitals.ask();
    asked.getFirst().accept(new Outcome.Done<>(List.of()));
    day.notices().getFirst().ways().getFirst().go().run();

    assertThat(asked).hasSize(2);
  }

  private final class Asked extends SilentServer {
    @Override
    public Request hospitals(Consumer<Outcome<List<Hospital>>> then) {
      asked.add(then);
      return () -> {};
    }
  }
}
