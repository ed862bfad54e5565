package io.daysheet.desktop.availability;

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
import io.daysheet.rule.Blocker;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

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
  private final WallTimes times;
  private final RefusalWording wording;
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown(List.of(), "", false));
  private final BoardListener listener = this::heard;
  private @Nullable Progress<Availability> progress;
  private Writes.@Nullable Follower write;

  public AvailabilityPanelViewModel(
      Board board, Writes writes, FormPlace place, Availability availability) {
    this.board = board;
    this.writes = writes;
    this.place = place;
    this.availability = availability;
    Hospital hospital = board.hospital().orElseThrow();
    this.times = new WallTimes(hospital.timeZone());
    this.wording = new RefusalWording(hospital.id(), times, new BoardNames(board));
    board.addListener(listener);
    refresh();
  }

  private void heard(BoardNews news) {
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
      progress = new Progress.Sending<>();
      write = writes.remove(availability, this::progressed);
    }
  }

  private void progressed(Progress<Availability> now) {
    progress = now;
    if (now instanceof Progress.Done<?>) {
      close();
      place.close();
    } else {
      refresh();
    }
  }

  private void refresh() {
    boolean busy =
        progress instanceof Progress.Sending<?> || progress instanceof Progress.AskingAgain<?>;
    List<Obstacle> obstacles = wording.say(inUse());
    if (obstacles.isEmpty() && progress instanceof Progress.Refused<Availability>(var refusal)) {
      obstacles = wording.say(refusal);
    }
    shown.set(new Shown(obstacles, whyNot(busy, obstacles), busy));
  }

  private String whyNot(boolean busy, List<Obstacle> obstacles) {
    if (busy) {
      return messages.get(
          progress instanceof Progress.AskingAgain<?> ? "asking.again" : "remove.removing");
    }
    if (!obstacles.isEmpty()) {
      return messages.get("solve");
    }
    return board.connection() instanceof Connection.Live ? "" : messages.get("offline");
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

  public void show(Obstacle obstacle) {
    if (obstacle.jump() != null) {
      place.show(obstacle.jump());
    }
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
