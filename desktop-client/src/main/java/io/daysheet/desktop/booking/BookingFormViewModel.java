package io.daysheet.desktop.booking;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardDay;
import io.daysheet.desktop.board.BoardListener;
import io.daysheet.desktop.board.BoardNews;
import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.board.Origin;
import io.daysheet.desktop.board.Progress;
import io.daysheet.desktop.board.Refusal;
import io.daysheet.desktop.board.Writes;
import io.daysheet.desktop.booking.BookingShown.Taken;
import io.daysheet.desktop.form.BoardNames;
import io.daysheet.desktop.form.FormPlace;
import io.daysheet.desktop.form.Obstacle;
import io.daysheet.desktop.form.RefusalWording;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.patients.PatientSearchViewModel;
import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.patient.Patient;
import io.daysheet.rule.TextRules;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
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
  private final RefusalWording wording;
  private final PatientSearchViewModel search;
  private final AlternativesViewModel finder;
  private final ObjectProperty<AppointmentType> type = new SimpleObjectProperty<>();
  private final StringProperty reason = new SimpleStringProperty("");
  private final StringProperty notes = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<BookingShown> shown =
      new ReadOnlyObjectWrapper<>(BookingShown.EMPTY);
  private final Map<UUID, Origin> origins = new HashMap<>();
  private final BoardListener listener = this::heard;
  private BookingSlot slot;
  private @Nullable BookingSlot lost;
  private @Nullable Progress<Appointment> progress;
  private Writes.@Nullable Follower write;
  private boolean left;

  /// The form at a free start of a doctor.
  public BookingFormViewModel(
      Board board,
      Writes writes,
      InstantSource clock,
      FormPlace place,
      PatientSearchViewModel search,
      AlternativesViewModel finder,
      Doctor doctor,
      Instant start) {
    this.board = board;
    this.writes = writes;
    this.clock = clock;
    this.place = place;
    this.search = search;
    this.finder = finder;
    this.hospital = board.hospital().orElseThrow();
    this.times = new WallTimes(hospital.timeZone());
    this.wording = new RefusalWording(hospital.id(), times, new BoardNames(board));
    this.slot = new BookingSlot(doctor, start, null);
    type.set(
        hospital
            .policy()
            .type("FOLLOW_UP")
            .orElse(hospital.policy().appointmentTypes().getFirst()));
    board.addListener(listener);
    type.addListener((_, _, _) -> edited());
    reason.addListener((_, _, _) -> edited());
    notes.addListener((_, _, _) -> edited());
    search.pickedProperty().addListener((_, _, _) -> edited());
    refresh();
  }

  private void heard(BoardNews news) {
    if (news instanceof BoardNews.AppointmentShown(var visit, var _, Origin origin)) {
      origins.put(visit.id().value(), origin);
    }
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
      lost = null;
    }
  }

  /// A refusal is of what was sent; what is typed now is another thing. A slot that was lost stays
  /// lost until the board says otherwise.
  private void edited() {
    if (!isUnderWay()) {
      progress = null;
    }
    refresh();
  }

  private boolean isUnderWay() {
    return progress instanceof Progress.Sending<?> || progress instanceof Progress.AskingAgain<?>;
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
    return type;
  }

  public StringProperty reasonProperty() {
    return reason;
  }

  public StringProperty notesProperty() {
    return notes;
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
    progress = new Progress.Sending<>();
    var draft = new BookingDraft(hospital, slot, patient, type.get(), reason.get(), notes.get());
    write = writes.book(draft.command(), draft.expected(), this::progressed);
  }

  private void progressed(Progress<Appointment> now) {
    progress = now;
    if (now instanceof Progress.Done<?>) {
      close();
      place.close();
    } else {
      refresh();
    }
  }

  /// Takes one of the alternatives, from 1 on, as the form's slot.
  public void choose(int number) {
    List<Alternative> offered = shown.get().alternatives();
    if (number < 1 || number > offered.size() || isUnderWay()) {
      return;
    }
    Alternative chosen = offered.get(number - 1);
    slot = new BookingSlot(chosen.doctor(), chosen.start(), chosen.otherDay());
    progress = null;
    place.moveTo(chosen.doctor().id(), range());
    refresh();
  }

  private TimeRange range() {
    return TimeRange.of(slot.start(), type.get().length());
  }

  /// Shows what is in the way, by its number from 1 on.
  public void showObstacle(int number) {
    List<Obstacle> obstacles = shown.get().obstacles();
    if (number >= 1 && number <= obstacles.size()) {
      Obstacle obstacle = obstacles.get(number - 1);
      if (obstacle.jump() != null) {
        place.show(obstacle.jump());
      }
    }
  }

  private void refresh() {
    if (left) {
      return;
    }
    @Nullable Patient patient = search.pickedProperty().get();
    List<Violation> violations = isUnderWay() ? List.of() : violations(patient);
    Optional<Violation> taken = violations.stream().filter(BookingFormViewModel::takes).findFirst();
    if (taken.isPresent() && lost == null) {
      lost = slot;
    } else if (taken.isEmpty() && slot.equals(lost)) {
      lost = null;
      progress = progress instanceof Progress.Refused<?> ? null : progress;
    }
    List<Alternative> alternatives =
        lost == null ? List.of() : finder.find(lost, patient, type.get());
    if (lost != null && alternatives.size() < AlternativesViewModel.MOST) {
      finder.askNextDays(lost, patient, type.get(), this::refresh);
    }
    BookingSlot current = slot;
    int chosen =
        (int)
            alternatives.stream()
                .takeWhile(a ->
                    !(a.start().equals(current.start())
                        && a.doctor().id().equals(current.doctor().id())))
                .count();
    List<Violation> inTheWay =
        violations.stream().filter(v -> lost == null || !takes(v) || !slot.equals(lost)).toList();
    shown.set(
        new BookingShown(
            title(),
            times.time(slot.start()),
            wording.say(inTheWay),
            taken(taken),
            alternatives,
            chosen < alternatives.size() ? chosen + 1 : 0,
            whyNot(patient, violations),
            isUnderWay()));
    tellGhosts(alternatives, chosen);
  }

  private void tellGhosts(List<Alternative> alternatives, int chosen) {
    var ghosts = new ArrayList<FormPlace.Ghost>();
    for (int i = 0; i < alternatives.size(); i++) {
      Alternative a = alternatives.get(i);
      if (a.otherDay() == null) {
        TimeRange at = TimeRange.of(a.start(), type.get().length());
        ghosts.add(new FormPlace.Ghost(i + 1, a.doctor().id(), at, i == chosen));
      }
    }
    place.ghosts(ghosts);
  }

  /// What the desk finds itself, or else what the server found of just this.
  private List<Violation> violations(@Nullable Patient patient) {
    List<Violation> own =
        Stream.concat(
                slot.check(board, hospital, patient, type.get(), clock.instant()).stream(),
                Stream.concat(
                    TextRules.check("reason", reason.get(), TextRules.REASON),
                    TextRules.check("notes", notes.get(), TextRules.NOTES)))
            .toList();
    return own.isEmpty() && progress instanceof Progress.Refused<Appointment>(Refusal refusal)
        ? refusal.violations()
        : own;
  }

  /// Whether a violation means that somebody else has this slot now.
  private static boolean takes(Violation violation) {
    return violation instanceof Violation.DoctorBusy
        || violation instanceof Violation.OutsideAvailability;
  }

  private @Nullable Taken taken(Optional<Violation> violation) {
    if (lost == null) {
      return null;
    }
    String name = new BoardNames(board).shortName(lost.doctor().id()).orElse(lost.doctor().name());
    String title = messages.get("taken.title", times.time(lost.start()), name);
    return violation
        .map(v -> new Taken(title, who(v), v.code()))
        .orElse(new Taken(title, messages.get("taken.nothing-lost"), "doctor-busy"));
  }

  private String who(Violation violation) {
    String who =
        switch (violation) {
          case Violation.DoctorBusy busy -> {
            @Nullable Origin origin = origins.get(busy.blocker().id());
            String by = busy.blocker().by() != null ? busy.blocker().by() : by(origin);
            yield by == null
                ? messages.get("taken.booked")
                : origin == null || !by.equals(origin.by())
                    ? messages.get("taken.by", by)
                    : messages.get("taken.by-at", by, times.seconds(origin.at()));
          }
          default -> messages.get("taken.closed");
        };
    return who + " " + messages.get("taken.nothing-lost");
  }

  private static @Nullable String by(@Nullable Origin origin) {
    return origin == null || origin.kind() != Origin.Kind.REMOTE ? null : origin.by();
  }

  private String title() {
    String range = times.range(range());
    return slot.otherDay() == null
        ? messages.get("subtitle", range, slot.doctor().name())
        : messages.get(
            "subtitle.day", WallTimes.day(times.date(slot.start())), range, slot.doctor().name());
  }

  private String whyNot(@Nullable Patient patient, List<Violation> violations) {
    if (isUnderWay()) {
      return messages.get(progress instanceof Progress.AskingAgain<?> ? "asking.again" : "saving");
    }
    if (progress instanceof Progress.Refused<Appointment>(Refusal refusal)
        && refusal.violations().isEmpty()) {
      return wording.say(refusal).getFirst().text();
    }
    if (lost != null && slot.equals(lost)) {
      return messages.get("why.taken");
    }
    if (!violations.isEmpty()) {
      return messages.get(violations.size() == 1 ? "why.one" : "why.many");
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
    search.cancel();
    finder.cancel();
    place.ghosts(List.of());
    if (write != null) {
      write.leave();
    }
  }
}
