package io.daysheet.desktop.demo;

import io.daysheet.desktop.Desk;
import io.daysheet.desktop.Workplace;
import io.daysheet.desktop.board.BoardAppointment;
import io.daysheet.desktop.board.BoardDay;
import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.board.WriteState;
import io.daysheet.desktop.day.BoardPlaces;
import io.daysheet.desktop.day.DayBoard;
import io.daysheet.desktop.day.DoctorColumnViewModel;
import io.daysheet.desktop.day.SlotChoice;
import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;

/// One desk of the story, with the hand that works it and the eye that reads it.
final class StoryDesk {

  private final String name;
  private final Workplace workplace;
  private final Desk desk;
  private final Hand hand;
  private final InstantSource clock = InstantSource.system();

  /// A desk at which somebody has signed in.
  StoryDesk(String name, Workplace workplace) {
    this.name = name;
    this.workplace = workplace;
    this.desk = workplace.desk().orElseThrow();
    this.hand = new Hand(workplace.scene());
  }

  String name() {
    return name;
  }

  Hand hand() {
    return hand;
  }

  void close() {
    Hand.onScreen(() -> {
      workplace.close();
      return name;
    });
  }

  /// Picks a hospital by its name in the top bar, and waits for its day.
  void goTo(String hospital) {
    Hand.await(
        "the hospitals",
        () -> desk.day().hospitals().stream().filter(h -> h.name().equals(hospital)).findFirst());
    Hand.onScreen(() -> {
      var picker = (ComboBox<?>) hand.find("#hospital").orElseThrow();
      var names = picker.getItems().stream().map(Object::toString).toList();
      for (int i = 0; i < names.size(); i++) {
        if (names.get(i).contains(hospital)) {
          picker.getSelectionModel().select(i);
        }
      }
      return names;
    });
    awaitDay(hospital);
  }

  private void awaitDay(String hospital) {
    Hand.await(
        "the day of " + hospital,
        () ->
            desk.board()
                .day()
                .filter(d -> d.hospital().name().equals(hospital))
                .filter(d -> d.date().equals(desk.day().dateProperty().get()))
                .filter(_ -> desk.day().hoursProperty().get() != null)
                .filter(d -> d.date().equals(desk.day().hoursProperty().get().date())));
  }

  /// Turns the days on with its key until one can be worked with.
  void goToDayWith(int freeSlots, String hospital) {
    for (int days = 0; days < 14; days++) {
      awaitDay(hospital);
      if (Hand.onScreen(() -> isOfUse(freeSlots))) {
        return;
      }
      hand.type("]");
    }
    throw new IllegalStateException("two weeks without a day to work with");
  }

  /// Free slots at one time with two doctors, and an empty hour.
  private boolean isOfUse(int freeSlots) {
    int free = desk.day().columns().stream().mapToInt(c -> c.freeProperty().get().slots()).sum();
    return free >= freeSlots
        && choices(SlotChoice.EmptyTime.class).findAny().isPresent()
        && choices(SlotChoice.FreeSlot.class)
                .filter(this::isFreeElsewhere)
                .map(c -> c.range().start())
                .distinct()
                .count()
            >= 2;
  }

  private boolean isFreeElsewhere(SlotChoice.FreeSlot slot) {
    return choices(SlotChoice.FreeSlot.class)
        .anyMatch(c ->
            c.range().start().equals(slot.range().start()) && !c.doctor().equals(slot.doctor()));
  }

  /// The last empty hour of the last doctor who has one.
  SlotChoice.EmptyTime emptyTime() {
    return Hand.onScreen(
        () -> choices(SlotChoice.EmptyTime.class).reduce((_, last) -> last).orElseThrow());
  }

  /// Two free slots at one time with two doctors.
  List<SlotChoice.FreeSlot> freeTogether() {
    return Hand.onScreen(() -> {
      var first = choices(SlotChoice.FreeSlot.class).filter(this::isFreeElsewhere).findFirst();
      Instant start = first.orElseThrow().range().start();
      return choices(SlotChoice.FreeSlot.class)
          .filter(c -> c.range().start().equals(start))
          .limit(2)
          .toList();
    });
  }

  SlotChoice.FreeSlot freeAt(DoctorId doctor, Instant start) {
    return Hand.await(
        "a free slot at " + start,
        () ->
            desk.day()
                .choiceAt(doctor, start)
                .filter(SlotChoice.FreeSlot.class::isInstance)
                .map(SlotChoice.FreeSlot.class::cast));
  }

  SlotChoice.OnHold heldAt(DoctorId doctor, Instant start) {
    return Hand.await(
        "the hold on " + name,
        () ->
            desk.day()
                .choiceAt(doctor, start)
                .filter(SlotChoice.OnHold.class::isInstance)
                .map(SlotChoice.OnHold.class::cast));
  }

  /// Those that do not begin before the story has come to them: in the present hour an availability
  /// can still be made, but nobody is booked.
  private <T extends SlotChoice> Stream<T> choices(Class<T> kind) {
    Instant reached = clock.instant().plusSeconds(120);
    List<Instant> ahead = starts().stream().filter(start -> start.isAfter(reached)).toList();
    return desk.day().columns().stream()
        .flatMap(column -> ahead.stream().map(start -> choice(column, start)))
        .flatMap(Optional::stream)
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  private List<Instant> starts() {
    return desk.day().hoursProperty().get().starts();
  }

  private Optional<SlotChoice> choice(DoctorColumnViewModel column, Instant start) {
    return desk.day().choiceAt(column.doctor().id(), start);
  }

  String doctor(DoctorId id) {
    return Hand.onScreen(() ->
        desk.day().columns().stream()
            .map(DoctorColumnViewModel::doctor)
            .filter(d -> d.id().equals(id))
            .findFirst()
            .orElseThrow()
            .name());
  }

  String time(Instant instant) {
    return instant.atZone(day().hospital().timeZone()).toLocalTime().toString();
  }

  BoardDay day() {
    return Hand.onScreen(() -> desk.board().day().orElseThrow());
  }

  /// The visits that the board shows, as the server has them. On the FX thread.
  List<Appointment> visits() {
    return desk.board().appointments().stream()
        .filter(a -> a.state() == WriteState.SAVED)
        .map(BoardAppointment::appointment)
        .sorted(ServerDay.order())
        .toList();
  }

  /// On the FX thread.
  Button button(String selector) {
    return (Button) hand.find(selector).orElseThrow();
  }

  void awaitCanBook() {
    Hand.await(
        "the booking button of " + name, () -> hand.find("#book").filter(b -> !b.isDisabled()));
  }

  /// Clicks a slot of the board.
  void click(SlotChoice slot) {
    var board = (DayBoard) hand.find(".board").orElseThrow();
    Point2D middle = Hand.onScreen(() -> BoardPlaces.middle(board, slot));
    hand.click(board, middle.getX(), middle.getY());
  }

  /// The same on the FX thread, without a pulse in between.
  void clickNow(SlotChoice slot) {
    var board = (DayBoard) hand.find(".board").orElseThrow();
    Point2D middle = BoardPlaces.middle(board, slot);
    hand.clickNow(board, middle.getX(), middle.getY());
  }

  /// Puts the board's cursor on a slot, as the arrow keys do.
  void cursorTo(DoctorId doctor, Instant start) {
    Hand.onScreen(() -> {
      desk.day().moveCursorTo(doctor, start);
      hand.find(".board").orElseThrow().requestFocus();
      return start;
    });
  }

  /// Goes to another page by the rail.
  void openPage(String label) {
    Hand.onScreen(() ->
        workplace.scene().getRoot().lookupAll(".rail-item").stream()
            .map(Button.class::cast)
            .filter(item -> item.getText().equals(label))
            .peek(Button::fire)
            .toList());
  }

  /// Waits until the board says that a visit can't stay where it is.
  void awaitToRebook(AppointmentId visit) {
    Hand.await(
        "the visit to rebook on " + name,
        () -> desk.day().contents().visit(visit).filter(block -> block.toRebook()));
  }

  /// Opens the booking form at a slot and searches for a patient.
  void startBooking(SlotChoice.FreeSlot slot, String letters) {
    click(slot);
    find(letters);
  }

  /// Types letters into the patient search of a form that is being opened.
  void find(String letters) {
    awaitForm();
    hand.type(letters);
    Hand.await("patients beginning with " + letters, () -> hand.find("#picker .rows > .row"));
  }

  void awaitForm() {
    Hand.await("the booking form", () -> hand.find("#patient-search"));
    Hand.await(
        "the focus in the patient search",
        () ->
            Optional.ofNullable(workplace.scene().getFocusOwner())
                .filter(n -> "patient-search".equals(n.getId())));
  }

  /// Enter takes the marked patient; the list goes away.
  void pickPatient() {
    hand.press(KeyCode.ENTER);
    Hand.await(
        "the patient is picked",
        () -> Optional.of(name).filter(_ -> hand.find("#picker .rows > .row").isEmpty()));
  }

  Optional<Appointment> visitAt(DoctorId doctor, Instant start) {
    return desk.board().appointments().stream()
        .filter(a -> a.state() == WriteState.SAVED)
        .map(BoardAppointment::appointment)
        .filter(a -> a.doctorId().equals(doctor) && a.start().equals(start))
        .filter(Appointment::occupiesTime)
        .findFirst();
  }

  Appointment awaitVisit(DoctorId doctor, Instant start) {
    return Hand.await("the visit on " + name, () -> visitAt(doctor, start));
  }

  boolean isLive() {
    return desk.board().connection() instanceof Connection.Live;
  }
}
