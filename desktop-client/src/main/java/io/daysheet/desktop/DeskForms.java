package io.daysheet.desktop;

import io.daysheet.desktop.availability.AvailabilityForm;
import io.daysheet.desktop.availability.AvailabilityFormViewModel;
import io.daysheet.desktop.availability.AvailabilityPanel;
import io.daysheet.desktop.availability.AvailabilityPanelViewModel;
import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardNews;
import io.daysheet.desktop.board.Refusal;
import io.daysheet.desktop.board.SlotKeeper;
import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.board.UnansweredRegistrations;
import io.daysheet.desktop.board.Writes;
import io.daysheet.desktop.booking.AlternativesViewModel;
import io.daysheet.desktop.booking.BookingForm;
import io.daysheet.desktop.booking.BookingFormViewModel;
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
import io.daysheet.desktop.form.Obstacle;
import io.daysheet.desktop.form.RefusalWording;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.patients.PatientSearchViewModel;
import io.daysheet.desktop.patients.RegisterPatientViewModel;
import io.daysheet.desktop.remote.ScheduleServer;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Right;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Availability;
import io.daysheet.time.TimeRange;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// Opens the form that belongs to a place of the board, beside it.
final class DeskForms implements FormPlace {

  private final Board board;
  private final Writes writes;
  private final ScheduleServer server;
  private final Timers timers;
  private final InstantSource clock;
  private final DayViewModel day;
  private final DayBoard ground;
  private final Allowed allowed;
  private final Messages messages = Messages.beside(DeskForms.class);
  private @Nullable Closing open;
  private @Nullable Shown shown;
  private @Nullable Awaited awaited;
  private @Nullable RegisterPatientViewModel registering;
  private final UnansweredRegistrations unanswered = new UnansweredRegistrations();
  private Predicate<PatientId> seenOnly = _ -> false;
  private @Nullable Runnable emergency;

  /// The day that an open form is about.
  private record Shown(HospitalId hospital, LocalDate date) {}

  /// A slot of a day that the board is on its way to, with the form.
  private record Awaited(DoctorId doctor, TimeRange slot) {}

  DeskForms(
      Board board,
      Writes writes,
      ScheduleServer server,
      Timers timers,
      InstantSource clock,
      DayViewModel day,
      DayBoard ground,
      Allowed allowed) {
    this.allowed = allowed;
    this.board = board;
    this.writes = writes;
    this.server = server;
    this.timers = timers;
    this.clock = clock;
    this.day = day;
    this.ground = ground;
  }

  void mayAskInAnEmergency(EmergenciesViewModel accesses, Runnable ask) {
    seenOnly = accesses::isSeenSo;
    emergency = ask;
  }

  boolean isOpen() {
    return open != null;
  }

  void open(SlotChoice choice) {
    switch (choice) {
      case SlotChoice.EmptyTime(DoctorId doctor, TimeRange row) -> add(choice, doctor, row);
      case SlotChoice.FreeSlot free -> book(free);
      case SlotChoice.OnVisit on -> look(on);
      case SlotChoice.OnHold _, SlotChoice.Nothing _ -> {}
    }
  }

  private void add(SlotChoice at, DoctorId id, TimeRange row) {
    if (!allowed.may(Right.OPEN_TIME)) {
      day.notify(
          new Notice(
              messages.get("rights.open-time"),
              messages.get("rights.open-time.text"),
              "forbidden",
              List.of()));
      return;
    }
    new BoardNames(board)
        .doctor(id)
        .ifPresent(doctor -> {
          var model = new AvailabilityFormViewModel(board, writes, clock, this, doctor, row);
          Parent form =
              new Screens()
                  .wire(AvailabilityForm.class, () -> new AvailabilityForm(model, this::leave))
                  .<Parent, AvailabilityForm>load(AvailabilityForm.class)
                  .root();
          show(at, form, model::close);
        });
  }

  private void book(SlotChoice.FreeSlot free) {
    new BoardNames(board)
        .doctor(free.doctor())
        .ifPresent(doctor -> {
          var search = new PatientSearchViewModel(server, timers, clock);
          search.onlyLooksAt(seenOnly);
          var finder = new AlternativesViewModel(board, server, clock);
          var model =
              new BookingFormViewModel(
                  board,
                  writes,
                  clock,
                  this,
                  search,
                  finder,
                  new SlotKeeper(board, server, timers, clock, new Random()),
                  doctor,
                  free.range().start());
          Hospital hospital = model.hospital();
          Availability inside = free.availability();
          var ways =
              new BookingForm.Ways(
                  this::leave,
                  () -> openAvailability(free, inside),
                  new WallTimes(hospital.timeZone()).range(inside.during()),
                  emergency);
          Parent form =
              new Screens()
                  .wire(
                      BookingForm.class,
                      () ->
                          new BookingForm(
                              model,
                              () -> registration(search, hospital),
                              free.range().start(),
                              ways))
                  .<Parent, BookingForm>load(BookingForm.class)
                  .root();
          show(free, form, model::close);
        });
  }

  private RegisterPatientViewModel registration(PatientSearchViewModel search, Hospital hospital) {
    var model =
        new RegisterPatientViewModel(
            server,
            timers,
            clock,
            hospital.timeZone(),
            Locale.getDefault(),
            unanswered,
            search::pick);
    registering = model;
    return model;
  }

  private void openAvailability(SlotChoice at, Availability availability) {
    var model =
        new AvailabilityPanelViewModel(
            board, writes, this, availability, allowed.may(Right.ARRANGE_TIME));
    Parent panel =
        new Screens()
            .wire(AvailabilityPanel.class, () -> new AvailabilityPanel(model, this::leave))
            .<Parent, AvailabilityPanel>load(AvailabilityPanel.class)
            .root();
    show(at, panel, model::close);
  }

  private void look(SlotChoice.OnVisit on) {
    var model = new VisitPanelViewModel(board, writes, clock, this, on.visit().appointment());
    Parent panel =
        new Screens()
            .wire(VisitPanel.class, () -> new VisitPanel(model, this::leave))
            .<Parent, VisitPanel>load(VisitPanel.class)
            .root();
    show(on, panel, model::close);
  }

  private void show(SlotChoice at, Parent form, Closing closing) {
    forget();
    open = closing;
    shown = new Shown(board.hospital().orElseThrow().id(), board.date().orElseThrow());
    ground.layer().open(at, form, this::forget);
  }

  /// What closing a form's view model is; it throws nothing.
  @FunctionalInterface
  private interface Closing extends AutoCloseable {
    @Override
    void close();
  }

  private void forget() {
    if (open != null) {
      open.close();
    }
    open = null;
    awaited = null;
    if (registering != null) {
      registering.close();
      registering = null;
    }
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
      tell(refusal);
    }
  }

  private void tell(Refusal refusal) {
    String text =
        RefusalWording.of(board).say(refusal).stream()
            .map(Obstacle::text)
            .collect(Collectors.joining(" "));
    day.notify(new Notice(messages.get("notice.refused"), text, refusal.code(), List.of()));
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
