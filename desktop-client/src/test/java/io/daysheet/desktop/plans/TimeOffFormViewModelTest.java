package io.daysheet.desktop.plans;

import static io.daysheet.desktop.plans.QuietWeeks.off;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.schedule.TimeOff;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.wire.KeepTimeOff;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeOffFormViewModelTest extends WeeksAtHand {

  @Test
  void timeOffIsTakenAndWhomItHitsIsTold() {
    server.needing =
        List.of(
            Clinic.visit(1, Clinic.HADDAD, 14, 1),
            Clinic.visit(2, Clinic.HADDAD, 40, 2),
            Clinic.visit(3, Clinic.LINDQVIST, 14, 3));
    weeks.cursor().set(LocalDate.of(2026, 3, 19), MinuteOfDay.parse("09:00"));
    weeks.newTimeOff();
    openTimeOff().save();
    assertThat(server.commands.getFirst())
        .isEqualTo(
            new KeepTimeOff(
                null,
                Clinic.HADDAD.id(),
                Clinic.at(0).atZone(Clinic.ZONE).toOffsetDateTime(),
                Clinic.at(24).atZone(Clinic.ZONE).toOffsetDateTime(),
                TimeOff.Reason.VACATION,
                null));
    TimeOff taken = off(1, Clinic.DATE, Clinic.DATE, TimeOff.Reason.VACATION);
    server.done(taken);
    assertThat(openTimeOff().hitProperty().get().visits()).isEqualTo(1);
    weeks.showVisits();
    assertThat(shown).containsExactly(Clinic.ID);
    weeks.deeds().undo();

    assertThat(server.asked).containsExactly("take", "remove off");
  }

  @Test
  void timeOffCanBeginAndEndAtTimesOfADay() {
    weeks.newTimeOff();
    openTimeOff().type(draft -> draft.withWholeDays(false), List.of());
    openTimeOff().type(draft -> draft.withFromTime("13:15"), List.of());
    openTimeOff().type(draft -> draft.withUntilTime("12"), List.of(TimeOffDraft.Flaw.ORDER));
    assertThat(openTimeOff().shownProperty().get().wrong())
        .containsEntry(TimeOffDraft.Flaw.ORDER, "It ends before it begins");
    openTimeOff().type(draft -> draft.withUntilTime("15"), List.of());
    assertThat(openTimeOff().draft().start()).isEqualTo(Instant.parse("2026-03-16T12:15:00Z"));
    openTimeOff().type(draft -> draft.withFromDate("2026-03-17"), List.of());

    assertThat(openTimeOff().draft().untilDate()).isEqualTo("2026-03-17");
    assertThat(openTimeOff().shownProperty().get().canSave()).isFalse();
    assertThat(openTimeOff().record().reason()).isEqualTo("It is over already");
  }

  @Test
  void timeOffThatIsRemovedCanBeTakenAgain() {
    TimeOff off = off(1, FRIDAY, FRIDAY.plusDays(2), TimeOff.Reason.CME);
    weeks.open(off);
    assertThat(openTimeOff().draft().wholeDays()).isTrue();
    assertThat(openTimeOff().draft().untilDate()).isEqualTo("2026-03-22");
    weeks.remove();
    server.done(off);
    assertThat(weeks.deeds().toldProperty().get().lines())
        .containsExactly("The time off is removed:", "Fri 20 March – Sun 22 March");
    weeks.deeds().undo();

    assertThat(server.asked).containsExactly("remove off", "take");
  }
}
