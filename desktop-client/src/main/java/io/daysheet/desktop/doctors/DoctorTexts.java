package io.daysheet.desktop.doctors;

import io.daysheet.desktop.doctors.DoctorDraft.Flaw;
import io.daysheet.desktop.form.Meanwhile;
import io.daysheet.desktop.form.RecordWords;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.hospital.Doctor;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.NpiTaken;
import io.daysheet.rule.Violation.TooLong;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A doctor in words.
final class DoctorTexts implements RecordWords<DoctorDraft, Flaw, Doctor> {

  /// By the beginnings of the names on the wire.
  private static final Map<String, Flaw> FIELDS =
      Map.of(
          "name", Flaw.NAME,
          "npi", Flaw.NPI,
          "specialties", Flaw.SPECIALTIES,
          "languages", Flaw.LANGUAGES,
          "insurancePlans", Flaw.PLANS);

  private final Messages messages;

  DoctorTexts(Messages messages) {
    this.messages = messages;
  }

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
  public boolean isNew(DoctorDraft draft) {
    return draft.isNew();
  }

  @Override
  public String flaw(String name) {
    return messages.get("flaw." + name);
  }

  @Override
  public String field(String name) {
    return messages.get("field." + name);
  }

  @Override
  public Optional<Flaw> about(Violation violation) {
    String name =
        violation instanceof InvalidValue(String field, var _)
            ? field
            : violation instanceof TooLong(String text, var _, var _)
                ? text
                : violation instanceof NpiTaken ? "npi" : "";
    return FIELDS.entrySet().stream()
        .filter(field -> name.startsWith(field.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  @Override
  public String refusal(Violation violation) {
    if (violation instanceof NpiTaken) {
      return messages.get("refused.npi-taken");
    }
    return about(violation)
        .map(flaw -> flaw(flaw.name().toLowerCase(Locale.ROOT).replace('_', '-')))
        .orElseGet(() -> messages.get("refused", violation.code()));
  }
}
