package io.daysheet.desktop.availability;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardDay;
import io.daysheet.desktop.board.BoardListener;
import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.board.Write;
import io.daysheet.desktop.board.WriteState;
import io.daysheet.desktop.board.Writes;
import io.daysheet.desktop.form.BoardNames;
import io.daysheet.desktop.form.FormPlace;
import io.daysheet.desktop.form.FormWrite;
import io.daysheet.desktop.form.Obstacle;
import io.daysheet.desktop.form.RefusalWording;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.ArrangingServer;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.CloseAvailability;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// An availability that is there: it gets other times, or is removed. Each visit that would lose
/// its time is moved or cancelled in the same request, all of them or none.
public final class AvailabilityPanelViewModel implements AutoCloseable {

  /// What is to be done with it.
  public enum Intent {
    CHANGE,
    REMOVE
  }

  private final Messages messages = Messages.beside(AvailabilityPanelViewModel.class);
  private final Board board;
  private final Writes writes;
  private final ArrangingServer server;
  private final FormPlace place;
  private final Availability availability;
  private final AvailabilityOnBoard there;
  private final boolean mayArrange;
  private final WallTimes times;
  private final RefusalWording wording;
  private final LaterTimes later;
  private final SuggestionsViewModel suggestions;
  private final VisitsInside inside;
  private final LastRefusal refused;
  private final StringProperty reason;
  private final ReadOnlyObjectWrapper<PanelShown> shown =
      new ReadOnlyObjectWrapper<>(
          new PanelShown(Intent.REMOVE, List.of(), List.of(), "", "", "", false));
  private final BoardListener listener = _ -> refresh();
  private final FormWrite<Availability> write = new FormWrite<>(this::refresh, this::done);
  private Intent intent = Intent.CHANGE;

  /// @param mayArrange whether whoever is signed in arranges the doctors' time
  public AvailabilityPanelViewModel(
      Board board,
      Writes writes,
      ArrangingServer server,
      InstantSource clock,
      FormPlace place,
      Availability availability,
      boolean mayArrange) {
    this.mayArrange = mayArrange;
    this.board = board;
    this.writes = writes;
    this.server = server;
    this.place = place;
    this.availability = availability;
    this.there = new AvailabilityOnBoard(board, availability);
    Hospital hospital = board.hospital().orElseThrow();
    Doctor doctor = new BoardNames(board).doctor(availability.doctorId()).orElseThrow();
    this.times = new WallTimes(hospital.timeZone());
    this.wording = RefusalWording.of(board);
    this.later = new LaterTimes(hospital, doctor, availability, clock);
    this.suggestions =
        new SuggestionsViewModel(
            server,
            clock,
            hospital,
            doctor,
            board.day().map(BoardDay::doctors).orElse(List.of()),
            this::refresh);
    this.inside = new VisitsInside(availability, hospital, suggestions);
    this.refused = new LastRefusal(inside, wording);
    this.reason = new SimpleStringProperty(messages.get("reason.proposed"));
    board.addListener(listener);
    later.from().addListener((_, _, _) -> edited());
    later.until().addListener((_, _, _) -> edited());
    reason.addListener((_, _, _) -> edited());
    refresh();
  }

  String subtitle() {
    String doctor =
        new BoardNames(board).doctor(availability.doctorId()).map(d -> d.name()).orElse("");
    return messages.get(
        "remove.subtitle",
        WallTimes.day(times.date(availability.start())),
        times.range(availability.during()),
        doctor);
  }

  LaterTimes later() {
    return later;
  }

  StringProperty reasonProperty() {
    return reason;
  }

  WallTimes times() {
    return times;
  }

  LastRefusal refused() {
    return refused;
  }

  ReadOnlyObjectProperty<PanelShown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  void choose(Intent now) {
    if (!write.isUnderWay()) {
      intent = now;
      edited();
    }
  }

  void move(Appointment visit, int number) {
    decide(() -> inside.move(visit, number));
  }

  void cancel(Appointment visit) {
    decide(() -> inside.cancel(visit));
  }

  /// Each goes to its first place.
  void moveAll() {
    decide(inside::moveAll);
  }

  void cancelAll() {
    decide(inside::cancelAll);
  }

  private void decide(Runnable decision) {
    if (!write.isUnderWay() && mayArrange) {
      decision.run();
      edited();
    }
  }

  private void edited() {
    write.forgetRefusal();
    refresh();
  }

  /// Does it, if it can be done.
  void commit() {
    if (!shown.get().can()) {
      return;
    }
    if (intent == Intent.CHANGE) {
      Availability expected = later.expected();
      var command = later.command(inside.resolutions(reason.get().strip()));
      write.start(progress ->
          writes.arrange(
              new Write.ChangeAvailability(availability, expected),
              (key, then) -> server.change(availability, command, key, then),
              progress));
    } else if (inside.isEmpty()) {
      write.start(progress -> writes.remove(availability, progress));
    } else {
      var command = new CloseAvailability(inside.resolutions(reason.get().strip()));
      write.start(progress ->
          writes.arrange(
              new Write.RemoveAvailability(availability),
              (key, then) -> server.close(availability, command, key, then),
              progress));
    }
  }

  private void done() {
    close();
    place.close();
  }

  private void refresh() {
    TimeRange stays = intent == Intent.REMOVE ? null : later.range().orElse(null);
    boolean known = intent == Intent.REMOVE || stays != null;
    inside.show(known ? there.visitsWithout(stays) : Stream.empty(), stays);
    refused.hear(write.refusal().orElse(null));
    List<Obstacle> obstacles = obstacles();
    shown.set(
        new PanelShown(
            intent,
            inside.rows(),
            obstacles,
            messages.get(intent == Intent.REMOVE ? "remove" : "change"),
            told(),
            whyNot(obstacles),
            write.isUnderWay()));
  }

  private List<Obstacle> obstacles() {
    return write
        .refusal()
        .map(refused::obstacles)
        .orElseGet(() ->
            intent == Intent.CHANGE ? wording.say(later.violations(there.others())) : List.of());
  }

  private String told() {
    if (inside.isEmpty() || !mayArrange) {
      return "";
    }
    return suggestions.isAsking()
        ? messages.get("places.asking")
        : suggestions.hasFailed() ? messages.get("places.failed") : "";
  }

  private String whyNot(List<Obstacle> obstacles) {
    if (write.isUnderWay()) {
      return messages.get(write.isAskedAgain() ? "remove.asking-again" : doing());
    }
    Optional<WriteState> now = there.state();
    if (now.isEmpty()) {
      return messages.get("remove.gone");
    }
    if (now.get() != WriteState.SAVED) {
      return messages.get(now.get() == WriteState.REMOVING ? "remove.removing" : "saving");
    }
    if (!mayArrange) {
      return messages.get("remove.forbidden");
    }
    if (intent == Intent.CHANGE && later.range().isEmpty()) {
      return messages.get(later.isStartReadable() ? "type.until" : "type.from");
    }
    if (!obstacles.isEmpty()) {
      return messages.get("solve");
    }
    if (intent == Intent.CHANGE && !later.isChanged()) {
      return messages.get("change.nothing");
    }
    return undecided();
  }

  private String undecided() {
    if (inside.undecided() > 0) {
      return messages.get(
          inside.undecided() == 1 ? "decide.one" : "decide", Integer.toString(inside.undecided()));
    }
    if (!inside.isEmpty() && reason.get().isBlank()) {
      return messages.get("reason.missing");
    }
    return board.connection() instanceof Connection.Live ? "" : messages.get("offline");
  }

  private String doing() {
    return intent == Intent.CHANGE ? "saving" : "remove.removing";
  }

  /// Shows what is in the way.
  void show(Obstacle obstacle) {
    place.show(obstacle);
  }

  /// The panel is left: nothing is heard any more; what is on its way goes on.
  @Override
  public void close() {
    board.removeListener(listener);
    suggestions.close();
    write.leave();
  }
}
