package io.daysheet.desktop.doctors;

import io.daysheet.desktop.doctors.DoctorDraft.Flaw;
import io.daysheet.desktop.form.Meanwhile;
import io.daysheet.desktop.form.RecordWords;
import io.daysheet.desktop.form.RefusedFields;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.hospital.Doctor;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.NpiTaken;
import java.util.Map;
import java.util.Optional;

/// A doctor in words.
record DoctorTexts(Messages messages) implements RecordWords<DoctorDraft, Flaw, Doctor> {

  private static final RefusedFields<Flaw> FIELDS =
      new RefusedFields<>(
          Map.of(
              "name", Flaw.NAME,
              "npi", Flaw.NPI,
              "specialties", Flaw.SPECIALTIES,
              "languages", Flaw.LANGUAGES,
              "insurancePlans", Flaw.PLANS),
          violation -> violation instanceof NpiTaken ? "npi" : "");

  @Override
  public DoctorDraft draft(Doctor now) {
    return DoctorDraft.of(now);
  }

  @Override
  public DoctorDraft meanwhile(DoctorDraft typed, Doctor now, Meanwhile meanwhile) {
    Doctor before = typed.before();
    DoctorDraft was = before == null ? DoctorDraft.empty() : draft(before);
    DoctorDraft is = draft(now);
    return new DoctorDraft(
        now,
        meanwhile.keep("name", was.name(), typed.name(), is.name()),
        meanwhile.keep("npi", was.npi(), typed.npi(), is.npi()),
        meanwhile.keep("specialties", was.specialties(), typed.specialties(), is.specialties()),
        meanwhile.keep("languages", was.languages(), typed.languages(), is.languages()),
        meanwhile.keep("plans", was.plans(), typed.plans(), is.plans()),
        meanwhile.keep("hospitals", was.hospitals(), typed.hospitals(), is.hospitals()),
        meanwhile.keep("accepts", was.acceptsNew(), typed.acceptsNew(), is.acceptsNew()),
        meanwhile.keep("active", was.active(), typed.active(), is.active()));
  }

  @Override
  public Optional<Flaw> about(Violation violation) {
    return FIELDS.about(violation);
  }

  @Override
  public String refusal(Violation violation) {
    return violation instanceof NpiTaken
        ? messages.get("refused.npi-taken")
        : RecordWords.super.refusal(violation);
  }
}
