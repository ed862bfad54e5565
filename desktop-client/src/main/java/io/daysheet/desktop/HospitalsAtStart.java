package io.daysheet.desktop;

import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.day.DayViewModel;
import io.daysheet.desktop.day.Notice;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.ScheduleServer;
import io.daysheet.hospital.Hospital;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A desk's first question: which hospitals are there? It is asked until it is answered, so a desk
/// that was started before its server finds its way by itself.
final class HospitalsAtStart implements AutoCloseable {

  private static final Duration AGAIN = Duration.ofSeconds(3);

  private final ScheduleServer server;
  private final DayViewModel day;
  private final Timers timers;
  private final InstantSource clock;
  private final Allowed allowed;
  private final Messages messages = Messages.beside(HospitalsAtStart.class);
  private @Nullable Instant unansweredSince;
  private @Nullable Request waiting;
  private @Nullable Request asking;

  HospitalsAtStart(
      ScheduleServer server,
      DayViewModel day,
      Timers timers,
      InstantSource clock,
      Allowed allowed) {
    this.allowed = allowed;
    this.server = server;
    this.day = day;
    this.timers = timers;
    this.clock = clock;
  }

  void ask() {
    waiting = null;
    asking = server.hospitals(this::answered);
  }

  /// Asks at once, if it waits to ask again.
  void askNow() {
    if (waiting != null) {
      waiting.cancel();
      ask();
    }
  }

  /// Asks nothing any more.
  @Override
  public void close() {
    Stream.of(waiting, asking).filter(Objects::nonNull).forEach(Request::cancel);
    waiting = null;
  }

  private void answered(Outcome<List<Hospital>> outcome) {
    switch (outcome) {
      case Outcome.Done<List<Hospital>>(List<Hospital> hospitals) -> show(hospitals);
      case Outcome.Refused<List<Hospital>>(int _, String code, var _) ->
          day.notify(
              new Notice(
                  messages.get("hospitals.refused"),
                  messages.get("hospitals.refused.text"),
                  code,
                  List.of()));
      case Outcome.Stale<List<Hospital>> _ -> askLater(Outcome.Cause.BROKEN);
      case Outcome.Unknown<List<Hospital>>(Outcome.Cause cause) -> askLater(cause);
    }
  }

  private void show(List<Hospital> all) {
    List<Hospital> hospitals = all.stream().filter(allowed::shows).toList();
    day.hospitals().setAll(hospitals);
    if (hospitals.isEmpty()) {
      day.notify(
          new Notice(
              messages.get(all.isEmpty() ? "hospitals.none" : "hospitals.none-own"),
              messages.get(all.isEmpty() ? "hospitals.none.text" : "hospitals.none-own.text"),
              "no-hospitals",
              List.of(new Notice.Way(messages.get("hospitals.again"), this::ask))));
    } else {
      day.hospitalProperty().set(hospitals.getFirst());
    }
  }

  private void askLater(Outcome.Cause why) {
    Instant now = clock.instant();
    if (unansweredSince == null) {
      unansweredSince = now;
    }
    day.connectionProperty()
        .set(new Connection.Offline(unansweredSince, null, now.plus(AGAIN), why));
    waiting = timers.after(AGAIN, this::ask);
  }
}
