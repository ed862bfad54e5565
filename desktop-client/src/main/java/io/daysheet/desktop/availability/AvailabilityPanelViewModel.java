package io.daysheet.desktop.availability;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardAppointment;
import io.daysheet.desktop.board.BoardAvailability;
import io.daysheet.desktop.board.BoardListener;
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
import io.daysheet.rule.Blocker;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// An availability that is there: it can be removed while nobody is booked in it. Whoever is, is
/// listed.
public final class AvailabilityPanelViewModel implements AutoCloseable {

  /// What the panel says right now.
  ///
  /// @param whyNot why it can't be removed now; empty if it can
  public record Shown(List<Obstacle> obstacles, String whyNot, boolean busy) {

    public boolean canRemove() {
      return whyNot.isEmpty() && !busy;
    }
  }

  private final Messages messages = Messages.beside(AvailabilityPanelViewModel.class);
  private final Board board;
  private final Writes writes;
  private final FormPlace place;
  private final Availability availability;
  private final boolean mayRemove;
  private final WallTimes times;
  private final RefusalWording wording;
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown(List.of(), "", false));
  private final BoardListener listener = _ -> refresh();
  private final FormWrite<Availability> write = new FormWrite<>(this::refresh, this::done);

  /// @param mayRemove whether whoever is signed in arranges the doctors' time
  public AvailabilityPanelViewModel(
      Board board, Writes writes, FormPlace place, Availability availability, boolean mayRemove) {
    this.mayRemove = mayRemove;
    this.board = board;
    this.writes = writes;
    this.place = place;
    this.availability = availability;
    this.times = new WallTimes(board.hospital().orElseThrow().timeZone());
    this.wording = RefusalWording.of(board);
    board.addListener(listener);
    refresh();
  }

  public String subtitle() {
    String doctor =
        new BoardNames(board).doctor(availability.doctorId()).map(d -> d.name()).orElse("");
    return messages.get(
        "remove.subtitle",
        WallTimes.day(times.date(availability.start())),
        times.range(availability.during()),
        doctor);
  }

  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// Removes it, if it can be.
  public void remove() {
    if (shown.get().canRemove()) {
      write.start(progress -> writes.remove(availability, progress));
    }
  }

  private void done() {
    close();
    place.close();
  }

  private void refresh() {
    List<Obstacle> obstacles = wording.say(inUse());
    if (obstacles.isEmpty()) {
      obstacles = write.refusal().map(wording::say).orElse(obstacles);
    }
    shown.set(new Shown(obstacles, whyNot(obstacles), write.isUnderWay()));
  }

  private String whyNot(List<Obstacle> obstacles) {
    if (write.isUnderWay()) {
      return messages.get(write.isAskedAgain() ? "remove.asking-again" : "remove.removing");
    }
    Optional<WriteState> now = state();
    if (now.isEmpty()) {
      return messages.get("remove.gone");
    }
    if (now.get() == WriteState.REMOVING) {
      return messages.get("remove.removing");
    }
    if (!mayRemove) {
      return messages.get("remove.forbidden");
    }
    if (!obstacles.isEmpty()) {
      return messages.get("solve");
    }
    return board.connection() instanceof Connection.Live ? "" : messages.get("offline");
  }

  /// How the board shows it; empty once another desk has removed it.
  private Optional<WriteState> state() {
    return board.availabilities().stream()
        .filter(a -> a.id().equals(availability.id()))
        .map(BoardAvailability::state)
        .findFirst();
  }

  private List<Violation> inUse() {
    List<Blocker> inside =
        board.appointments().stream()
            .map(BoardAppointment::appointment)
            .filter(a -> a.occupiesTime() && a.doctorId().equals(availability.doctorId()))
            .filter(a -> availability.during().contains(a.during()))
            .map(AvailabilityPanelViewModel::blocker)
            .toList();
    return inside.isEmpty()
        ? List.of()
        : List.of(new Violation.AvailabilityInUse(availability.id().value(), inside));
  }

  private static Blocker blocker(Appointment a) {
    return new Blocker(a.id().value(), a.hospitalId(), a.doctorId(), a.start(), a.end(), null);
  }

  /// Shows what is in the way.
  public void show(Obstacle obstacle) {
    place.show(obstacle);
  }

  /// The panel is left: nothing is heard any more; what is on its way goes on.
  @Override
  public void close() {
    board.removeListener(listener);
    write.leave();
  }
}
