package io.daysheet.desktop;

import io.daysheet.desktop.board.Board;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What is done to a visit without a form: by a key, by dragging, by taking it back. What does not
/// come about is told on the board, with ways to what is in the way.
final class VisitActions implements VisitCommands {

  private final Board board;
  private final Writes writes;
  private final InstantSource clock;
  private final DayViewModel day;
  private final BoardNotices notices;
  private final Ways ways;
  private final Undo undo;
  private final Messages messages = Messages.beside(VisitActions.class);

  /// The forms that are opened by a key.
  ///
  /// @param cancelling asks why a visit is to be cancelled
  /// @param arranging shows the availability in which a place lies
  record Ways(Consumer<SlotChoice.OnVisit> cancelling, Consumer<SlotChoice> arranging) {}

  VisitActions(
      Board board,
      Writes writes,
      Timers timers,
      InstantSource clock,
      DayViewModel day,
      BoardNotices notices,
      Ways ways) {
    this.board = board;
    this.writes = writes;
    this.clock = clock;
    this.day = day;
    this.notices = notices;
    this.ways = ways;
    this.undo = new Undo(timers, day.notices());
  }

  @Override
  public void undo() {
    undo.now();
  }

  @Override
  public void cancel(SlotChoice.OnVisit visit) {
    ways.cancelling().accept(visit);
  }

  @Override
  public void arrange(SlotChoice place) {
    ways.arranging().accept(place);
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
    writes.move(
        visit,
        move.command(doctor.get(), start),
        move.expected(doctor.get(), start),
        progress -> moved(visit, progress));
    return true;
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

  /// As a move like any other: the rules and the server may refuse it.
  private void moveBack(Appointment before, Appointment now) {
    Appointment back = now.movedTo(before.doctorId(), before.during(), before.roomId());
    doctor(before.doctorId())
        .ifPresent(doctor ->
            writes.move(
                now,
                new VisitMove(board, now).command(doctor, before.start()),
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
