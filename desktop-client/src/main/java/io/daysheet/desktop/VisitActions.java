package io.daysheet.desktop;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardAppointment;
import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.board.Progress;
import io.daysheet.desktop.board.Refusal;
import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.board.Writes;
import io.daysheet.desktop.booking.VisitMove;
import io.daysheet.desktop.day.Block;
import io.daysheet.desktop.day.DayViewModel;
import io.daysheet.desktop.day.SlotChoice;
import io.daysheet.desktop.day.VisitCommands;
import io.daysheet.desktop.form.BoardNames;
import io.daysheet.desktop.form.Obstacle;
import io.daysheet.desktop.form.RefusalWording;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.rule.TransitionRules;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStep;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is done to a visit without a form: by a key, by dragging, by taking it back. What does not
/// come about is told on the board, with ways to what is in the way.
final class VisitActions implements VisitCommands {

  private final Board board;
  private final Writes writes;
  private final InstantSource clock;
  private final DayViewModel day;
  private final BoardNotices notices;
  private final Asking asking;
  private final Undo undo;
  private final Messages messages = Messages.beside(VisitActions.class);

  /// What has to be asked before it is done.
  interface Asking {

    /// Why a visit is to be cancelled.
    void whyCancelled(SlotChoice.OnVisit visit);

    /// Why a visit is to be moved that begins soon.
    ///
    /// @param move moves it for that reason; nothing is done if there is none
    void whyMoved(Appointment visit, Doctor doctor, TimeRange during, Consumer<String> move);

    /// Shows the availability in which a place lies.
    void arrange(SlotChoice place);
  }

  VisitActions(
      Board board,
      Writes writes,
      Timers timers,
      InstantSource clock,
      DayViewModel day,
      BoardNotices notices,
      Asking asking) {
    this.board = board;
    this.writes = writes;
    this.clock = clock;
    this.day = day;
    this.notices = notices;
    this.asking = asking;
    this.undo = new Undo(timers, day.notices());
  }

  @Override
  public void undo() {
    undo.now();
  }

  @Override
  public void cancel(SlotChoice.OnVisit visit) {
    asking.whyCancelled(visit);
  }

  @Override
  public void arrange(SlotChoice place) {
    asking.arrange(place);
  }

  @Override
  public void checkIn(Appointment visit) {
    step(visit, AppointmentStep.CHECK_IN);
  }

  @Override
  public void takeUp(Block.Visit visit) {
    List<Violation> violations =
        TransitionRules.movable(visit.appointment(), clock.instant()).toList();
    if (violations.isEmpty()) {
      day.moving().start(visit);
    } else {
      notices.refused(
          notMoved(visit.appointment()), new Refusal(violations.getFirst().code(), violations));
    }
  }

  /// The same of a visit that may have changed since it was looked at.
  void takeUp(Appointment visit) {
    day.contents().visit(visit.id()).ifPresent(this::takeUp);
  }

  private void step(Appointment visit, AppointmentStep step) {
    List<Violation> violations =
        TransitionRules.step(visit, step, board.hospital().orElseThrow(), clock.instant()).toList();
    if (violations.isEmpty()) {
      writes.step(
          visit,
          step,
          progress -> {
            if (progress instanceof Progress.Refused<Appointment>(Refusal refusal)) {
              notices.refused(notDone(visit), refusal);
            }
          });
    } else {
      notices.refused(notDone(visit), new Refusal("illegal-transition", violations));
    }
  }

  @Override
  public String whyNot(Appointment visit, DoctorId doctor, Instant start) {
    return doctor(doctor)
        .map(to -> new VisitMove(board, visit).check(to, start, clock.instant()))
        .map(violations -> RefusalWording.of(board).say(violations))
        .flatMap(obstacles -> obstacles.stream().findFirst())
        .map(Obstacle::text)
        .orElse("");
  }

  @Override
  public List<Instant> forbidden(Appointment visit, DoctorId id, List<Instant> starts) {
    Optional<Doctor> doctor = doctor(id);
    if (doctor.isEmpty()) {
      return starts;
    }
    var move = new VisitMove(board, visit);
    Instant now = clock.instant();
    return starts.stream()
        .filter(start -> !move.isOwnPlace(doctor.get(), start))
        .filter(start -> !move.check(doctor.get(), start, now).isEmpty())
        .toList();
  }

  @Override
  public boolean move(Appointment visit, DoctorId id, Instant start) {
    Optional<Doctor> doctor = doctor(id);
    if (doctor.isEmpty()) {
      return false;
    }
    var move = new VisitMove(board, visit);
    if (move.isOwnPlace(doctor.get(), start)) {
      return true;
    }
    List<Violation> violations = move.check(doctor.get(), start, clock.instant());
    if (!violations.isEmpty()) {
      notices.refused(notMoved(visit), new Refusal(violations.getFirst().code(), violations));
      return false;
    }
    if (move.needsReason(clock.instant())) {
      asking.whyMoved(
          visit,
          doctor.get(),
          move.during(start),
          reason -> send(visit, doctor.get(), start, reason));
    } else {
      send(visit, doctor.get(), start, null);
    }
    return true;
  }

  /// What has come in the way of a move while somebody was asked about it; empty if nothing has.
  String hindrance(Appointment visit, DoctorId doctor, Instant start) {
    if (!(board.connection() instanceof Connection.Live)) {
      return messages.get("visit.offline");
    }
    return asItIs(visit)
        .map(now -> whyNot(now, doctor, start))
        .orElseGet(() -> messages.get("visit.moved-meanwhile"));
  }

  /// The visit by now, if it is still where it was.
  private Optional<Appointment> asItIs(Appointment visit) {
    return board.appointments().stream()
        .map(BoardAppointment::appointment)
        .filter(now -> now.id().equals(visit.id()))
        .filter(now -> now.doctorId().equals(visit.doctorId()))
        .filter(now -> now.during().equals(visit.during()))
        .findFirst();
  }

  private void send(Appointment visit, Doctor doctor, Instant start, @Nullable String reason) {
    Appointment now = asItIs(visit).orElse(visit);
    var move = new VisitMove(board, now);
    writes.move(
        now,
        move.command(doctor, start, reason),
        move.expected(doctor, start),
        progress -> moved(now, progress));
  }

  private void moved(Appointment before, Progress<Appointment> progress) {
    switch (progress) {
      case Progress.Done<Appointment>(Appointment now) -> offerMoveBack(before, now);
      case Progress.Refused<Appointment>(Refusal refusal) ->
          notices.refused(notMoved(before), refusal);
      case Progress.Sending<Appointment> _, Progress.AskingAgain<Appointment> _ -> {}
    }
  }

  private String notDone(Appointment visit) {
    return messages.get("visit.not-done", visit.patient().sortName());
  }

  private String notMoved(Appointment visit) {
    return messages.get("visit.not-moved", visit.patient().sortName());
  }

  private void offerMoveBack(Appointment before, Appointment now) {
    WallTimes times = times();
    undo.offer(
        messages.get("visit.moved", now.patient().sortName(), times.time(now.start())),
        messages.get("visit.moved.text", times.time(before.start()), doctorName(before.doctorId())),
        messages.get("undo"),
        () -> moveBack(before, now));
  }

  /// As a move like any other: the rules and the server may refuse it. Nobody is asked why.
  private void moveBack(Appointment before, Appointment now) {
    Appointment back = now.movedTo(before.doctorId(), before.during(), before.roomId());
    doctor(before.doctorId())
        .ifPresent(doctor ->
            writes.move(
                now,
                new VisitMove(board, now)
                    .command(doctor, before.start(), messages.get("visit.moved-back")),
                back,
                progress -> {
                  if (progress instanceof Progress.Refused<Appointment>(Refusal refusal)) {
                    notices.refused(
                        messages.get("visit.not-undone", now.patient().sortName()), refusal);
                  }
                }));
  }

  /// A visit has been cancelled by this desk: for a while it can be booked again.
  void cancelled(Appointment visit) {
    undo.offer(
        messages.get("visit.cancelled", visit.patient().sortName()),
        messages.get("visit.cancelled.text", times().time(visit.start())),
        messages.get("undo.cancel"),
        () -> bookAgain(visit));
  }

  private void bookAgain(Appointment visit) {
    var again = new BookedAgain(visit, board.hospital().orElseThrow().timeZone());
    writes.book(
        again.command(),
        again.expected(),
        progress -> {
          if (progress instanceof Progress.Refused<Appointment>(Refusal refusal)) {
            notices.refused(messages.get("visit.not-undone", visit.patient().sortName()), refusal);
          }
        });
  }

  private Optional<Doctor> doctor(DoctorId id) {
    return new BoardNames(board).doctor(id);
  }

  private String doctorName(DoctorId id) {
    return new BoardNames(board).shortName(id).orElse("");
  }

  private WallTimes times() {
    return new WallTimes(board.hospital().orElseThrow().timeZone());
  }
}
