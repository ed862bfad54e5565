package io.daysheet.desktop.availability;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardAvailability;
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
import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.rule.AvailabilityRules;
import io.daysheet.rule.ProposedAvailability;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.Slots;
import io.daysheet.time.DayGrid;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.StatedTime;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.CreateAvailability;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A new availability: from when until when one doctor can be booked on the date that is shown. It
/// is checked with every letter, by the rules that the server will check it with.
public final class AvailabilityFormViewModel implements AutoCloseable {

  /// What the form says right now.
  ///
  /// @param facts what is good to know; empty while something is in the way
  /// @param whyNot why nothing can be added now; empty if it can
  public record Shown(
      List<Fact> facts, List<Obstacle> obstacles, String addLabel, String whyNot, boolean busy) {

    public boolean canAdd() {
      return whyNot.isEmpty() && !busy;
    }
  }

  /// One line of the facts.
  ///
  /// @param good false for what is only said
  public record Fact(String text, boolean good) {}

  /// A quick choice of the end.
  public record Preset(String label, String until) {}

  private final Messages messages = Messages.beside(AvailabilityFormViewModel.class);
  private final Board board;
  private final Writes writes;
  private final InstantSource clock;
  private final FormPlace place;
  private final Hospital hospital;
  private final Doctor doctor;
  private final LocalDate date;
  private final TimeRange row;
  private final WallTimes times;
  private final RefusalWording wording;
  private final StringProperty from;
  private final StringProperty until;
  private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
  private final BoardListener listener = this::heard;
  private @Nullable Progress<Availability> progress;
  private Writes.@Nullable Follower write;

  /// The form at a row of the board.
  public AvailabilityFormViewModel(
      Board board,
      Writes writes,
      InstantSource clock,
      FormPlace place,
      Doctor doctor,
      TimeRange row) {
    this.board = board;
    this.writes = writes;
    this.clock = clock;
    this.place = place;
    this.doctor = doctor;
    this.hospital = board.hospital().orElseThrow();
    this.date = board.date().orElseThrow();
    this.times = new WallTimes(hospital.timeZone());
    this.wording = new RefusalWording(hospital.id(), times, new BoardNames(board));
    Instant end = row.start().plus(hospital.policy().shortestVisit());
    this.row = new TimeRange(row.start(), end.isAfter(row.end()) ? end : row.end());
    this.from = new SimpleStringProperty(times.time(this.row.start()));
    this.until = new SimpleStringProperty(times.end(this.row.end()));
    board.addListener(listener);
    from.addListener((_, _, _) -> edited());
    until.addListener((_, _, _) -> edited());
    refresh();
  }

  private void heard(BoardNews news) {
    refresh();
  }

  /// A refusal is of what was sent; what is typed now is another thing.
  private void edited() {
    if (!isUnderWay()) {
      progress = null;
    }
    refresh();
  }

  private boolean isUnderWay() {
    return progress instanceof Progress.Sending<?> || progress instanceof Progress.AskingAgain<?>;
  }

  public StringProperty fromProperty() {
    return from;
  }

  public StringProperty untilProperty() {
    return until;
  }

  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  public String subtitle() {
    return messages.get("subtitle", WallTimes.day(date), doctor.name());
  }

  /// Moves a field to the next or last point of the grid, staying within the day.
  public void step(StringProperty field, int up) {
    int grid = hospital.policy().gridMinutes();
    WallTimes.parse(field.get())
        .ifPresent(now -> {
          int next = (up > 0 ? now.minutes() / grid + up : ceil(now.minutes(), grid) + up) * grid;
          field.set(new MinuteOfDay(Math.clamp(next, 0, 1440)).toString());
        });
  }

  private static int ceil(int minutes, int grid) {
    return (minutes + grid - 1) / grid;
  }

  /// The ends that make sense from here: none past closing or into the next availability.
  public List<Preset> presets() {
    Optional<StatedTime> start = stated(from, row.start(), true);
    if (start.isEmpty()) {
      return List.of();
    }
    Instant first = start.get().instant();
    Optional<TimeRange> open =
        hospital.operatingHours().on(date, hospital.timeZone()).stream()
            .filter(range -> range.contains(first))
            .findFirst();
    Instant limit =
        existing().stream()
            .map(Availability::start)
            .filter(s -> s.isAfter(first))
            .min(Comparator.naturalOrder())
            .filter(s -> open.isEmpty() || s.isBefore(open.get().end()))
            .orElse(open.map(TimeRange::end).orElse(first));
    var presets = new ArrayList<Preset>();
    for (int hours : List.of(1, 2)) {
      Instant end = first.plus(Duration.ofHours(hours));
      if (end.isBefore(limit)) {
        presets.add(
            new Preset(messages.get("preset.hours", Integer.toString(hours)), times.end(end)));
      }
    }
    if (limit.isAfter(first)) {
      boolean closing = open.map(range -> range.end().equals(limit)).orElse(false);
      presets.add(
          new Preset(
              messages.get(closing ? "preset.closing" : "preset.next", times.end(limit)),
              times.end(limit)));
    }
    return presets;
  }

  /// Adds what is typed, unless something is in the way.
  public void add() {
    if (!shown.get().canAdd()) {
      return;
    }
    TimeRange range = new TimeRange(start().instant(), end().instant());
    var zone = hospital.timeZone();
    var command =
        new CreateAvailability(
            hospital.id(),
            doctor.id(),
            range.start().atZone(zone).toOffsetDateTime(),
            range.end().atZone(zone).toOffsetDateTime());
    var expected =
        new Availability(
            new AvailabilityId(UUID.randomUUID()),
            hospital.id(),
            doctor.id(),
            range.start(),
            range.end(),
            null,
            0);
    progress = new Progress.Sending<>();
    write = writes.add(command, expected, this::progressed);
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

  private StatedTime start() {
    return stated(from, row.start(), true).orElseThrow();
  }

  private StatedTime end() {
    return stated(until, row.end(), false).orElseThrow();
  }

  /// What is typed, as an instant. The text that the form began with means the row that was
  /// clicked: on the day when an hour happens twice that may be the second one.
  private Optional<StatedTime> stated(StringProperty field, Instant initial, boolean isStart) {
    String began = isStart ? times.time(initial) : times.end(initial);
    if (field.get().equals(began)) {
      return Optional.of(StatedTime.of(initial));
    }
    return WallTimes.parse(field.get())
        .map(time ->
            time.equals(MinuteOfDay.END_OF_DAY)
                ? StatedTime.of(time.endOn(date, hospital.timeZone()).toInstant())
                : StatedTime.of(
                    date.atStartOfDay().plusMinutes(time.minutes()), hospital.timeZone()));
  }

  private void refresh() {
    Optional<StatedTime> start = stated(from, row.start(), true);
    Optional<StatedTime> end = stated(until, row.end(), false);
    if (start.isEmpty() || end.isEmpty()) {
      String why = messages.get(start.isEmpty() ? "type.from" : "type.until");
      shown.set(new Shown(List.of(), List.of(), messages.get("add.plain"), why, false));
      return;
    }
    String label =
        messages.get(
            "add", times.time(start.get().instant()) + "–" + times.end(end.get().instant()));
    if (progress instanceof Progress.Refused<Availability>(var refusal)) {
      List<Obstacle> obstacles = wording.say(refusal);
      shown.set(new Shown(List.of(), obstacles, label, messages.get("solve"), false));
    } else if (isUnderWay()) {
      String key = progress instanceof Progress.AskingAgain<?> ? "asking.again" : "saving";
      shown.set(new Shown(shown.get().facts(), List.of(), label, messages.get(key), true));
    } else {
      check(start.get(), end.get(), label);
    }
  }

  private void check(StatedTime start, StatedTime end, String label) {
    List<Obstacle> obstacles =
        wording.say(
            AvailabilityRules.check(
                new ProposedAvailability(hospital, doctor, start, end),
                existing(),
                clock.instant()));
    String offline = board.connection() instanceof Connection.Live ? "" : messages.get("offline");
    List<Fact> facts =
        obstacles.isEmpty() ? facts(new TimeRange(start.instant(), end.instant())) : List.of();
    String why = obstacles.isEmpty() ? offline : messages.get("solve");
    shown.set(new Shown(facts, obstacles, label, why, false));
  }

  private List<Availability> existing() {
    return board.availabilities().stream()
        .map(BoardAvailability::availability)
        .filter(a -> a.doctorId().equals(doctor.id()))
        .toList();
  }

  private List<Fact> facts(TimeRange range) {
    AppointmentType type =
        hospital.policy().appointmentTypes().stream()
            .min(Comparator.comparingInt(AppointmentType::minutes))
            .orElseThrow();
    DayGrid grid = DayGrid.of(date, hospital.timeZone(), hospital.policy().grid());
    List<Instant> starts =
        Slots.free(grid, type.length(), type.buffer(), List.of(range), List.of()).stream().toList();
    String listed = starts.stream().limit(4).map(times::time).collect(Collectors.joining(", "));
    var facts = new ArrayList<Fact>();
    facts.add(
        new Fact(
            messages.get(
                starts.size() == 1 ? "fact.slot" : "fact.slots",
                Integer.toString(starts.size()),
                Integer.toString(type.minutes()),
                starts.size() > 4 ? listed + " …" : listed),
            true));
    hospital.operatingHours().around(range, hospital.timeZone()).stream()
        .filter(open -> open.contains(range))
        .forEach(open -> facts.add(new Fact(messages.get("fact.open", times.range(open)), true)));
    for (Availability other : existing()) {
      if (other.end().equals(range.start())) {
        facts.add(new Fact(messages.get("fact.after", times.range(other.during())), false));
      } else if (other.start().equals(range.end())) {
        facts.add(new Fact(messages.get("fact.before", times.range(other.during())), false));
      }
    }
    return facts;
  }

  /// Shows what is in the way.
  public void show(Obstacle obstacle) {
    if (obstacle.jump() != null) {
      place.show(obstacle.jump());
    }
  }

  /// The form is left: nothing is heard any more; what is on its way goes on.
  @Override
  public void close() {
    board.removeListener(listener);
    if (write != null) {
      write.leave();
    }
  }
}
