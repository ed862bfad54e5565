package io.daysheet.desktop.hospitals;

import io.daysheet.desktop.form.Meanwhile;
import io.daysheet.desktop.form.RecordWords;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.hospitals.HospitalDraft.Flaw;
import io.daysheet.hospital.Hospital;
import io.daysheet.rule.Violation;
import java.util.Optional;

/// A hospital in words.
record HospitalWords(Messages messages) implements RecordWords<HospitalDraft, Flaw, Hospital> {

  @Override
  public HospitalDraft draft(Hospital now) {
    return HospitalDraft.of(now);
  }

  @Override
  public HospitalDraft meanwhile(HospitalDraft typed, Hospital now, Meanwhile meanwhile) {
    Hospital before = typed.before();
    HospitalDraft was = before == null ? HospitalDraft.empty() : HospitalDraft.of(before);
    HospitalDraft is = HospitalDraft.of(now);
    TypedPolicy policy =
        new TypedPolicy(
            now.policy(),
            meanwhile.keep("grid", was.policy().grid(), typed.policy().grid(), is.policy().grid()),
            meanwhile.keep(
                "types", was.policy().types(), typed.policy().types(), is.policy().types()),
            meanwhile.keep(
                "notice", was.policy().notice(), typed.policy().notice(), is.policy().notice()),
            meanwhile.keep(
                "horizon", was.policy().horizon(), typed.policy().horizon(), is.policy().horizon()),
            meanwhile.keep(
                "cancellation",
                was.policy().cancellation(),
                typed.policy().cancellation(),
                is.policy().cancellation()));
    return new HospitalDraft(
        now,
        meanwhile.keep("name", was.name(), typed.name(), is.name()),
        meanwhile.keep("zone", was.zone(), typed.zone(), is.zone()),
        meanwhile.keep("latitude", was.latitude(), typed.latitude(), is.latitude()),
        meanwhile.keep("longitude", was.longitude(), typed.longitude(), is.longitude()),
        meanwhile.keep("hours", was.hours(), typed.hours(), is.hours()),
        meanwhile.keep("closures", was.closures(), typed.closures(), is.closures()),
        policy,
        meanwhile.keep("active", was.active(), typed.active(), is.active()));
  }

  @Override
  public Optional<Flaw> about(Violation violation) {
    return HospitalFlaws.about(violation);
  }
}
