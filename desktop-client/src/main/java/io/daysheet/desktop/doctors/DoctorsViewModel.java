package io.daysheet.desktop.doctors;

import io.daysheet.desktop.doctors.DoctorDraft.Flaw;
import io.daysheet.desktop.form.RecordListViewModel;
import io.daysheet.desktop.form.RecordViewModel;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.rebooking.AttentionViewModel;
import io.daysheet.desktop.rebooking.AttentionViewModel.Visits;
import io.daysheet.desktop.remote.DirectoryServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.RecordWrite;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/// The doctors, those that the search finds, and the one that is open beside the list.
public final class DoctorsViewModel implements AutoCloseable {

  private final DoctorTexts words = new DoctorTexts(Messages.beside(DoctorsViewModel.class));
  private final DirectoryServer server;
  private final AttentionViewModel attention;
  private final RecordListViewModel<Doctor> list;
  private final FilteredList<Doctor> found;
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<Hospital> hospitals = FXCollections.observableArrayList();
  private @Nullable RecordViewModel<DoctorDraft, Flaw, Doctor> form;

  public DoctorsViewModel(DirectoryServer server, Visits visits) {
    this.server = server;
    this.attention = new AttentionViewModel(server, visits);
    this.list =
        new RecordListViewModel<>(server::doctors, Doctor::id, Comparator.comparing(Doctor::name));
    this.found = new FilteredList<>(list.records());
    query.subscribe(typed -> found.setPredicate(doctor -> matches(doctor, typed)));
  }

  /// Each word that is typed is somewhere in the name, the specialties or the number.
  private static boolean matches(Doctor doctor, String typed) {
    String all =
        Stream.concat(
                Stream.of(doctor.name(), doctor.npi() == null ? "" : doctor.npi()),
                doctor.specialties().stream())
            .collect(Collectors.joining(" "))
            .toLowerCase(Locale.ROOT);
    return Stream.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
        .allMatch(all::contains);
  }

  /// Asks for everything there is to show.
  public void start() {
    list.load();
    server.hospitals(outcome -> {
      if (outcome instanceof Outcome.Done<List<Hospital>>(List<Hospital> all)) {
        hospitals.setAll(all.stream().sorted(Comparator.comparing(Hospital::name)).toList());
      }
    });
  }

  RecordListViewModel<Doctor> list() {
    return list;
  }

  ObservableList<Doctor> found() {
    return found;
  }

  StringProperty queryProperty() {
    return query;
  }

  ObservableList<Hospital> hospitals() {
    return hospitals;
  }

  String hospitalNames(Doctor doctor) {
    return doctor.hospitals().stream().map(this::name).collect(Collectors.joining(", "));
  }

  private String name(HospitalId id) {
    return hospitals.stream()
        .filter(hospital -> hospital.id().equals(id))
        .map(Hospital::name)
        .findFirst()
        .orElse("…");
  }

  /// The doctor that is open; null if none is.
  @Nullable RecordViewModel<DoctorDraft, Flaw, Doctor> form() {
    return form;
  }

  public boolean isUnfinished() {
    return list.isUnfinished();
  }

  /// Opens one, unless something is typed in another.
  ///
  /// @return false if the other stays open
  boolean open(Doctor doctor) {
    return open(doctor, DoctorDraft.of(doctor));
  }

  void create() {
    boolean _ = open(null, DoctorDraft.empty());
  }

  private boolean open(@Nullable Doctor doctor, DoctorDraft draft) {
    RecordWrite<DoctorDraft, Doctor> write =
        (typed, key, then) -> server.keep(typed.before(), typed.command(), key, then);
    var opened = new RecordViewModel<>(write, words, draft, this::written);
    if (!list.isUnfinished()) {
      attention.forget();
      form = opened;
    }
    return list.open(doctor, opened);
  }

  /// Who leaves a hospital, or all of them, leaves visits there that somebody should look at.
  private void written(Doctor now) {
    List<HospitalId> left =
        list.records().stream()
            .filter(before -> before.id().equals(now.id()))
            .flatMap(before -> before.hospitals().stream())
            .filter(hospital -> !now.active() || !now.hospitals().contains(hospital))
            .toList();
    list.put(now);
    attention.forget();
    if (!left.isEmpty()) {
      attention.ask(left, now.id());
    }
  }

  /// The visits of a doctor who was taken out of service or left a hospital.
  AttentionViewModel attention() {
    return attention;
  }

  void leave() {
    attention.forget();
    list.leave();
    form = null;
  }

  @Override
  public void close() {
    attention.close();
    list.close();
  }
}
