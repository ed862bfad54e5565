package io.daysheet.desktop.day;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Which doctors stand on the board.
///
/// A doctor is left out by a tick; the search and the specialty only narrow the list of ticks, so
/// that typing in it never makes a column vanish. What was left out stays so on other dates.
public final class DoctorFilterViewModel {
  private static final String ALL = "";

  private final ObservableList<Doctor> doctors = FXCollections.observableArrayList();
  private final ObservableList<Doctor> doctorsView =
      FXCollections.unmodifiableObservableList(doctors);
  private final ObservableList<Doctor> listed = FXCollections.observableArrayList();
  private final ObservableList<Doctor> listedView =
      FXCollections.unmodifiableObservableList(listed);
  private final Set<DoctorId> hidden = new HashSet<>();
  private final StringProperty search = new SimpleStringProperty("");
  private final StringProperty specialty = new SimpleStringProperty(ALL);
  private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper();
  private final Runnable changed;

  DoctorFilterViewModel(Runnable changed) {
    this.changed = changed;
    search.subscribe(this::list);
    specialty.subscribe(this::list);
  }

  /// All doctors of the hospital that work on the day.
  public ObservableList<Doctor> doctors() {
    return doctorsView;
  }

  /// Those that search and specialty leave in the list of ticks.
  public ObservableList<Doctor> listed() {
    return listedView;
  }

  public StringProperty searchProperty() {
    return search;
  }

  /// One specialty, or empty for all.
  public StringProperty specialtyProperty() {
    return specialty;
  }

  /// How many have a column.
  public ReadOnlyIntegerProperty shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// The specialties that there are, sorted.
  public List<String> specialties() {
    return doctors.stream()
        .flatMap(doctor -> doctor.specialties().stream())
        .distinct()
        .sorted()
        .toList();
  }

  public boolean shows(Doctor doctor) {
    return !hidden.contains(doctor.id());
  }

  /// Ticks or unticks one.
  public void show(Doctor doctor, boolean wanted) {
    if (wanted ? hidden.remove(doctor.id()) : hidden.add(doctor.id())) {
      tell();
    }
  }

  /// Ticks all that are listed.
  public void showListed() {
    listed.forEach(doctor -> hidden.remove(doctor.id()));
    tell();
  }

  /// Unticks all that are listed.
  public void hideListed() {
    listed.forEach(doctor -> hidden.add(doctor.id()));
    tell();
  }

  /// Leaves only those that are listed.
  public void showOnlyListed() {
    doctors.forEach(doctor -> hidden.add(doctor.id()));
    showListed();
  }

  void load(List<Doctor> all) {
    if (!doctors.equals(all)) {
      doctors.setAll(all);
      list();
    }
    count();
  }

  private void tell() {
    count();
    changed.run();
  }

  private void count() {
    shown.set((int) doctors.stream().filter(this::shows).count());
  }

  private void list() {
    String wanted = plain(search.get());
    listed.setAll(
        doctors.stream()
            .filter(doctor -> plain(doctor.name()).contains(wanted))
            .filter(doctor ->
                specialty.get().equals(ALL) || doctor.specialties().contains(specialty.get()))
            .toList());
  }

  /// Lower case and without accents: "elise" finds Élise.
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
