package io.daysheet.desktop;

import io.daysheet.desktop.availability.AvailabilityForm;
import io.daysheet.desktop.availability.AvailabilityFormViewModel;
import io.daysheet.desktop.availability.AvailabilityPanel;
import io.daysheet.desktop.availability.AvailabilityPanelViewModel;
import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardListener;
import io.daysheet.desktop.board.SlotKeeper;
import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.board.UnansweredRegistrations;
import io.daysheet.desktop.board.Writes;
import io.daysheet.desktop.booking.AlternativesViewModel;
import io.daysheet.desktop.booking.BookingForm;
import io.daysheet.desktop.booking.BookingFormViewModel;
import io.daysheet.desktop.booking.HeldTime;
import io.daysheet.desktop.booking.MoveReasonForm;
import io.daysheet.desktop.booking.MoveReasonViewModel;
import io.daysheet.desktop.booking.VisitPanel;
import io.daysheet.desktop.booking.VisitPanelViewModel;
import io.daysheet.desktop.day.SlotChoice;
import io.daysheet.desktop.form.BoardNames;
import io.daysheet.desktop.form.FormPlace;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.patients.PatientSearchViewModel;
import io.daysheet.desktop.patients.RegisterPatientViewModel;
import io.daysheet.desktop.remote.ArrangingServer;
import io.daysheet.desktop.remote.ScheduleServer;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.time.TimeRange;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// Makes the forms that open beside a place of the board, each with its view model.
final class FormMaker {

  private final Board board;
  private final Writes writes;
  private final ScheduleServer server;
  private final Timers timers;
  private final InstantSource clock;
  private final ArrangingServer arranging;
  private final FormPlace place;
  private final Runnable leave;
  private final UnansweredRegistrations unanswered = new UnansweredRegistrations();
  private Predicate<PatientId> seenOnly = _ -> false;
  private @Nullable Runnable emergency;

  /// A form.
  ///
  /// @param closing what closing it is
  /// @param ticking what each second does to it
  record Made(Parent root, Runnable closing, Runnable ticking) {

    Made(Parent root, Runnable closing) {
      this(root, closing, () -> {});
    }

    void close() {
      closing.run();
    }

    void tick() {
      ticking.run();
    }
  }

  /// A visit's panel.
  record OfVisit(Made form, VisitPanel panel) {}

  /// @param arranging whom an availability's panel asks
  /// @param place the board under the forms
  /// @param leave what the button "Leave" does
  FormMaker(
      Board board,
      Writes writes,
      ScheduleServer server,
      Timers timers,
      InstantSource clock,
      ArrangingServer arranging,
      FormPlace place,
      Runnable leave) {
    this.board = board;
    this.writes = writes;
    this.server = server;
    this.timers = timers;
    this.clock = clock;
    this.arranging = arranging;
    this.place = place;
    this.leave = leave;
  }

  /// @param only whom the user may only look at
  /// @param ask asks to see a patient who isn't one's own
  void inAnEmergency(Predicate<PatientId> only, Runnable ask) {
    seenOnly = only;
    emergency = ask;
  }

  Made opening(Doctor doctor, TimeRange row) {
    var model = new AvailabilityFormViewModel(board, writes, clock, place, doctor, row);
    Parent form =
        new Screens()
            .wire(AvailabilityForm.class, () -> new AvailabilityForm(model, leave))
            .<Parent, AvailabilityForm>load(AvailabilityForm.class)
            .root();
    return new Made(form, model::close);
  }

  Made availability(Availability availability, boolean mayArrange) {
    var model =
        new AvailabilityPanelViewModel(
            board, writes, arranging, clock, place, availability, mayArrange);
    Parent panel =
        new Screens()
            .wire(AvailabilityPanel.class, () -> new AvailabilityPanel(model, leave))
            .<Parent, AvailabilityPanel>load(AvailabilityPanel.class)
            .root();
    return new Made(panel, model::close);
  }

  OfVisit visit(Appointment visit, VisitPanelViewModel.Ways ways) {
    var model = new VisitPanelViewModel(board, writes, server, clock, place, ways, visit);
    var loaded =
        new Screens()
            .wire(VisitPanel.class, () -> new VisitPanel(model, leave))
            .<Parent, VisitPanel>load(VisitPanel.class);
    return new OfVisit(new Made(loaded.root(), model::close), loaded.controller());
  }

  /// Asks why a visit is moved.
  ///
  /// @param hindrance what is in the way by now; empty if nothing is
  /// @param move told the reason
  Made moving(
      Appointment visit,
      Doctor doctor,
      TimeRange during,
      Supplier<String> hindrance,
      Consumer<String> move) {
    Hospital hospital = board.hospital().orElseThrow();
    String from = new BoardNames(board).doctor(visit.doctorId()).map(Doctor::name).orElse("");
    var wanted =
        new MoveReasonViewModel.Wanted(
            visit, from, doctor.name(), during, hospital.policy().cancellationNotice());
    var model =
        new MoveReasonViewModel(wanted, new WallTimes(hospital.timeZone()), hindrance, move);
    BoardListener listener = _ -> model.refresh();
    board.addListener(listener);
    Parent form =
        new Screens()
            .wire(MoveReasonForm.class, () -> new MoveReasonForm(model, leave))
            .<Parent, MoveReasonForm>load(MoveReasonForm.class)
            .root();
    return new Made(form, () -> board.removeListener(listener));
  }

  /// @param availability opens the availability that the slot is in
  Made booking(Doctor doctor, SlotChoice.FreeSlot free, Runnable availability) {
    var search = new PatientSearchViewModel(server, timers, clock);
    search.onlyLooksAt(seenOnly);
    var keeper = new SlotKeeper(board, server, timers, clock, new Random());
    var model =
        new BookingFormViewModel(
            board,
            writes,
            clock,
            place,
            search,
            new AlternativesViewModel(board, server, clock),
            keeper,
            doctor,
            free.range().start());
    Hospital hospital = model.hospital();
    var held = new HeldTime(keeper, clock, hospital.policy().holdDuration());
    var registration = new Registration(search, hospital);
    String range = new WallTimes(hospital.timeZone()).range(free.availability().during());
    var ways = new BookingForm.Ways(leave, availability, range, emergency);
    Parent form =
        new Screens()
            .wire(
                BookingForm.class,
                () -> new BookingForm(model, held, registration::begin, free.range().start(), ways))
            .<Parent, BookingForm>load(BookingForm.class)
            .root();
    return new Made(
        form,
        () -> {
          model.close();
          registration.close();
        },
        held::tick);
  }

  /// The form for a new patient, in a booking form.
  private final class Registration {
    private final PatientSearchViewModel search;
    private final Hospital hospital;
    private @Nullable RegisterPatientViewModel open;

    Registration(PatientSearchViewModel search, Hospital hospital) {
      this.search = search;
      this.hospital = hospital;
    }

    RegisterPatientViewModel begin() {
      var model =
          new RegisterPatientViewModel(
              server,
              timers,
              clock,
              hospital.timeZone(),
              Locale.getDefault(),
              unanswered,
              search::pick);
      open = model;
      return model;
    }

    void close() {
      if (open != null) {
        open.close();
      }
    }
  }
}
