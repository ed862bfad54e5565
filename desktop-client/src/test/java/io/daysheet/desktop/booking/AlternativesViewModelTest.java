package io.daysheet.desktop.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.QuietDesk;
import io.daysheet.desktop.board.SilentServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.StreamPosition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AlternativesViewModelTest {

  private static final AppointmentType FOLLOW_UP =
      Clinic.HOSPITAL.policy().type("FOLLOW_UP").orElseThrow();
  private static final BookingSlot LOST = new BookingSlot(Clinic.LINDQVIST, Clinic.at(10), null);

  private final QuietDesk desk = new QuietDesk(List.of(), List.of());
  private final List<LocalDate> asked = new ArrayList<>();
  private Outcome<DaySchedule> answer = new Outcome.Unknown<>(Outcome.Cause.NO_ANSWER);
  private final AlternativesViewModel finder =
      new AlternativesViewModel(desk.board, new Days(), desk.world);

  @Test
  void theNextDayIsAskedForAgainWhenThereWasNoAnswer() {
    finder.askNextDays(LOST, null, FOLLOW_UP, () -> {});
    answer = new Outcome.Done<>(tomorrow());
    finder.askNextDays(LOST, null, FOLLOW_UP, () -> {});
    finder.askNextDays(LOST, null, FOLLOW_UP, () -> {});

    assertThat(asked).containsExactly(Clinic.DATE.plusDays(1), Clinic.DATE.plusDays(1));
    assertThat(finder.find(LOST, null, FOLLOW_UP))
        .extracting(Alternative::start)
        .containsExactly(Clinic.at(Clinic.DATE.plusDays(1), 9));
  }

  private static DaySchedule tomorrow() {
    LocalDate date = Clinic.DATE.plusDays(1);
    var free =
        new Availability(
            new AvailabilityId(new UUID(3, 9)),
            Clinic.ID,
            Clinic.LINDQVIST.id(),
            Clinic.at(date, 9),
            Clinic.at(date, 12),
            null,
            1);
    return Clinic.day(date, new StreamPosition("epoch", 5), List.of(free), List.of());
  }

  private final class Days extends SilentServer {
    @Override
    public Request schedule(
        HospitalId hospital, LocalDate date, Consumer<Outcome<DaySchedule>> then) {
      asked.add(date);
      then.accept(answer);
      return () -> {};
    }
  }
}
