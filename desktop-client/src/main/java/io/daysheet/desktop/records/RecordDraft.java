package io.daysheet.desktop.records;

import io.daysheet.desktop.form.Draft;
import io.daysheet.desktop.patients.BirthDates;
import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.ContactPreferences;
import io.daysheet.patient.Insurance;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.rule.PatientRules;
import io.daysheet.rule.TextRules;
import io.daysheet.rule.Violation;
import io.daysheet.wire.ChangePatient;
import io.daysheet.wire.FindDuplicates;
import io.daysheet.wire.RegisterPatient;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A patient's record as it is typed.
///
/// @param before as the server has it; null for a new one
/// @param doctor the primary one
/// @param channel empty if none is preferred
record RecordDraft(
    Reading reading,
    @Nullable Patient before,
    String mrn,
    String family,
    String given,
    String birth,
    String phone,
    String email,
    String plan,
    String memberId,
    Optional<DoctorId> doctor,
    String channel,
    Set<String> optOuts,
    boolean active)
    implements Draft<RecordDraft.Flaw> {

  /// What may be wrong with it; each has a text.
  enum Flaw {
    FAMILY,
    GIVEN,
    BIRTH,
    MRN,
    PHONE,
    EMAIL,
    INSURANCE
  }

  /// How a date of birth is read.
  ///
  /// @param today the latest date that is today anywhere
  record Reading(LocalDate today, Locale locale) {}

  RecordDraft {
    optOuts = Set.copyOf(optOuts);
  }

  static RecordDraft empty(Reading reading) {
    return new RecordDraft(
        reading, null, "", "", "", "", "", "", "", "", Optional.empty(), "", Set.of(), true);
  }

  static RecordDraft of(Reading reading, Patient patient) {
    Insurance insurance = patient.insurance();
    return new RecordDraft(
        reading,
        patient,
        patient.mrn(),
        patient.familyName(),
        patient.givenName(),
        patient.birthDate().toString(),
        Objects.requireNonNullElse(patient.phone(), ""),
        Objects.requireNonNullElse(patient.email(), ""),
        insurance == null ? "" : insurance.plan(),
        insurance == null ? "" : insurance.memberId(),
        Optional.ofNullable(patient.primaryDoctorId()),
        Objects.requireNonNullElse(patient.preferences().channel(), ""),
        Set.copyOf(patient.preferences().optOuts()),
        patient.active());
  }

  @Override
  public boolean isNew() {
    return before == null;
  }

  @Override
  public boolean isChanged() {
    return !equals(before == null ? empty(reading) : of(reading, before));
  }

  @Override
  public Set<Flaw> flaws() {
    Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    add(flaws, Flaw.FAMILY, family.isBlank(), TextRules.check("", family, TextRules.NAME));
    add(flaws, Flaw.GIVEN, given.isBlank(), TextRules.check("", given, TextRules.NAME));
    add(flaws, Flaw.BIRTH, date().isEmpty(), Stream.empty());
    add(flaws, Flaw.MRN, !isNew() && mrn.isBlank(), PatientRules.names(orNull(mrn), "", ""));
    add(flaws, Flaw.PHONE, false, PatientRules.phone(orNull(phone)));
    add(flaws, Flaw.EMAIL, false, PatientRules.email(orNull(email)));
    add(
        flaws,
        Flaw.INSURANCE,
        plan.isBlank() != memberId.isBlank(),
        PatientRules.insurance(insurance()));
    return flaws;
  }

  private static void add(
      Set<Flaw> flaws, Flaw flaw, boolean found, Stream<? extends Violation> violations) {
    if (violations.findAny().isPresent() || found) {
      flaws.add(flaw);
    }
  }

  /// The date of birth; empty if it can't be read.
  Optional<LocalDate> date() {
    return BirthDates.parse(birth, reading.locale(), reading.today());
  }

  private static @Nullable String orNull(String typed) {
    return typed.isBlank() ? null : typed.strip();
  }

  private @Nullable Insurance insurance() {
    return plan.isBlank() || memberId.isBlank()
        ? null
        : new Insurance(plan.strip(), memberId.strip());
  }

  private ContactPreferences preferences() {
    return new ContactPreferences(orNull(channel), optOuts.stream().sorted().toList());
  }

  /// What to ask of those who are registered; empty while too little is typed.
  Optional<FindDuplicates> question() {
    return family.isBlank() || given.isBlank()
        ? Optional.empty()
        : date().map(born -> new FindDuplicates(given.strip(), family.strip(), born, insurance()));
  }

  /// The record that it would become, to be held against others.
  Patient asTyped() {
    return new Patient(
        new PatientId(new UUID(0, 0)),
        mrn,
        given.strip(),
        family.strip(),
        date().orElse(LocalDate.EPOCH),
        orNull(phone),
        orNull(email),
        insurance(),
        null,
        ContactPreferences.NONE,
        true,
        null,
        0);
  }

  /// To be asked when nothing is wrong with it.
  RegisterPatient registration() {
    return new RegisterPatient(
        orNull(mrn),
        given.strip(),
        family.strip(),
        date().orElseThrow(),
        orNull(phone),
        orNull(email),
        insurance(),
        doctor.orElse(null),
        preferences());
  }

  /// To be asked when nothing is wrong with it.
  ChangePatient change() {
    return new ChangePatient(
        null,
        orNull(mrn),
        given.strip(),
        family.strip(),
        date().orElseThrow(),
        orNull(phone),
        orNull(email),
        insurance(),
        doctor.orElse(null),
        preferences(),
        active,
        null,
        null);
  }

  /// The texts of the form, in its order.
  List<String> texts() {
    return List.of(family, given, birth, mrn, phone, email, plan, memberId);
  }

  /// With other texts, in the order of the form.
  RecordDraft with(List<String> texts) {
    return new RecordDraft(
        reading,
        before,
        texts.get(3),
        texts.get(0),
        texts.get(1),
        texts.get(2),
        texts.get(4),
        texts.get(5),
        texts.get(6),
        texts.get(7),
        doctor,
        channel,
        optOuts,
        active);
  }

  RecordDraft with(Optional<DoctorId> chosen) {
    return new RecordDraft(
        reading, before, mrn, family, given, birth, phone, email, plan, memberId, chosen, channel,
        optOuts, active);
  }

  RecordDraft with(String chosen, Set<String> not) {
    return new RecordDraft(
        reading, before, mrn, family, given, birth, phone, email, plan, memberId, doctor, chosen,
        not, active);
  }

  RecordDraft withActive(boolean now) {
    return new RecordDraft(
        reading, before, mrn, family, given, birth, phone, email, plan, memberId, doctor, channel,
        optOuts, now);
  }
}
