package io.daysheet.desktop.emergency;

import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.EmergencyServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.desktop.remote.Request;
import io.daysheet.identity.EmergencyAccessId;
import io.daysheet.patient.PatientId;
import io.daysheet.patient.PatientSummary;
import io.daysheet.wire.BeginEmergencyAccess;
import io.daysheet.wire.EmergencyAccess;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// A server that answers when the test says so, with a clock and an alarm clock of its own.
final class QuietEmergencies implements EmergencyServer, Timers, InstantSource {

  static final Instant MORNING = Instant.parse("2026-03-19T09:10:00Z");

  /// What was asked to begin.
  record Begun(BeginEmergencyAccess command, CommandKey key) {}

  final List<Begun> begun = new ArrayList<>();
  final List<EmergencyAccess> ended = new ArrayList<>();
  int looks;
  Instant now = MORNING;
  private final Deque<Consumer<Outcome<List<EmergencyAccess>>>> looking = new ArrayDeque<>();
  private final Deque<Consumer<Outcome<EmergencyAccess>>> beginning = new ArrayDeque<>();
  private final Deque<Consumer<Outcome<Boolean>>> ending = new ArrayDeque<>();
  private final Deque<Runnable> alarms = new ArrayDeque<>();
  private final Deque<Duration> delays = new ArrayDeque<>();

  static EmergencyAccess access(int number, String family, Duration left) {
    return new EmergencyAccess(
        new EmergencyAccessId(new UUID(1, number)),
        new PatientId(new UUID(2, number)),
        new PatientSummary("Zofia", family, LocalDate.of(1987, 5, 14)),
        MORNING,
        MORNING.plus(left));
  }

  void found(EmergencyAccess... all) {
    looking.remove().accept(new Outcome.Done<>(List.of(all)));
  }

  void notFound() {
    looking.remove().accept(new Outcome.Unknown<>(Cause.NO_ANSWER));
  }

  void begins(EmergencyAccess access) {
    beginning.remove().accept(new Outcome.Done<>(access));
  }

  void refuses(int status, String code) {
    beginning.remove().accept(new Outcome.Refused<>(status, code, List.of()));
  }

  void losesTheAnswer(Cause cause) {
    beginning.remove().accept(new Outcome.Unknown<>(cause));
  }

  void ends() {
    ending.remove().accept(new Outcome.Done<>(true));
  }

  void losesTheEnd() {
    ending.remove().accept(new Outcome.Unknown<>(Cause.NO_ANSWER));
  }

  /// Lets the time pass that the last alarm was set for.
  void awaitAlarm() {
    now = now.plus(delays.removeLast());
    alarms.removeLast().run();
  }

  boolean hasAlarm() {
    return !alarms.isEmpty();
  }

  @Override
  public Request current(Consumer<Outcome<List<EmergencyAccess>>> then) {
    looks++;
    looking.add(then);
    return () -> looking.remove(then);
  }

  @Override
  public Request begin(
      BeginEmergencyAccess command, CommandKey key, Consumer<Outcome<EmergencyAccess>> then) {
    begun.add(new Begun(command, key));
    beginning.add(then);
    return () -> beginning.remove(then);
  }

  @Override
  public Request end(EmergencyAccess access, Consumer<Outcome<Boolean>> then) {
    ended.add(access);
    ending.add(then);
    return () -> ending.remove(then);
  }

  @Override
  public Request after(Duration delay, Runnable task) {
    alarms.add(task);
    delays.add(delay);
    return () -> {
      if (alarms.remove(task)) {
        delays.remove(delay);
      }
    };
  }

  @Override
  public Instant instant() {
    return now;
  }
}
