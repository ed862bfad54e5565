package io.daysheet.desktop.records;

import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.records.RecordDraft.Reading;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.PatientServer;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.patient.Patient;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Patients' records: searched, and one of them open beside the list.
public final class RecordsViewModel implements AutoCloseable {

  /// Where today begins first.
  private static final ZoneOffset FIRST_TO_WAKE = ZoneOffset.ofHours(14);

  private final PatientServer server;
  private final Timers timers;
  private final InstantSource clock;
  private final Locale locale;
  private final RecordSearchViewModel search;
  private final ObservableList<Doctor> doctors = FXCollections.observableArrayList();
  private final ObservableList<Hospital> hospitals = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Open> open = new ReadOnlyObjectWrapper<>();

  /// The record beside the list.
  ///
  /// @param merge null unless it is about to become one with another
  record Open(PatientFormViewModel form, VisitsViewModel visits, @Nullable MergeViewModel merge) {}

  /// @param locale how dates of birth are typed
  public RecordsViewModel(PatientServer server, Timers timers, InstantSource clock, Locale locale) {
    this.server = server;
    this.timers = timers;
    this.clock = clock;
    this.locale = locale;
    this.search = new RecordSearchViewModel(server, timers);
  }

  /// Asks for the names that records and visits are shown with.
  public void start() {
    server.doctors(outcome -> {
      if (outcome instanceof Outcome.Done<List<Doctor>>(List<Doctor> all)) {
        doctors.setAll(all.stream().sorted(Comparator.comparing(Doctor::name)).toList());
      }
    });
    server.hospitals(outcome -> {
      if (outcome instanceof Outcome.Done<List<Hospital>>(List<Hospital> all)) {
        hospitals.setAll(all);
      }
    });
  }

  RecordSearchViewModel search() {
    return search;
  }

  ObservableList<Doctor> doctors() {
    return doctors;
  }

  ObservableList<Hospital> hospitals() {
    return hospitals;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), FIRST_TO_WAKE);
  }

  ReadOnlyObjectProperty<@Nullable Open> openProperty() {
    return open.getReadOnlyProperty();
  }

  /// Whether something is typed that is not written.
  public boolean isUnfinished() {
    Open now = open.get();
    return now != null && now.form().draft().isChanged();
  }

  boolean isOpen(Patient patient) {
    Open now = open.get();
    Patient before = now == null ? null : now.form().draft().before();
    return before != null && before.id().equals(patient.id());
  }

  /// Opens a record; what is typed in another and not saved is not thrown away for it.
  ///
  /// @return false if the other stays open
  boolean open(Patient patient) {
    if (isKept()) {
      return false;
    }
    show(patient);
    return true;
  }

  /// Opens one that is registered in place of the one that was typed.
  void useInstead(Patient patient) {
    show(patient);
  }

  private void show(Patient patient) {
    leave();
    VisitsViewModel visits = new VisitsViewModel(server, clock);
    visits.load(patient);
    open.set(new Open(form(RecordDraft.of(reading(), patient), visits), visits, null));
  }

  /// Begins a new one.
  void create() {
    if (!isKept()) {
      leave();
      VisitsViewModel visits = new VisitsViewModel(server, clock);
      open.set(new Open(form(RecordDraft.empty(reading()), visits), visits, null));
    }
  }

  private Reading reading() {
    return new Reading(today(), locale);
  }

  private PatientFormViewModel form(RecordDraft draft, VisitsViewModel visits) {
    var words = new RecordTexts(Messages.beside(RecordsViewModel.class), reading());
    return new PatientFormViewModel(
        server,
        timers,
        words,
        draft,
        now -> {
          search.put(now);
          visits.load(now);
        });
  }

  private boolean isKept() {
    Open now = open.get();
    if (now == null || !isUnfinished()) {
      return false;
    }
    now.form().record().remind();
    return true;
  }

  /// Makes it one with another record; what is typed and not saved comes first.
  void beginMerge() {
    Open now = open.get();
    Patient before = now == null ? null : now.form().draft().before();
    if (now != null && before != null && now.merge() == null && !isKept()) {
      var merge = new MergeViewModel(server, timers, clock, before, search::put);
      open.set(new Open(now.form(), now.visits(), merge));
    }
  }

  /// Goes back to the record, or to the one that stays if they are one now.
  void leaveMerge() {
    Open now = open.get();
    if (now == null || now.merge() == null) {
      return;
    }
    if (now.merge().stepProperty().get() instanceof MergeViewModel.Done(var result, Patient gone)) {
      search.remove(gone);
      show(result.patient());
    } else {
      now.merge().close();
      open.set(new Open(now.form(), now.visits(), null));
    }
  }

  void save() {
    Open now = open.get();
    if (now != null && now.merge() == null) {
      now.form().save();
    }
  }

  /// Closes what is open, with whatever is typed there.
  void leave() {
    Open now = open.get();
    if (now != null) {
      now.form().close();
      now.visits().close();
      if (now.merge() != null) {
        now.merge().close();
      }
      open.set(null);
    }
  }

  @Override
  public void close() {
    leave();
    search.close();
  }
}
