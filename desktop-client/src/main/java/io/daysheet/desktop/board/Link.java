package io.daysheet.desktop.board;

import io.daysheet.desktop.remote.ChangeStream;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.ScheduleServer;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.wire.Change;
import io.daysheet.wire.StreamMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One connection of the stream, subscribed once. Once it is closed, by whichever side, it says
/// nothing any more.
final class Link implements ChangeStream.Listener {

  /// Who is told what comes over it.
  interface End {

    /// It is open and subscribed.
    void opened();

    /// Something came: the server is there.
    void heard();

    /// The server answered a question, so long after it was asked.
    void answered(Duration latency);

    void take(Change change);

    /// Something was missed that can't be asked for again.
    void missed();

    /// It was lost.
    void lost();
  }

  private final HospitalId hospital;
  private final StreamPosition from;
  private final InstantSource clock;
  private final End end;
  private ChangeStream.@Nullable Connection connection;
  private @Nullable Request ping;
  private Instant heardAt;
  private long received;
  private boolean open;
  private boolean over;

  private Link(HospitalId hospital, StreamPosition from, InstantSource clock, End end) {
    this.hospital = hospital;
    this.from = from;
    this.clock = clock;
    this.end = end;
    this.heardAt = clock.instant();
    this.received = from.sequence();
  }

  /// Begins to connect; once that is done it asks for everything after a position.
  static Link to(
      ChangeStream stream, HospitalId hospital, StreamPosition from, InstantSource clock, End end) {
    Link link = new Link(hospital, from, clock, end);
    link.connection = stream.open(link);
    return link;
  }

  boolean isOpen() {
    return open;
  }

  /// Whether what comes next on this connection follows a snapshot without a gap. It does not if
  /// changes went by while the snapshot was on its way.
  boolean continues(StreamPosition snapshot) {
    return from.epoch().equals(snapshot.epoch()) && snapshot.sequence() >= received;
  }

  /// For how long nothing has come.
  Duration silence() {
    return Duration.between(heardAt, clock.instant());
  }

  /// Asks whether the server is there, in place of the question before.
  void ping(ScheduleServer server) {
    cancelPing();
    ping =
        server.ping(outcome -> {
          if (!over && outcome instanceof Outcome.Done<Duration>(Duration latency)) {
            heardNow();
            end.answered(latency);
          }
        });
  }

  private void cancelPing() {
    if (ping != null) {
      ping.cancel();
    }
  }

  void close() {
    over = true;
    cancelPing();
    Objects.requireNonNull(connection).close();
  }

  private void heardNow() {
    heardAt = clock.instant();
    end.heard();
  }

  @Override
  public void opened() {
    if (!over) {
      open = true;
      heardNow();
      Objects.requireNonNull(connection).subscribe(hospital, from);
      end.opened();
    }
  }

  @Override
  public void heard(StreamMessage message) {
    if (over
        || (message instanceof StreamMessage.OfHospital other
            && !other.hospital().equals(hospital))) {
      return;
    }
    heardNow();
    switch (message) {
      case StreamMessage.Changes changes -> changes.changes().forEach(this::take);
      case StreamMessage.Reset _, StreamMessage.Subscribe _, StreamMessage.Authenticate _ ->
          unreadable();
    }
  }

  private void take(Change change) {
    if (!over) {
      received = Math.max(received, change.sequence());
      end.take(change);
    }
  }

  @Override
  public void unreadable() {
    if (!over) {
      end.missed();
    }
  }

  @Override
  public void closed() {
    if (!over) {
      over = true;
      cancelPing();
      end.lost();
    }
  }
}
