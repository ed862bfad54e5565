package io.daysheet.desktop.booking;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardAppointment;
import io.daysheet.desktop.board.BoardListener;
import io.daysheet.desktop.board.BoardNews;
import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.board.Progress;
import io.daysheet.desktop.board.Writes;
import io.daysheet.desktop.form.BoardNames;
import io.daysheet.desktop.form.FormPlace;
import io.daysheet.desktop.form.Obstacle;
import io.daysheet.desktop.form.RefusalWording;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.hospital.Hospital;
import io.daysheet.rule.TextRules;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A booked visit: who, what, why, and its cancellation with a reason. Cancelling frees the slot;
/// the visit itself is kept.
public final class VisitPanelViewModel implements AutoCloseable {

  /// What the panel says right now.
  ///
  /// @param gone the visit has left the board: another desk cancelled or moved it
  /// @param whyNot why it can't be cancelled now; empty if it can
  public record Shown(
      Appointment visit, boolean gone, List<Obstacle> obstacles, String whyNot, boolean busy) {

    public boolean canCancel() {
      return whyNot.isEmpty() && !busy;
    }
  }

  private final Messages messages = Messages.beside(VisitPanelViewModel.class);
  private final Board board;
  private final Writes writes;
  private final InstantSource clock;
  private final FormPlace place;
  private final WallTimes times;
  private final RefusalWording wording;
  private final AppointmentId id;
  private final StringProperty reason = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Shown> shown;
  private final BoardListener listener = this::heard;
  private @Nullable Progress<Appointment> progress;
  private Writes.@Nullable Follower write;

  public VisitPanelViewModel(
      Board board, Writes writes, InstantSource clock, FormPlace place, Appointment visit) {
    this.board = board;
    this.writes = writes;
    this.clock = clock;
    this.place = place;
    this.id = visit.id();
    Hospital hospital = board.hospital().orElseThrow();
    this.times = new WallTimes(hospital.timeZone());
    this.wording = new RefusalWording(hospital.id(), times, new BoardNames(board));
    this.shown = new ReadOnlyObjectWrapper<>(new Shown(visit, false, List.of(), "", false));
    board.addListener(listener);
    reason.addListener((_, _, _) -> refresh());
    refresh();
  }

  private void heard(BoardNews news) {
    refresh();
  }

  public StringProperty reasonProperty() {
    return reason;
  }

  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  public String subtitle() {
    Appointment visit = shown.get().visit();
    String doctor = new BoardNames(board).doctor(visit.doctorId()).map(d -> d.name()).orElse("");
    return messages.get(
        "visit.subtitle",
        WallTimes.day(times.date(visit.start())),
        times.range(visit.during()),
        doctor);
  }

  /// Cancels the version that is shown, if it can be.
  public void cancel() {
    if (shown.get().canCancel()) {
      progress = new Progress.Sending<>();
      write = writes.cancel(shown.get().visit(), reason.get().strip(), this::progressed);
    }
  }

  private void progressed(Progress<Appointment> now) {
    progress = now;
    if (now instanceof Progress.Done<?>) {
      close();
      place.close();
    } else {
      refresh();
    }
  }

  private boolean isUnderWay() {
    return progress instanceof Progress.Sending<?> || progress instanceof Progress.AskingAgain<?>;
  }

  private void refresh() {
    Optional<Appointment> now =
        board.appointments().stream()
            .map(BoardAppointment::appointment)
            .filter(a -> a.id().equals(id))
            .findFirst();
    Appointment visit = now.orElse(shown.get().visit());
    List<Obstacle> obstacles =
        progress instanceof Progress.Refused<Appointment>(var refusal)
            ? wording.say(refusal)
            : List.of();
    shown.set(
        new Shown(visit, now.isEmpty(), obstacles, whyNot(visit, now.isEmpty()), isUnderWay()));
  }

  private String whyNot(Appointment visit, boolean gone) {
    if (isUnderWay()) {
      return messages.get(
          progress instanceof Progress.AskingAgain<?> ? "asking.again" : "visit.cancelling");
    }
    if (gone) {
      return messages.get("visit.gone");
    }
    if (visit.version() == 0) {
      return messages.get("visit.saving");
    }
    if (!visit.status().isCancellable() || !visit.start().isAfter(clock.instant())) {
      return messages.get("visit.begun");
    }
    if (!(board.connection() instanceof Connection.Live)) {
      return messages.get("why.offline");
    }
    if (reason.get().isBlank()) {
      return messages.get("visit.reason-first");
    }
    return TextRules.check("reason", reason.get(), TextRules.REASON).findAny().isPresent()
        ? messages.get("visit.reason-long", Integer.toString(TextRules.REASON))
        : "";
  }

  /// The panel is left: nothing is heard any more; what is on its way goes on.
  @Override
  public void close() {
    board.removeListener(listener);
    if (write != null) {
      write.leave();
    }
  }
}
