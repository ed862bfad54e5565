package io.daysheet.desktop.board;

import io.daysheet.desktop.board.Replica.Applied;
import io.daysheet.desktop.remote.ChangeStream;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.ScheduleServer;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.wire.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Keeps a board equal to the server's day: loads it, subscribes from the number that it was loaded
/// at, applies what comes, and heals by itself.
///
/// - A lost connection is opened again, and the stream goes on after the last number applied.
/// - A gap in the numbers does the same; a `reset`, or a frame that can't be read, loads anew.
/// - Nothing heard for 30 s although the server is asked every 15 s: the connection is given up.
public final class BoardFeed {

  static final Duration PING = Duration.ofSeconds(15);
  static final Duration STALE = Duration.ofSeconds(30);
  private static final Duration CALM = Duration.ofSeconds(2);

  private final Board board;
  private final ScheduleServer server;
  private final ChangeStream stream;
  private final Timers timers;
  private final InstantSource clock;
  private final NextTry nextTry;
  private final Refresh refresh;
  private final Link.End linkEnd = new LinkEnd();

  private @Nullable Day wanted;
  private @Nullable Request load;
  private boolean loading;
  private @Nullable Request pings;
  private @Nullable Link link;

  /// What is wanted is not on the board, or a change was missed that only a snapshot can bring.
  private boolean mustReload;

  private @Nullable Instant lastHeard;
  private @Nullable Instant offlineSince;
  private @Nullable Instant lastHealed;

  private record Day(HospitalId hospital, LocalDate date) {}

  public BoardFeed(
      Board board,
      ScheduleServer server,
      ChangeStream stream,
      Timers timers,
      InstantSource clock,
      RandomGenerator random) {
    this.board = board;
    this.server = server;
    this.stream = stream;
    this.timers = timers;
    this.clock = clock;
    this.nextTry = new NextTry(timers, random);
    this.refresh = new Refresh(timers, random, this::reload);
  }

  /// Shows that day; the one before stays on the board until it is there.
  public void show(HospitalId hospital, LocalDate date) {
    Day day = new Day(hospital, date);
    if (wanted != null && !wanted.hospital().equals(hospital)) {
      hangUp();
    }
    wanted = day;
    load();
    if (pings == null) {
      schedulePing();
    }
  }

  /// Loads the day anew, though nothing was missed as far as is known.
  public void reload() {
    if (wanted != null) {
      load();
    }
  }

  /// Asks at once instead of at the next try.
  public void retryNow() {
    if (nextTry.isWaiting()) {
      nextTry.cancel();
      resume();
    }
  }

  /// Hears nothing any more, until another day is shown.
  public void close() {
    wanted = null;
    refresh.cancel();
    cancelLoad();
    hangUp();
    nextTry.cancel();
    if (pings != null) {
      pings.cancel();
      pings = null;
    }
  }

  private void load() {
    cancelLoad();
    refresh.cancel();
    mustReload = true;
    Day day = Objects.requireNonNull(wanted);
    loading = true;
    Request asked = server.schedule(day.hospital(), day.date(), this::loaded);
    load = loading ? asked : null;
  }

  private void cancelLoad() {
    if (load != null) {
      load.cancel();
      load = null;
    }
    loading = false;
  }

  private void loaded(Outcome<DaySchedule> outcome) {
    load = null;
    loading = false;
    switch (outcome) {
      case Outcome.Done<DaySchedule>(DaySchedule snapshot) -> take(snapshot);
      case Outcome.Refused<DaySchedule>(int _, String code, var violations) ->
          refused(new Refusal(code, violations));
      case Outcome.Stale<DaySchedule> _ -> offline(Outcome.Cause.NO_ANSWER);
      case Outcome.Unknown<DaySchedule>(Outcome.Cause cause) -> offline(cause);
    }
  }

  /// The server is there, but does not show this day: asking again would not change that, and
  /// nothing is heard until another day is wanted.
  private void refused(Refusal refusal) {
    nextTry.cancel();
    hangUp();
    offlineSince = null;
    board.connection(new Connection.Connecting());
    board.tell(new BoardNews.LoadRefused(refusal));
  }

  private void take(DaySchedule snapshot) {
    lastHeard = clock.instant();
    mustReload = false;
    board.load(snapshot, clock.instant());
    Link current = link;
    if (current == null) {
      connect();
      return;
    }
    if (!current.continues(position())) {
      hangUp();
      connect();
    } else if (current.isOpen()) {
      live(null);
    }
  }

  private StreamPosition position() {
    return board.position().orElseThrow();
  }

  private void connect() {
    HospitalId hospital = Objects.requireNonNull(wanted).hospital();
    link = Link.to(stream, hospital, position(), clock, linkEnd);
  }

  private void hangUp() {
    if (link != null) {
      link.close();
      link = null;
    }
  }

  private void live(@Nullable Duration latency) {
    if (mustReload) {
      return;
    }
    offlineSince = null;
    Duration known =
        latency == null && board.connection() instanceof Connection.Live before
            ? before.latency()
            : latency;
    board.connection(new Connection.Live(known));
  }

  /// Hours, policies and doctors come only with a whole day. A day that is being loaded has them,
  /// or else is older than the change, which is told once more then.
  private static boolean reshapesTheDay(Change change) {
    return change instanceof Change.HospitalChanged || change instanceof Change.DoctorChanged;
  }

  /// Tells since when, and tries again later.
  private void offline(Outcome.Cause why) {
    Instant now = clock.instant();
    if (offlineSince == null) {
      offlineSince = now;
    }
    Duration wait = nextTry.later(this::resume);
    Instant copyOf = board.position().isPresent() ? lastHeard : null;
    board.connection(new Connection.Offline(offlineSince, copyOf, now.plus(wait), why));
  }

  private void resume() {
    if (wanted == null || loading) {
      return;
    }
    if (mustReload) {
      load();
    } else if (link == null) {
      connect();
    }
  }

  /// Something was missed: at once the first time, like a lost connection when it happens again and
  /// again, so that two programs that don't understand each other don't run hot.
  private void heal() {
    hangUp();
    Instant now = clock.instant();
    boolean again = lastHealed != null && Duration.between(lastHealed, now).compareTo(CALM) < 0;
    lastHealed = now;
    if (again) {
      offline(Outcome.Cause.NO_ANSWER);
    } else {
      resume();
    }
  }

  private void schedulePing() {
    pings = timers.after(PING, this::pingOrGiveUp);
  }

  private void pingOrGiveUp() {
    schedulePing();
    if (link == null) {
      return;
    }
    if (link.silence().compareTo(STALE) >= 0) {
      hangUp();
      offline(Outcome.Cause.NO_ANSWER);
    } else if (link.isOpen()) {
      link.ping(server);
    }
  }

  /// What comes over the connection that is open.
  private final class LinkEnd implements Link.End {

    @Override
    public void opened() {
      live(null);
      Objects.requireNonNull(link).ping(server);
    }

    @Override
    public void heard() {
      lastHeard = clock.instant();
    }

    @Override
    public void answered(Duration latency) {
      nextTry.succeeded();
      live(latency);
    }

    @Override
    public void take(Change change) {
      Applied applied = board.apply(change);
      if (applied == Applied.GAP && !loading) {
        heal();
      } else if (applied == Applied.NEW && !loading && reshapesTheDay(change)) {
        refresh.ask();
      }
    }

    @Override
    public void missed() {
      mustReload = true;
      cancelLoad();
      heal();
    }

    @Override
    public void lost() {
      link = null;
      offline(Outcome.Cause.NO_ANSWER);
    }
  }
}
