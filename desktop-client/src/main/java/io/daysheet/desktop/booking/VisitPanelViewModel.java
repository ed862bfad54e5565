package io.daysheet.desktop.booking;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardAppointment;
import io.daysheet.desktop.board.BoardListener;
import io.daysheet.desktop.board.BoardNews;
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
import io.daysheet.desktop.remote.ScheduleServer;
import io.daysheet.hospital.Hospital;
import io.daysheet.rule.TextRules;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStep;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A booked visit: who, what, why, what was done to it, and what can be done. Cancelling has a
/// reason and frees the slot; the visit itself is kept.
public final class VisitPanelViewModel implements AutoCloseable {

  /// What the panel says right now.
  ///
  /// @param gone the visit has left the board: another desk cancelled or moved it
  /// @param choices what else can be done to it
  /// @param summary why some of that is not to be had
  /// @param whyNot why it can't be cancelled now; empty if it can
  public record Shown(
      Appointment visit,
      boolean gone,
      List<Obstacle> obstacles,
      List<VisitChoice> choices,
      String summary,
      String whyNot,
      boolean busy) {

    public Shown {
      obstacles = List.copyOf(obstacles);
      choices = List.copyOf(choices);
    }

    public boolean canCancel() {
      return whyNot.isEmpty() && !busy;
    }
  }

  /// Where the panel leads to.
  ///
  /// @param move takes the visit up
  /// @param cancelled told once it is cancelled, with what it was
  public record Ways(Consumer<Appointment> move, Consumer<Appointment> cancelled) {}

  private final Messages messages = Messages.beside(VisitPanelViewModel.class);
  private final Board board;
  private final Writes writes;
  private final InstantSource clock;
  private final FormPlace place;
  private final WallTimes times;
  private final RefusalWording wording;
  private final Ways ways;
  private final VisitChoices choices;
  private final VisitHistoryViewModel history;
  private final StringProperty reason = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Shown> shown;
  private final BoardListener listener = this::heard;
  private final FormWrite<Appointment> write = new FormWrite<>(this::refresh, this::done);
  private final FormWrite<Appointment> stepping = new FormWrite<>(this::refresh, this::refresh);
  private AppointmentId id;

  public VisitPanelViewModel(
      Board board,
      Writes writes,
      ScheduleServer server,
      InstantSource clock,
      FormPlace place,
      Ways ways,
      Appointment visit) {
    this.board = board;
    this.writes = writes;
    this.clock = clock;
    this.place = place;
    this.ways = ways;
    this.id = visit.id();
    Hospital hospital = board.hospital().orElseThrow();
    this.times = new WallTimes(hospital.timeZone());
    this.wording = RefusalWording.of(board);
    this.choices = new VisitChoices(messages, hospital);
    this.history =
        new VisitHistoryViewModel(
            server, messages, times, doctor -> new BoardNames(board).shortName(doctor).orElse(""));
    this.shown =
        new ReadOnlyObjectWrapper<>(new Shown(visit, false, List.of(), List.of(), "", "", false));
    board.addListener(listener);
    reason.addListener((_, _, _) -> refresh());
    refresh();
  }

  /// A visit that was still being saved has another id once the server has it.
  private void heard(BoardNews news) {
    if (news instanceof BoardNews.AppointmentShown(var visit, var replaces, var _)
        && id.equals(replaces)) {
      id = visit.id();
    }
    refresh();
  }

  public StringProperty reasonProperty() {
    return reason;
  }

  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<VisitHistoryViewModel.Shown> historyProperty() {
    return history.shownProperty();
  }

  public String subtitle() {
    Appointment visit = shown.get().visit();
    String doctor = new BoardNames(board).doctor(visit.doctorId()).map(d -> d.name()).orElse("");
    return messages.get(
        "visit.subtitle",
        WallTimes.day(times.date(visit.start())),
        times.range(visit.during()),
        doctor);
  }

  /// Where it takes place; empty if it needs no room, or if nobody knows it here.
  Optional<String> room() {
    return Optional.ofNullable(shown.get().visit().roomId()).flatMap(new BoardNames(board)::room);
  }

  /// Does what can be done.
  public void choose(VisitChoice choice) {
    if (!choice.isAllowed() || !shown.get().choices().contains(choice)) {
      return;
    }
    Appointment visit = shown.get().visit();
    switch (choice.what()) {
      case VisitChoice.What.Step(AppointmentStep step) -> {
        write.forgetRefusal();
        stepping.start(progress -> writes.step(visit, step, progress));
      }
      case VisitChoice.What.Move _ -> ways.move().accept(visit);
    }
  }

  /// Cancels the version that is shown, if it can be.
  public void cancel() {
    if (shown.get().canCancel()) {
      Appointment visit = shown.get().visit();
      stepping.forgetRefusal();
      write.start(progress -> writes.cancel(visit, reason.get().strip(), progress));
    }
  }

  private void done() {
    Appointment was = shown.get().visit();
    close();
    place.close();
    ways.cancelled().accept(was);
  }

  private void refresh() {
    Optional<BoardAppointment> now =
        board.appointments().stream().filter(a -> a.id().equals(id)).findFirst();
    Appointment visit = now.map(BoardAppointment::appointment).orElse(shown.get().visit());
    now.filter(a -> a.state() == WriteState.SAVED).ifPresent(a -> history.of(a.appointment()));
    List<Obstacle> obstacles =
        write.refusal().or(stepping::refusal).map(wording::say).orElse(List.of());
    String hindrance = hindrance(visit, now);
    String offline =
        board.connection() instanceof Connection.Live ? "" : messages.get("why.offline");
    Instant moment = clock.instant();
    shown.set(
        new Shown(
            visit,
            now.isEmpty(),
            obstacles,
            choices.of(visit, moment, hindrance.isEmpty() ? offline : hindrance),
            choices.summary(visit, moment),
            whyNot(visit, hindrance, offline),
            write.isUnderWay()));
  }

  /// Why nothing can be done to it at all; empty if something can.
  private String hindrance(Appointment visit, Optional<BoardAppointment> now) {
    if (write.isAskedAgain() || stepping.isAskedAgain()) {
      return messages.get(write.isAskedAgain() ? "visit.asking-again" : "visit.asking-step-again");
    }
    if (write.isUnderWay() || now.filter(a -> a.state() == WriteState.REMOVING).isPresent()) {
      return messages.get("visit.cancelling");
    }
    if (now.isEmpty()) {
      return messages.get("visit.gone");
    }
    if (visit.version() == 0 || now.get().state() == WriteState.SAVING) {
      return messages.get("visit.saving");
    }
    return "";
  }

  private String whyNot(Appointment visit, String hindrance, String offline) {
    if (!hindrance.isEmpty()) {
      return hindrance;
    }
    if (!visit.status().isCancellable() || !visit.start().isAfter(clock.instant())) {
      return messages.get("visit.begun");
    }
    if (!offline.isEmpty()) {
      return offline;
    }
    if (reason.get().isBlank()) {
      return messages.get("visit.reason-first");
    }
    return TextRules.check("reason", reason.get(), TextRules.REASON).findAny().isPresent()
        ? messages.get("visit.reason-long", Integer.toString(TextRules.REASON))
        : "";
  }

  /// The panel is left: nothing is heard any more; what is on its way goes on.
  @Override
  public void close() {
    board.removeListener(listener);
    history.cancel();
    stepping.leave();
    write.leave();
  }
}
