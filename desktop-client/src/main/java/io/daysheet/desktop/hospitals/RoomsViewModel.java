package io.daysheet.desktop.hospitals;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.DirectoryServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.Room;
import io.daysheet.rule.TextRules;
import io.daysheet.rule.Violation;
import io.daysheet.wire.KeepRoom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The rooms of one hospital. A room is a record of its own: what is done to it is written at once,
/// one thing after the other, and does not wait for the hospital to be saved.
final class RoomsViewModel implements AutoCloseable {

  private final Messages messages = Messages.beside(RoomsViewModel.class);
  private final DirectoryServer server;
  private final HospitalId hospital;
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown(State.LOADING, List.of(), false, ""));
  private @Nullable Request asking;

  /// The write whose answer was lost: the same one again has the same key, and is done once.
  private @Nullable What unanswered;

  private @Nullable CommandKey key;

  /// Where the list is.
  enum State {
    LOADING,
    THERE,
    /// The server did not answer.
    FAILED
  }

  /// What the form shows.
  ///
  /// @param rooms by name
  /// @param writing whether something is on its way
  /// @param told what became of the last write; empty if nothing has to be said
  record Shown(State state, List<Room> rooms, boolean writing, String told) {

    Shown {
      rooms = List.copyOf(rooms);
    }
  }

  /// A write.
  ///
  /// @param before null: a new one is made
  /// @param command null: it is removed
  private record What(@Nullable Room before, @Nullable KeepRoom command) {}

  RoomsViewModel(DirectoryServer server, HospitalId hospital) {
    this.server = server;
    this.hospital = hospital;
  }

  ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  void load() {
    load("");
  }

  /// @param told said beside the list, once it is there
  private void load(String told) {
    close();
    shown.set(new Shown(State.LOADING, List.of(), false, ""));
    asking =
        server.rooms(
            hospital,
            outcome -> {
              asking = null;
              shown.set(
                  outcome instanceof Outcome.Done<List<Room>>(List<Room> rooms)
                      ? new Shown(State.THERE, sorted(rooms.stream()), false, told)
                      : new Shown(State.FAILED, List.of(), false, ""));
            });
  }

  private static List<Room> sorted(Stream<Room> rooms) {
    return rooms.sorted(Comparator.comparing(Room::name)).toList();
  }

  /// Makes a room of that name.
  ///
  /// @return false if it can't be: then it is said why
  boolean add(String name) {
    return keep(null, name, true);
  }

  /// Gives a room another name; nothing is written if it is the same.
  boolean rename(Room room, String name) {
    return name.strip().equals(room.name()) || keep(room, name, room.active());
  }

  /// Puts a room in or out of service.
  void serve(Room room, boolean active) {
    boolean _ = keep(room, room.name(), active);
  }

  private boolean keep(@Nullable Room before, String name, boolean active) {
    if (name.isBlank() || TextRules.check("name", name, TextRules.SHORT).findAny().isPresent()) {
      tell(messages.get("rooms.flaw", Integer.toString(TextRules.SHORT)));
      return false;
    }
    if (!isReady()) {
      return false;
    }
    var command = new KeepRoom(null, hospital, name.strip(), active, null);
    write(
        new What(before, command),
        (sent, then) -> server.keep(before, command, sent, then),
        now -> {
          put(before, now);
          if (before != null && before.active() && !now.active()) {
            tell(messages.get("rooms.out.told", now.name()));
          }
        });
    return true;
  }

  /// Removes a room in which nobody was ever booked.
  void remove(Room room) {
    if (isReady()) {
      write(new What(room, null), (sent, then) -> server.remove(room, sent, then), this::drop);
    }
  }

  private boolean isReady() {
    return shown.get().state() == State.THERE && !shown.get().writing();
  }

  private void write(
      What what,
      BiFunction<CommandKey, Consumer<Outcome<Room>>, Request> send,
      Consumer<Room> done) {
    CommandKey sent = key != null && what.equals(unanswered) ? key : CommandKey.fresh();
    key = sent;
    unanswered = what;
    shown.set(new Shown(State.THERE, shown.get().rooms(), true, ""));
    asking = send.apply(sent, outcome -> answered(outcome, what, done));
  }

  private void answered(Outcome<Room> outcome, What what, Consumer<Room> done) {
    asking = null;
    tell("");
    if (!(outcome instanceof Outcome.Unknown<Room>)) {
      unanswered = null;
    }
    switch (outcome) {
      case Outcome.Done<Room>(Room now) -> done.accept(now);
      case Outcome.Refused<Room>(int _, String code, List<Violation> violations) ->
          tell(refusal(code, violations));
      case Outcome.Stale<Room>(Room current) -> stale(what, current);
      case Outcome.Unknown<Room> _ -> tell(messages.get("rooms.no-answer"));
    }
  }

  private void stale(What what, @Nullable Room current) {
    if (current == null) {
      load(messages.get("rooms.stale"));
    } else {
      put(what.before(), current);
      tell(messages.get("rooms.stale"));
    }
  }

  private String refusal(String code, List<Violation> violations) {
    return violations.isEmpty()
        ? messages.get(code.equals("not-found") ? "rooms.gone" : "refused", code)
        : violations.stream().map(this::refusal).distinct().collect(Collectors.joining(" "));
  }

  private String refusal(Violation violation) {
    return switch (violation) {
      case Violation.RoomNameTaken _ -> messages.get("rooms.name-taken");
      case Violation.RoomInUse(var _, long visits) ->
          visits == 1
              ? messages.get("rooms.in-use.one")
              : messages.get("rooms.in-use", Long.toString(visits));
      default -> messages.get("refused", violation.code());
    };
  }

  private void put(@Nullable Room before, Room now) {
    List<Room> rooms = new ArrayList<>(shown.get().rooms());
    rooms.removeIf(
        room -> room.id().equals(now.id()) || (before != null && room.id().equals(before.id())));
    rooms.add(now);
    shown.set(new Shown(State.THERE, sorted(rooms.stream()), false, ""));
  }

  private void drop(Room gone) {
    shown.set(
        new Shown(
            State.THERE,
            sorted(shown.get().rooms().stream().filter(room -> !room.id().equals(gone.id()))),
            false,
            ""));
  }

  private void tell(String told) {
    Shown now = shown.get();
    shown.set(new Shown(now.state(), now.rooms(), asking != null, told));
  }

  @Override
  public void close() {
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }
}
