package io.daysheet.desktop.availability;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardAvailability;
import io.daysheet.desktop.board.BoardListener;
import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.board.Writes;
import io.daysheet.desktop.form.FormPlace;
import io.daysheet.desktop.form.FormWrite;
import io.daysheet.desktop.form.Obstacle;
import io.daysheet.desktop.form.RefusalWording;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.rule.AvailabilityRules;
import io.daysheet.rule.ProposedAvailability;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Availability;
import io.daysheet.time.StatedTime;
import io.daysheet.time.TimeRange;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;

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
  private final AvailabilityDraft draft;
  private final WallTimes times;
  private final RefusalWording refusals;
  private final AvailabilityWording wording;
  private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
  private final BoardListener listener = _ -> refresh();
  private final FormWrite<Availability> write = new FormWrite<>(this::refresh, this::done);

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
    this.draft = new AvailabilityDraft(hospital, doctor, date, row);
    this.times = new WallTimes(hospital.timeZone());
    this.refusals = RefusalWording.of(board);
    this.wording = new AvailabilityWording(messages, times, hospital, date);
    board.addListener(listener);
    draft.from().addListener((_, _, _) -> edited());
    draft.until().addListener((_, _, _) -> edited());
    refresh();
  }

  private void edited() {
    write.forgetRefusal();
    refresh();
  }

  public StringProperty fromProperty() {
    return draft.from();
  }

  public StringProperty untilProperty() {
    return draft.until();
  }

  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  public String subtitle() {
    return messages.get("subtitle", WallTimes.day(date), doctor.name());
  }

  /// Moves a field to the next or last point of the grid, staying within the day.
  public void step(StringProperty field, int up) {
    draft.step(field, up);
  }

  /// The ends that make sense from here: none past closing or into the next availability.
  public List<Preset> presets() {
    return draft
        .start()
        .map(start -> wording.presets(start.instant(), existing()))
        .orElse(List.of());
  }

  /// Adds what is typed, unless something is in the way.
  public void add() {
    if (shown.get().canAdd()) {
      write.start(progress -> writes.add(draft.command(), draft.expected(), progress));
    }
  }

  private void done() {
    close();
    place.close();
  }

  private void refresh() {
    Optional<StatedTime> start = draft.start();
    Optional<StatedTime> end = draft.end();
    if (start.isEmpty() || end.isEmpty()) {
      String why = messages.get(start.isEmpty() ? "type.from" : "type.until");
      shown.set(new Shown(List.of(), List.of(), messages.get("add.plain"), why, false));
    } else {
      shown.set(shown(start.get(), end.get()));
    }
  }

  private Shown shown(StatedTime start, StatedTime end) {
    String label =
        messages.get("add", times.time(start.instant()) + "–" + times.end(end.instant()));
    if (write.isUnderWay()) {
      String key = write.isAskedAgain() ? "asking.again" : "saving";
      return new Shown(shown.get().facts(), List.of(), label, messages.get(key), true);
    }
    List<Obstacle> obstacles =
        write.refusal().map(refusals::say).orElseGet(() -> refusals.say(violations(start, end)));
    if (!obstacles.isEmpty()) {
      return new Shown(List.of(), obstacles, label, messages.get("solve"), false);
    }
    List<Fact> facts = wording.facts(new TimeRange(start.instant(), end.instant()), existing());
    String offline = board.connection() instanceof Connection.Live ? "" : messages.get("offline");
    return new Shown(facts, List.of(), label, offline, false);
  }

  private List<Violation> violations(StatedTime start, StatedTime end) {
    var wish = new ProposedAvailability(hospital, doctor, start, end);
    return AvailabilityRules.check(wish, existing(), clock.instant());
  }

  private List<Availability> existing() {
    return board.availabilities().stream()
        .map(BoardAvailability::availability)
        .filter(a -> a.doctorId().equals(doctor.id()))
        .toList();
  }

  /// Shows what is in the way.
  public void show(Obstacle obstacle) {
    place.show(obstacle);
  }

  /// The form is left: nothing is heard any more; what is on its way goes on.
  @Override
  public void close() {
    board.removeListener(listener);
    write.leave();
  }
}
