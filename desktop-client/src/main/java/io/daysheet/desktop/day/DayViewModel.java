package io.daysheet.desktop.day;

import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.day.Block.Visit;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.DaySchedule;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The day on the screen: which hospital and date, whose columns, what stands in them, and what can
/// be done.
///
/// A whole day comes by [#show], single changes through its [#contents]; a day that arrives late,
/// for another date or hospital than is wanted by then, is left alone. It asks for a day through
/// [#whenDayWanted] and says what was chosen through [#whenChosen].
public final class DayViewModel {
  private final InstantSource clock;
  private final ObservableList<Hospital> hospitals = FXCollections.observableArrayList();
  private final ObjectProperty<Hospital> hospital = new SimpleObjectProperty<>();
  private final ObjectProperty<LocalDate> date = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<BoardHours> hours = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Instant> now;
  private final DayContents contents;
  private final MovingViewModel moving;
  private final ObjectProperty<Connection> connection =
      new SimpleObjectProperty<>(new Connection.Connecting());
  private final ReadOnlyObjectWrapper<SlotCursor> cursor = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper saving = new ReadOnlyIntegerWrapper();
  private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
  private final ObservableList<DoctorColumnViewModel> columns = FXCollections.observableArrayList();
  private final ObservableList<DoctorColumnViewModel> columnsView =
      FXCollections.unmodifiableObservableList(columns);
  private final ObservableList<Notice> notices = FXCollections.observableArrayList();
  private final DoctorFilterViewModel filter = new DoctorFilterViewModel(this::arrange);
  private BiConsumer<HospitalId, LocalDate> dayWanted = (_, _) -> {};
  private Consumer<SlotChoice> chosen = _ -> {};
  private Runnable retry = () -> {};

  public DayViewModel(InstantSource clock) {
    this.clock = clock;
    this.now = new ReadOnlyObjectWrapper<>(clock.instant());
    this.contents = new DayContents(now::get);
    this.moving = new MovingViewModel(contents);
    hospital.subscribe((before, after) -> {
      if (after != null && (before == null || !before.id().equals(after.id()))) {
        askForDay();
      }
    });
    date.subscribe(this::askForDay);
  }

  /// Who loads a day when hospital or date change.
  public void whenDayWanted(BiConsumer<HospitalId, LocalDate> load) {
    this.dayWanted = load;
  }

  /// Who opens what a click or Enter chose. Never called while nothing can be written, except for
  /// looking at a visit.
  public void whenChosen(Consumer<SlotChoice> open) {
    this.chosen = open;
  }

  /// Who connects again at once, when somebody asks for it.
  public void whenRetryWanted(Runnable connect) {
    this.retry = connect;
  }

  /// Connects again now rather than at the next try.
  public void retryNow() {
    retry.run();
  }

  public ObservableList<Hospital> hospitals() {
    return hospitals;
  }

  public ObjectProperty<Hospital> hospitalProperty() {
    return hospital;
  }

  public ObjectProperty<LocalDate> dateProperty() {
    return date;
  }

  /// The hours that are on the board; null before the first day is loaded.
  public ReadOnlyObjectProperty<BoardHours> hoursProperty() {
    return hours.getReadOnlyProperty();
  }

  /// What stands on the day; the desk's replica feeds it.
  public DayContents contents() {
    return contents;
  }

  public MovingViewModel moving() {
    return moving;
  }

  /// The columns on the board, from the left.
  public ObservableList<DoctorColumnViewModel> columns() {
    return columnsView;
  }

  public DoctorFilterViewModel filter() {
    return filter;
  }

  /// The moment, as the desk's clock says; it moves with [#tick].
  public ReadOnlyObjectProperty<Instant> nowProperty() {
    return now.getReadOnlyProperty();
  }

  public ObjectProperty<Connection> connectionProperty() {
    return connection;
  }

  /// Where the arrow keys stand; null on an empty board.
  public ReadOnlyObjectProperty<SlotCursor> cursorProperty() {
    return cursor.getReadOnlyProperty();
  }

  /// How many writes of this desk wait for their answer, those of other days included.
  public ReadOnlyIntegerProperty savingProperty() {
    return saving.getReadOnlyProperty();
  }

  /// So many writes wait for their answer now.
  public void saving(int writes) {
    saving.set(writes);
  }

  /// The last thing that another desk did, ready to read.
  public ReadOnlyStringProperty newsProperty() {
    return news.getReadOnlyProperty();
  }

  /// What has to be read and closed, oldest first.
  public ObservableList<Notice> notices() {
    return notices;
  }

  /// Whether anything can be booked, moved or made.
  public boolean isReadOnly() {
    return !(connection.get() instanceof Connection.Live);
  }

  /// The hospital's date at this moment; it may be another one than the desk's.
  public Optional<LocalDate> today() {
    return Optional.ofNullable(hospital.get()).map(site -> site.dateAt(now.get()));
  }

  /// Goes to the hospital's today.
  public void goToToday() {
    today().ifPresent(date::set);
  }

  /// Goes some days on, or back.
  public void goDays(int days) {
    Optional.ofNullable(date.get()).map(from -> from.plusDays(days)).ifPresent(date::set);
  }

  private void askForDay() {
    if (hospital.get() == null) {
      return;
    }
    if (date.get() == null) {
      date.set(hospital.get().dateAt(now.get()));
    } else {
      dayWanted.accept(hospital.get().id(), date.get());
    }
  }

  /// Puts a loaded day on the board in place of what was there; cursor and filter stay if they can.
  public void show(DaySchedule day) {
    if (!isWanted(day.hospital().id(), day.date())) {
      return;
    }
    hospitals.replaceAll(site -> site.id().equals(day.hospital().id()) ? day.hospital() : site);
    hospital.set(day.hospital());
    contents.show(day, now.get());
    hours.set(contents.hours());
    filter.load(day.doctors());
    arrange();
  }

  /// Whether the board shows the day that is wanted; the one before stays on it until then.
  public boolean hasArrived() {
    return contents.hospital().filter(site -> isWanted(site, hours.get().date())).isPresent();
  }

  private boolean isWanted(HospitalId site, LocalDate day) {
    return hospital.get() != null
        && hospital.get().id().equals(site)
        && (date.get() == null || date.get().equals(day));
  }

  private void arrange() {
    List<DoctorColumnViewModel> wanted =
        contents.columns().stream().filter(column -> filter.shows(column.doctor())).toList();
    if (!columns.equals(wanted)) {
      columns.setAll(wanted);
    }
    cursor.set(ground().kept(cursor.get(), now.get()).orElse(null));
  }

  /// Says quietly what another desk did.
  public void tell(String text) {
    news.set(text);
  }

  /// Says something that has to be read; it stays until closed.
  public void notify(Notice notice) {
    notices.add(notice);
  }

  /// Moves the moment on; on a new minute what was free may be past.
  public void tick() {
    Instant before = now.get();
    now.set(clock.instant());
    if (!before.truncatedTo(ChronoUnit.MINUTES).equals(now.get().truncatedTo(ChronoUnit.MINUTES))) {
      contents.refresh(now.get());
    }
  }

  /// Moves the cursor by columns and rows; it stops at the edges.
  public void moveCursor(int right, int down) {
    Optional.ofNullable(cursor.get())
        .ifPresent(from -> cursor.set(ground().moved(from, right, down)));
  }

  /// Puts the cursor on a slot, as after a click.
  public void moveCursorTo(DoctorId doctor, Instant start) {
    ground().at(doctor, start).ifPresent(cursor::set);
  }

  private SlotGround ground() {
    return new SlotGround(columns, hours.get());
  }

  /// What the cursor stands on.
  public Optional<SlotChoice> atCursor() {
    return Optional.ofNullable(cursor.get()).flatMap(at -> choiceAt(at.doctor(), at.start()));
  }

  /// What lies at an instant of a doctor's column.
  public Optional<SlotChoice> choiceAt(DoctorId doctor, Instant instant) {
    return hours.get() == null
        ? Optional.empty()
        : hours
            .get()
            .rowAt(instant)
            .flatMap(row -> contents.column(doctor).map(column -> column.at(row, now.get())));
  }

  /// What a click or Enter does: opens a form, or a visit's details. Without a connection only
  /// looking is left, and nothing on a day that is not the wanted one any more.
  ///
  /// @return whether somebody was told
  public boolean choose(SlotChoice choice) {
    boolean looks = choice instanceof SlotChoice.OnVisit;
    if (choice instanceof SlotChoice.Nothing || (isReadOnly() && !looks) || !hasArrived()) {
      return false;
    }
    if (choice instanceof SlotChoice.OnVisit(DoctorId _, Visit visit)) {
      contents.seen(visit.appointment().id());
    }
    chosen.accept(choice);
    return true;
  }

  /// The soonest free slot of the columns on the board.
  public Optional<SlotCursor> nextFree() {
    return ground().nextFree();
  }

  /// Moves the cursor to the soonest free slot.
  public void goToNextFree() {
    nextFree().ifPresent(slot -> moveCursorTo(slot.doctor(), slot.start()));
  }
}
