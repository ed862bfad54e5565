package io.daysheet.desktop.plans;

import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.form.RefusalWording;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.plans.DoctorWeek.Absence;
import io.daysheet.desktop.plans.DoctorWeek.Block;
import io.daysheet.desktop.plans.DoctorWeek.Kind;
import io.daysheet.desktop.remote.WeekServer;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.time.MinuteOfDay;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The week of one doctor, the place of it at which the keys work, and the plan or the absence that
/// is open beside it. What is typed there and not saved is thrown away for no other.
public final class WeeksViewModel implements AutoCloseable {

  private final Messages messages = Messages.beside(WeeksViewModel.class);
  private final WeekServer server;
  private final Timers timers;
  private final InstantSource clock;
  private final Ways ways;
  private final WeekChoiceViewModel choice;
  private final WeekContentsViewModel contents;
  private final WeekDeedsViewModel deeds;
  private final ReadOnlyObjectWrapper<@Nullable Open> open = new ReadOnlyObjectWrapper<>();
  private final WeekCursor cursor;

  /// What whoever is signed in may do, and where the page leads.
  ///
  /// @param arrange plans, not only time off
  /// @param shows which hospitals are theirs to look after
  /// @param seen whose weeks they see: a doctor only the own one
  /// @param showVisits shows the visits of a hospital that need attention
  public record Ways(
      boolean arrange,
      Predicate<Hospital> shows,
      Predicate<DoctorId> seen,
      Consumer<HospitalId> showVisits) {}

  public WeeksViewModel(WeekServer server, Timers timers, InstantSource clock, Ways ways) {
    this.server = server;
    this.timers = timers;
    this.clock = clock;
    this.ways = ways;
    this.choice = new WeekChoiceViewModel(server, clock, ways.shows(), ways.seen());
    this.contents = new WeekContentsViewModel(server, choice);
    this.cursor = new WeekCursor(contents::week, choice::move);
    this.deeds = new WeekDeedsViewModel(server, clock, messages, contents::refresh, this::refusals);
    choice.doctorProperty().subscribe((_, _) -> leave());
    choice.hospitalProperty().subscribe((_, _) -> leave());
  }

  /// Asks for everything there is to show.
  public void start() {
    choice.start();
  }

  WeekChoiceViewModel choice() {
    return choice;
  }

  WeekContentsViewModel contents() {
    return contents;
  }

  WeekDeedsViewModel deeds() {
    return deeds;
  }

  ReadOnlyObjectProperty<@Nullable Open> openProperty() {
    return open.getReadOnlyProperty();
  }

  /// The place at which the keys work.
  WeekCursor cursor() {
    return cursor;
  }

  boolean mayArrange() {
    return ways.arrange();
  }

  void load() {
    if (choice.doctors().isEmpty()) {
      choice.start();
    } else {
      contents.load();
    }
  }

  /// The doctor who is so many names on, unless something is typed about this one.
  void stepDoctor(int up) {
    if (isFree()) {
      choice.step(up);
    }
  }

  /// What a click at the cursor does: opens what is there, or begins a plan.
  void openHere() {
    DoctorWeek week = contents.week();
    if (week == null) {
      return;
    }
    LocalDate date = cursor.date(week);
    Optional<Block> block =
        week.blockAt(date, cursor.time())
            .filter(each -> ways.arrange() && each.kind() != Kind.ELSEWHERE);
    Optional<Absence> absence = week.absenceAt(date, cursor.time());
    if (block.isPresent()) {
      open(block.get());
    } else if (absence.isPresent()) {
      open(absence.get().off());
    } else {
      newPlan();
    }
  }

  /// Begins a plan at the cursor.
  void newPlan() {
    DoctorWeek week = contents.week();
    Doctor doctor = choice.doctorProperty().get();
    if (week != null && doctor != null && ways.arrange()) {
      LocalDate date = cursor.date(week);
      MinuteOfDay start = cursor.time();
      openPlan(
          new PlanPlace(week.hospital(), doctor, null, date, start, week.proposedEnd(date, start)),
          PlanScope.ALL);
    }
  }

  void open(Block block) {
    DoctorWeek week = contents.week();
    Doctor doctor = choice.doctorProperty().get();
    cursor.set(block.date(), block.start());
    if (week != null && doctor != null && block.kind() != Kind.ELSEWHERE && ways.arrange()) {
      openPlan(
          new PlanPlace(
              week.hospital(), doctor, block.plan(), block.date(), block.start(), block.end()),
          block.kind() == Kind.AS_PLANNED ? PlanScope.ALL : PlanScope.THIS_DATE);
    }
  }

  private void openPlan(PlanPlace at, PlanScope scope) {
    DoctorWeek week = contents.week();
    if (week != null && isFree()) {
      var check = new PlanCheck(week.hospitals(), week.plans(), week.away(), clock);
      open.set(
          new Open.OfPlan(
              new PlanFormViewModel(
                  server, timers, clock, check, refusals(), at, scope, deeds::planWritten)));
    }
  }

  /// Begins an absence on the date of the cursor.
  void newTimeOff() {
    DoctorWeek week = contents.week();
    Doctor doctor = choice.doctorProperty().get();
    if (week != null && doctor != null) {
      openTimeOff(
          week,
          TimeOffDraft.empty(
              doctor, week.hospital().timeZone(), clock.instant(), cursor.date(week)));
    }
  }

  void open(TimeOff off) {
    DoctorWeek week = contents.week();
    Doctor doctor = choice.doctorProperty().get();
    if (week != null && doctor != null) {
      openTimeOff(week, TimeOffDraft.of(off, doctor, week.hospital().timeZone(), clock.instant()));
    }
  }

  private void openTimeOff(DoctorWeek week, TimeOffDraft draft) {
    if (isFree()) {
      open.set(
          new Open.OfTimeOff(
              new TimeOffFormViewModel(
                  server, week.hospital(), refusals(), draft, deeds::timeOffWritten)));
    }
  }

  /// Whether something else may be opened; if not, it is said why.
  private boolean isFree() {
    Open now = open.get();
    if (now != null && now.isTyped()) {
      now.record().remind();
      return false;
    }
    leave();
    return true;
  }

  private RefusalWording refusals() {
    Hospital hospital = choice.hospitalProperty().get();
    return RefusalWording.at(
        hospital == null ? choice.known().getFirst() : hospital, choice.doctors());
  }

  void save() {
    Open now = open.get();
    if (now != null) {
      now.record().save();
    }
  }

  /// Takes away what is open: one date or an absence at once; a plan only after what that comes to
  /// has been told, when it is asked for once more.
  void remove() {
    switch (open.get()) {
      case Open.OfPlan(PlanFormViewModel form) -> {
        if (form.draft().scope() == PlanScope.THIS_DATE || form.removal().isPut()) {
          deeds.remove(form.draft(), this::leave);
        } else {
          form.removal().ask(form.draft());
        }
      }
      case Open.OfTimeOff(TimeOffFormViewModel form) -> deeds.remove(form.draft(), this::leave);
      case null -> {}
    }
  }

  /// Takes a question back that is put; false if there is none.
  boolean takeBack() {
    if (open.get() instanceof Open.OfPlan(PlanFormViewModel form) && form.removal().isPut()) {
      form.removal().takeBack();
      return true;
    }
    return false;
  }

  /// Undoes the last thing, unless something is typed that is not written.
  void undo() {
    if (deeds.toldProperty().get().undoable() && isFree()) {
      deeds.undo();
    }
  }

  /// Makes the date that is open again as the others are.
  void reset() {
    if (open.get() instanceof Open.OfPlan(PlanFormViewModel form) && form.canReset()) {
      deeds.reset(form.draft(), this::leave);
    }
  }

  void showVisits() {
    Hospital hospital = choice.hospitalProperty().get();
    if (hospital != null) {
      ways.showVisits().accept(hospital.id());
    }
  }

  /// Closes what is open, with whatever is typed there.
  void leave() {
    Open now = open.get();
    if (now != null) {
      now.close();
    }
    open.set(null);
  }

  /// Whether something is typed that is not written.
  public boolean isUnfinished() {
    Open now = open.get();
    return now != null && now.isTyped();
  }

  @Override
  public void close() {
    leave();
    deeds.close();
    contents.close();
    choice.close();
  }
}
