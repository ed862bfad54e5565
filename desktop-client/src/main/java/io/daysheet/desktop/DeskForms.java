package io.daysheet.desktop;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardAvailability;
import io.daysheet.desktop.board.BoardNews;
import io.daysheet.desktop.board.Refusal;
import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.board.Writes;
import io.daysheet.desktop.booking.VisitPanel;
import io.daysheet.desktop.booking.VisitPanelViewModel;
import io.daysheet.desktop.day.DayBoard;
import io.daysheet.desktop.day.DayViewModel;
import io.daysheet.desktop.day.Notice;
import io.daysheet.desktop.day.SlotChoice;
import io.daysheet.desktop.emergency.EmergenciesViewModel;
import io.daysheet.desktop.form.BoardNames;
import io.daysheet.desktop.form.FormPlace;
import io.daysheet.desktop.form.Jump;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.ArrangingServer;
import io.daysheet.desktop.remote.ScheduleServer;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Right;
import io.daysheet.schedule.Appointment;
import io.daysheet.time.TimeRange;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Opens the form that belongs to a place of the board, beside it.
final class DeskForms implements FormPlace, VisitActions.Asking {

  private final Board board;
  private final DayViewModel day;
  private final DayBoard ground;
  private final Allowed allowed;
  private final FormMaker maker;
  private final BoardNotices notices;
  private final VisitActions visits;
  private final Messages messages = Messages.beside(DeskForms.class);
  private FormMaker.@Nullable Made open;
  private @Nullable Shown shown;
  private @Nullable Awaited awaited;

  /// The day that an open form is about.
  private record Shown(HospitalId hospital, LocalDate date) {}

  /// A slot of a day that the board is on its way to, with the form.
  private record Awaited(DoctorId doctor, TimeRange slot) {}

  DeskForms(
      Board board,
      Writes writes,
      ScheduleServer server,
      ArrangingServer arranging,
      Timers timers,
      InstantSource clock,
      DayViewModel day,
      DayBoard ground,
      Allowed allowed) {
    this.allowed = allowed;
    this.board = board;
    this.day = day;
    this.ground = ground;
    this.notices = new BoardNotices(board, day, this::show);
    this.maker = new FormMaker(board, writes, server, timers, clock, arranging, this, this::leave);
    this.visits = new VisitActions(board, writes, timers, clock, day, notices, this);
    day.moving().whenCommanded(visits);
  }

  void mayAskInAnEmergency(EmergenciesViewModel accesses, Runnable ask) {
    maker.inAnEmergency(accesses::isSeenSo, ask);
  }

  boolean isOpen() {
    return open != null;
  }

  void open(SlotChoice choice) {
    switch (choice) {
      case SlotChoice.EmptyTime(DoctorId doctor, TimeRange row) -> add(choice, doctor, row);
      case SlotChoice.FreeSlot free -> book(free);
      case SlotChoice.OnVisit on -> {
        VisitPanel _ = look(on);
      }
      case SlotChoice.OnHold _, SlotChoice.Nothing _ -> {}
    }
  }

  private void add(SlotChoice at, DoctorId id, TimeRange row) {
    if (allowed.may(Right.OPEN_TIME)) {
      new BoardNames(board).doctor(id).ifPresent(doctor -> show(at, maker.opening(doctor, row)));
    } else {
      day.notify(
          new Notice(
              messages.get("rights.open-time"),
              messages.get("rights.open-time.text"),
              "forbidden",
              List.of()));
    }
  }

  private void book(SlotChoice.FreeSlot free) {
    new BoardNames(board)
        .doctor(free.doctor())
        .ifPresent(doctor -> show(free, maker.booking(doctor, free, () -> arrange(free))));
  }

  @Override
  public void arrange(SlotChoice at) {
    board.availabilities().stream()
        .map(BoardAvailability::availability)
        .filter(each -> each.doctorId().equals(at.doctor()))
        .filter(each -> each.during().contains(at.range().start()))
        .findFirst()
        .ifPresentOrElse(
            each -> show(at, maker.availability(each, allowed.may(Right.ARRANGE_TIME))),
            this::tellNoAvailability);
  }

  private void tellNoAvailability() {
    day.notify(
        new Notice(
            messages.get("no-availability"),
            messages.get("no-availability.text"),
            "outside-availability",
            List.of()));
  }

  private VisitPanel look(SlotChoice.OnVisit on) {
    var ways = new VisitPanelViewModel.Ways(this::takeUp, visits::cancelled);
    FormMaker.OfVisit made = maker.visit(on.visit().appointment(), ways);
    show(on, made.form());
    return made.panel();
  }

  @Override
  public void whyCancelled(SlotChoice.OnVisit on) {
    look(on).askWhy();
  }

  @Override
  public void whyMoved(Appointment visit, Doctor doctor, TimeRange during, Consumer<String> move) {
    var made =
        maker.moving(
            visit,
            doctor,
            during,
            () -> visits.hindrance(visit, doctor.id(), during.start()),
            reason -> {
              leave();
              move.accept(reason);
            });
    show(new SlotChoice.EmptyTime(doctor.id(), during), made);
  }

  /// A second has passed.
  void tick() {
    if (open != null) {
      open.tick();
    }
  }

  private void takeUp(Appointment visit) {
    leave();
    visits.takeUp(visit);
  }

  private void show(SlotChoice at, FormMaker.Made made) {
    forget();
    open = made;
    shown = new Shown(board.hospital().orElseThrow().id(), board.date().orElseThrow());
    ground.layer().open(at, made.root(), this::forget);
  }

  private void forget() {
    if (open != null) {
      open.close();
    }
    open = null;
    awaited = null;
  }

  private void leave() {
    forget();
    ground.layer().close();
  }

  /// A form of a day that is not shown any more is left; a refusal that no form tells is a notice.
  void heard(BoardNews news) {
    if (news instanceof BoardNews.Loaded(var loaded) && open != null) {
      if (!new Shown(loaded.hospital().id(), loaded.date()).equals(shown)) {
        leave();
      } else if (awaited != null) {
        standBeside(awaited);
        awaited = null;
      }
    }
    if (news instanceof BoardNews.WriteRefused(var _, Refusal refusal)) {
      notices.refused(messages.get("notice.refused"), refusal);
    }
  }

  @Override
  public void close() {
    leave();
  }

  @Override
  public void show(Jump target) {
    switch (target) {
      case Jump.ToVisit(var _, DoctorId doctor, TimeRange range) ->
          day.moveCursorTo(doctor, range.start());
      case Jump.ToAvailability(var _, DoctorId doctor, TimeRange range) ->
          day.moveCursorTo(doctor, range.start());
      case Jump.ToDate(LocalDate date) -> day.dateProperty().set(date);
    }
  }

  @Override
  public void moveTo(DoctorId doctor, TimeRange slot) {
    Hospital hospital = board.hospital().orElseThrow();
    LocalDate here = board.date().orElseThrow();
    var target = new Awaited(doctor, slot);
    LocalDate date = standBeside(target) ? here : hospital.dateAt(slot.start());
    awaited = date.equals(here) ? null : target;
    shown = new Shown(hospital.id(), date);
    day.dateProperty().set(date);
  }

  /// Puts the form beside a slot; false if the board does not show it.
  private boolean standBeside(Awaited slot) {
    Optional<SlotChoice> choice = day.choiceAt(slot.doctor(), slot.slot().start());
    choice.ifPresent(ground.layer()::moveTo);
    return choice.isPresent();
  }

  @Override
  public void ghosts(List<Ghost> ghosts) {
    ground.layer().ghosts(ghosts);
  }
}
