package io.daysheet.desktop.booking;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardAppointment;
import io.daysheet.desktop.board.BoardListener;
import io.daysheet.desktop.board.BoardNews;
import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.board.WriteState;
import io.daysheet.desktop.board.Writes;
import io.daysheet.desktop.form.BoardNames;
import io.daysheet.desktop.form.FormPlace;
import io.daysheet.desktop.form.FormWrite;
import io.daysheet.desktop.form.Obstacle;
import io.daysheet.desktop.form.RefusalWording;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
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
  private final StringProperty reason = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Shown> shown;
  private final BoardListener listener = this::heard;
  private final FormWrite<Appointment> write = new FormWrite<>(this::refresh, this::done);
  private AppointmentId id;

  public VisitPanelViewModel(
      Board board, Writes writes, InstantSource clock, FormPlace place, Appointment visit) {
    this.board = board;
    this.writes = writes;
    this.clock = clock;
    this.place = place;
    this.id = visit.id();
    this.times = new WallTimes(board.hospital().orElseThrow().timeZone());
    this.wording = RefusalWording.of(board);
    this.shown = new ReadOnlyObjectWrapper<>(new Shown(visit, false, List.of(), "", false));
    board.addListener(listener);
    reason.addListener((_, _, _) -> refresh());
    refresh();
  }

  /// A visit that was still being saved has another id once the server has it.
  private void heard(BoardNews news) {
    if (news instanceof BoardNews.AppointmentShown(var visit, var replaces, var _)
        && id.equals(replaces)) {
      id = visit.id();
    }
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
      Appointment visit = shown.get().visit();
      write.start(progress -> writes.cancel(visit, reason.get().strip(), progress));
    }
  }

  private void done() {
    close();
    place.close();
  }

  private void refresh() {
    Optional<BoardAppointment> now =
        board.appointments().stream().filter(a -> a.id().equals(id)).findFirst();
    Appointment visit = now.map(BoardAppointment::appointment).orElse(shown.get().visit());
    List<Obstacle> obstacles = write.refusal().map(wording::say).orElse(List.of());
    boolean leaving = now.filter(a -> a.state() == WriteState.REMOVING).isPresent();
    String why = whyNot(visit, now.isEmpty(), leaving);
    shown.set(new Shown(visit, now.isEmpty(), obstacles, why, write.isUnderWay()));
  }

  private String whyNot(Appointment visit, boolean gone, boolean leaving) {
    if (write.isAskedAgain()) {
      return messages.get("visit.asking-again");
    }
    if (leaving || write.isUnderWay()) {
      return messages.get("visit.cancelling");
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
    write.leave();
  }
}
