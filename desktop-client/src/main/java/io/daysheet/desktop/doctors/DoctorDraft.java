package io.daysheet.desktop.doctors;

import io.daysheet.desktop.form.Draft;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.HospitalId;
import io.daysheet.rule.DoctorRules;
import io.daysheet.rule.Violation;
import io.daysheet.wire.KeepDoctor;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A doctor as it is typed.
///
/// @param before as the server has it; null for a new one
/// @param specialties and languages and plans: with commas between them
record DoctorDraft(
    @Nullable Doctor before,
    String name,
    String npi,
    String specialties,
    String languages,
    String plans,
    Set<HospitalId> hospitals,
    boolean acceptsNew,
    boolean active)
    implements Draft<DoctorDraft.Flaw> {

  private static final Pattern TEN_DIGITS = Pattern.compile("\\d{10}");

  /// What may be wrong with it; each has a text.
  enum Flaw {
    NAME,
    /// There are not ten digits.
    NPI_LENGTH,
    /// The last digit does not fit the others.
    NPI,
    SPECIALTIES,
    LANGUAGES,
    PLANS
  }

  DoctorDraft {
    hospitals = Set.copyOf(hospitals);
  }

  static DoctorDraft empty() {
    return new DoctorDraft(null, "", "", "", "", "", Set.of(), true, true);
  }

  static DoctorDraft of(Doctor doctor) {
    return new DoctorDraft(
        doctor,
        doctor.name(),
        Objects.requireNonNullElse(doctor.npi(), ""),
        Words.join(doctor.specialties()),
        Words.languages(doctor.languages()),
        Words.join(doctor.insurancePlans()),
        Set.copyOf(doctor.hospitals()),
        doctor.acceptsNewPatients(),
        doctor.active());
  }

  @Override
  public boolean isNew() {
    return before == null;
  }

  @Override
  public boolean isChanged() {
    return !equals(before == null ? empty() : of(before));
  }

  @Override
  public Set<Flaw> flaws() {
    Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    add(flaws, Flaw.NAME, name.isBlank(), DoctorRules.name(name));
    String digits = npi.strip();
    if (!digits.isEmpty()) {
      boolean ten = TEN_DIGITS.matcher(digits).matches();
      add(flaws, Flaw.NPI_LENGTH, !ten, Stream.empty());
      add(flaws, Flaw.NPI, false, ten ? DoctorRules.npi(digits) : Stream.empty());
    }
    add(flaws, Flaw.SPECIALTIES, false, DoctorRules.specialties(Words.of(specialties)));
    add(flaws, Flaw.LANGUAGES, false, DoctorRules.languages(Words.languages(languages)));
    add(flaws, Flaw.PLANS, false, DoctorRules.insurancePlans(Words.of(plans)));
    return flaws;
  }

  private static void add(
      Set<Flaw> flaws, Flaw flaw, boolean found, Stream<? extends Violation> violations) {
    if (violations.findAny().isPresent() || found) {
      flaws.add(flaw);
    }
  }

  /// To be asked when nothing is wrong with it.
  KeepDoctor command() {
    return new KeepDoctor(
        null,
        name.strip(),
        Words.of(specialties),
        codes(),
        npi.isBlank() ? null : npi.strip(),
        acceptsNew,
        Words.of(plans),
        inOrder(),
        active,
        null);
  }

  /// Those that are there stay as they are until something else is typed.
  private List<String> codes() {
    return before != null && languages.equals(Words.languages(before.languages()))
        ? before.languages()
        : Words.languages(languages);
  }

  /// Those that are there stay in their order.
  private List<HospitalId> inOrder() {
    List<HospitalId> were = before == null ? List.of() : before.hospitals();
    return hospitals.stream()
        .sorted(
            Comparator.<HospitalId>comparingInt(
                    id -> were.contains(id) ? were.indexOf(id) : Integer.MAX_VALUE)
                .thenComparing(HospitalId::toString))
        .toList();
  }

  DoctorDraft withName(String typed) {
    return new DoctorDraft(
        before, typed, npi, specialties, languages, plans, hospitals, acceptsNew, active);
  }

  DoctorDraft withNpi(String typed) {
    return new DoctorDraft(
        before, name, typed, specialties, languages, plans, hospitals, acceptsNew, active);
  }

  DoctorDraft withSpecialties(String typed) {
    return new DoctorDraft(
        before, name, npi, typed, languages, plans, hospitals, acceptsNew, active);
  }

  DoctorDraft withLanguages(String typed) {
    return new DoctorDraft(
        before, name, npi, specialties, typed, plans, hospitals, acceptsNew, active);
  }

  DoctorDraft withPlans(String typed) {
    return new DoctorDraft(
        before, name, npi, specialties, languages, typed, hospitals, acceptsNew, active);
  }

  DoctorDraft with(HospitalId hospital, boolean works) {
    Set<HospitalId> now = new HashSet<>(hospitals);
    boolean _ = works ? now.add(hospital) : now.remove(hospital);
    return new DoctorDraft(
        before, name, npi, specialties, languages, plans, now, acceptsNew, active);
  }

  DoctorDraft withAcceptsNew(boolean now) {
    return new DoctorDraft(
        before, name, npi, specialties, languages, plans, hospitals, now, active);
  }

  DoctorDraft withActive(boolean now) {
    return new DoctorDraft(
        before, name, npi, specialties, languages, plans, hospitals, acceptsNew, now);
  }
}
