package io.daysheet.desktop.plans;

import io.daysheet.desktop.form.Drafting;
import io.daysheet.desktop.form.RecordViewModel;
import io.daysheet.desktop.form.RefusalWording;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.plans.TimeOffDraft.Flaw;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.WeekServer;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.TimeOff;
import io.daysheet.time.TimeRange;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A doctor's absence beside the week. Visits that it hits stay; how many they are is told once it
/// is written, with the way to them.
final class TimeOffFormViewModel implements AutoCloseable {

  private final WeekServer server;
  private final Hospital hospital;
  private final Consumer<Written> written;
  private final RecordViewModel<TimeOffDraft, Flaw, TimeOff> record;
  private final ReadOnlyObjectWrapper<Hit> hit = new ReadOnlyObjectWrapper<>(Hit.NOT_ASKED);
  private boolean isDone;
  private @Nullable TimeOff before;
  private @Nullable Request asking;

  /// Which visits it hits at this hospital.
  ///
  /// @param visits how many of them need another time
  record Hit(State state, int visits) {

    static final Hit NOT_ASKED = new Hit(State.NOT_ASKED, 0);

    enum State {
      NOT_ASKED,
      ASKING,
      TOLD,
      /// The server did not answer.
      FAILED
    }
  }

  /// What was written here.
  ///
  /// @param isOurs false if somebody else was faster
  /// @param before as it was; null of a new one
  record Written(boolean isOurs, @Nullable TimeOff before, TimeOff now) {}

  TimeOffFormViewModel(
      WeekServer server,
      Hospital hospital,
      RefusalWording refusals,
      TimeOffDraft draft,
      Consumer<Written> written) {
    this.server = server;
    this.hospital = hospital;
    this.written = written;
    this.record =
        new RecordViewModel<>(
            this::send,
            new TimeOffWords(Messages.beside(TimeOffFormViewModel.class), refusals, () -> draft()),
            draft,
            this::written);
    if (!draft.isNew()) {
      ask();
    }
  }

  RecordViewModel<TimeOffDraft, Flaw, TimeOff> record() {
    return record;
  }

  ReadOnlyObjectProperty<Drafting.Shown<TimeOffDraft, Flaw>> shownProperty() {
    return record.shownProperty();
  }

  ReadOnlyObjectProperty<Hit> hitProperty() {
    return hit.getReadOnlyProperty();
  }

  TimeOffDraft draft() {
    return record.draft();
  }

  Hospital hospital() {
    return hospital;
  }

  void type(UnaryOperator<TimeOffDraft> change, Collection<Flaw> about) {
    record.type(change, about);
  }

  void save() {
    record.save();
  }

  private Request send(TimeOffDraft draft, CommandKey key, Consumer<Outcome<TimeOff>> then) {
    before = draft.before();
    Consumer<Outcome<TimeOff>> heard =
        outcome -> {
          isDone = outcome instanceof Outcome.Done<TimeOff>;
          then.accept(outcome);
        };
    return before == null
        ? server.take(draft.command(), key, heard)
        : server.change(before, draft.command(), key, heard);
  }

  private void written(TimeOff now) {
    written.accept(new Written(isDone, before, now));
    ask();
  }

  /// Asks which visits need another time now.
  private void ask() {
    stop();
    hit.set(new Hit(Hit.State.ASKING, 0));
    asking = server.needingAttention(hospital.id(), this::answered);
  }

  private void answered(Outcome<List<Appointment>> outcome) {
    asking = null;
    TimeOff off = draft().before();
    hit.set(
        outcome instanceof Outcome.Done<List<Appointment>>(List<Appointment> visits) && off != null
            ? new Hit(
                Hit.State.TOLD,
                (int) visits.stream().filter(visit -> isHit(visit, off.during(), off)).count())
            : new Hit(Hit.State.FAILED, 0));
  }

  private static boolean isHit(Appointment visit, TimeRange during, TimeOff off) {
    return visit.doctorId().equals(off.doctorId()) && visit.during().overlaps(during);
  }

  private void stop() {
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }

  @Override
  public void close() {
    stop();
    record.close();
  }
}
