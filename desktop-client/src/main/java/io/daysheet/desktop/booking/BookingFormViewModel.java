package io.daysheet.desktop.booking;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardDay;
import io.daysheet.desktop.board.BoardListener;
import io.daysheet.desktop.board.BoardNews;
import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.board.Refusal;
import io.daysheet.desktop.board.SlotKeeper;
import io.daysheet.desktop.board.Writes;
import io.daysheet.desktop.form.FormPlace;
import io.daysheet.desktop.form.FormWrite;
import io.daysheet.desktop.form.Obstacle;
import io.daysheet.desktop.form.RefusalWording;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.patients.PatientSearchViewModel;
import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.RoomId;
import io.daysheet.patient.Patient;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A new appointment at a free slot: who, what kind, why. It is checked with every letter and every
/// change of another desk, by the rules that the server will check it with.
///
/// A slot that another desk takes meanwhile is told as taken, with what else is free; nothing that
/// was typed is lost.
public final class BookingFormViewModel implements AutoCloseable {

  private final Messages messages = Messages.beside(BookingFormViewModel.class);
  private final Board board;
  private final Writes writes;
  private final InstantSource clock;
  private final FormPlace place;
  private final Hospital hospital;
  private final WallTimes times;
  private final RefusalWording refusals;
  private final PatientSearchViewModel search;
  private final LostSlot lost;
  private final FormHold hold;
  private final BookingWording wording;
  private final BookingInput input;
  private final ReadOnlyObjectWrapper<BookingShown> shown =
      new ReadOnlyObjectWrapper<>(BookingShown.EMPTY);
  private final BoardListener listener = this::heard;
  private final FormWrite<Appointment> write = new FormWrite<>(this::written, this::done);
  private BookingSlot slot;
  private boolean left;

  /// The form at a free start of a doctor.
  ///
  /// @param keeper keeps the form's slot while it is open
  public BookingFormViewModel(
      Board board,
      Writes writes,
      InstantSource clock,
      FormPlace place,
      PatientSearchViewModel search,
      AlternativesViewModel finder,
      SlotKeeper keeper,
      Doctor doctor,
      Instant start) {
    this.board = board;
    this.writes = writes;
    this.clock = clock;
    this.place = place;
    this.search = search;
    this.hospital = board.hospital().orElseThrow();
    this.times = new WallTimes(hospital.timeZone());
    this.refusals = RefusalWording.of(board);
    this.lost = new LostSlot(finder, new TakenWording(messages, times, board));
    this.hold = new FormHold(keeper, this::refresh);
    this.wording = new BookingWording(messages, times);
    this.slot = new BookingSlot(doctor, start, null);
    this.input = new BookingInput(hospital, new RoomPick(messages, times));
    board.addListener(listener);
    input.whenTyped(this::keep, this::edited);
    search.pickedProperty().addListener((_, _, _) -> edited());
    keep();
    refresh();
  }

  private void keep() {
    hold.keep(hospital, slot, input.type());
  }

  private void heard(BoardNews news) {
    lost.heard(news);
    if (news instanceof BoardNews.Loaded(BoardDay day)) {
      arrived(day);
    }
    refresh();
  }

  /// The board shows the day of the slot now: from here on it is checked against the board, and
  /// what was taken on the day before is no longer the matter.
  private void arrived(BoardDay day) {
    if (slot.otherDay() != null && slot.otherDay().date().equals(day.date())) {
      slot = new BookingSlot(slot.doctor(), slot.start(), null);
      lost.forget();
    }
  }

  /// A refusal is of what was sent; what is typed now is another thing. A slot that was lost stays
  /// lost until the board says otherwise.
  private void edited() {
    hold.edited();
    write.forgetRefusal();
    refresh();
  }

  public PatientSearchViewModel search() {
    return search;
  }

  public Hospital hospital() {
    return hospital;
  }

  public List<AppointmentType> types() {
    return hospital.policy().appointmentTypes();
  }

  public ObjectProperty<AppointmentType> typeProperty() {
    return input.type;
  }

  public StringProperty reasonProperty() {
    return input.reason;
  }

  public StringProperty notesProperty() {
    return input.notes;
  }

  /// The room; null for any free one.
  public ObjectProperty<@Nullable RoomId> roomProperty() {
    return input.room.chosenProperty();
  }

  public ReadOnlyObjectProperty<BookingShown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// Books, unless something is in the way.
  public void book() {
    Patient patient = search.pickedProperty().get();
    if (!shown.get().canBook() || patient == null) {
      return;
    }
    if (hold.delays(this::book)) {
      refresh();
      return;
    }
    var draft =
        new BookingDraft(
            hospital,
            slot,
            patient,
            input.type(),
            input.reason.get(),
            input.notes.get(),
            input.room(),
            hold.id());
    write.start(progress -> writes.book(draft.command(), draft.expected(), progress));
  }

  private void written() {
    hold.answered(write.refusal(), this::keep);
    refresh();
  }

  private void done() {
    hold.booked();
    close();
    place.close();
  }

  /// Takes one of the alternatives, from 1 on, as the form's slot.
  public void choose(int number) {
    List<Alternative> offered = shown.get().alternatives();
    if (number < 1 || number > offered.size() || write.isUnderWay()) {
      return;
    }
    Alternative chosen = offered.get(number - 1);
    slot = new BookingSlot(chosen.doctor(), chosen.start(), chosen.otherDay());
    write.forgetRefusal();
    keep();
    place.moveTo(chosen.doctor().id(), range());
    refresh();
  }

  private TimeRange range() {
    return TimeRange.of(slot.start(), input.type().length());
  }

  /// Shows what is in the way, by its number from 1 on.
  public void showObstacle(int number) {
    List<Obstacle> obstacles = shown.get().obstacles();
    if (number >= 1 && number <= obstacles.size()) {
      place.show(obstacles.get(number - 1));
    }
  }

  private void refresh() {
    if (left) {
      return;
    }
    @Nullable Patient patient = search.pickedProperty().get();
    List<Violation> violations = write.isUnderWay() ? List.of() : violations(patient);
    Optional<Violation> taken = violations.stream().filter(TakenWording::takes).findFirst();
    if (lost.seen(slot, taken.isPresent())) {
      write.forgetRefusal();
      hold.freed(this::keep);
    }
    Offer offer = lost.offer(slot, patient, input.type(), this::refresh);
    List<Violation> inTheWay =
        violations.stream().filter(v -> !lost.is(slot) || !TakenWording.takes(v)).toList();
    shown.set(
        new BookingShown(
            wording.subtitle(slot, range()),
            times.time(slot.start()),
            input.room.offer(input.type(), range(), () -> slot.around(board)),
            refusals.say(inTheWay),
            lost.say(taken),
            offer.alternatives(),
            offer.chosen(),
            whyNot(patient, violations),
            wording.note(hold.state()),
            write.isUnderWay() || hold.isAwaited()));
    place.ghosts(offer.ghosts(input.type().length()));
  }

  /// What the desk finds itself, or else what the server found of just this.
  private List<Violation> violations(@Nullable Patient patient) {
    List<Violation> own =
        Stream.concat(
                slot
                    .check(board, hospital, patient, input.type(), input.room(), clock.instant())
                    .stream(),
                input.tooLong())
            .toList();
    return own.isEmpty() ? write.refusal().map(Refusal::violations).orElse(own) : own;
  }

  private String whyNot(@Nullable Patient patient, List<Violation> violations) {
    if (write.isUnderWay() || hold.isAwaited()) {
      return wording.whileSaving(write.isAskedAgain());
    }
    Optional<Refusal> withoutRule = write.refusal().filter(r -> r.violations().isEmpty());
    if (withoutRule.isPresent()) {
      return refusals.say(withoutRule.get()).getFirst().text();
    }
    if (lost.is(slot)) {
      return messages.get("why.taken");
    }
    if (!violations.isEmpty()) {
      return wording.toSolve(violations);
    }
    if (!(board.connection() instanceof Connection.Live)) {
      return messages.get("why.offline");
    }
    return patient == null ? messages.get("why.patient") : "";
  }

  /// The form is left: nothing is heard any more; what is on its way goes on.
  @Override
  public void close() {
    left = true;
    board.removeListener(listener);
    hold.leave(write.isUnderWay());
    search.cancel();
    lost.cancel();
    place.ghosts(List.of());
    write.leave();
  }
}
