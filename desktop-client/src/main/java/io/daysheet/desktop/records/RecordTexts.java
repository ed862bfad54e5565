package io.daysheet.desktop.records;

import io.daysheet.desktop.form.Meanwhile;
import io.daysheet.desktop.form.RecordWords;
import io.daysheet.desktop.form.RefusedFields;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.records.RecordDraft.Flaw;
import io.daysheet.desktop.records.RecordDraft.Reading;
import io.daysheet.patient.Patient;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Merged;
import io.daysheet.rule.Violation.MrnTaken;
import java.util.Map;
import java.util.Optional;

/// A patient's record in words.
record RecordTexts(Messages messages, Reading reading)
    implements RecordWords<RecordDraft, Flaw, Patient> {

  private static final RefusedFields<Flaw> FIELDS =
      new RefusedFields<>(
          Map.of(
              "familyName", Flaw.FAMILY,
              "givenName", Flaw.GIVEN,
              "birthDate", Flaw.BIRTH,
              "mrn", Flaw.MRN,
              "phone", Flaw.PHONE,
              "email", Flaw.EMAIL,
              "insurance", Flaw.INSURANCE),
          violation -> violation instanceof MrnTaken ? "mrn" : "");

  @Override
  public RecordDraft draft(Patient now) {
    return RecordDraft.of(reading, now);
  }

  @Override
  public RecordDraft meanwhile(RecordDraft typed, Patient now, Meanwhile meanwhile) {
    Patient before = typed.before();
    RecordDraft was = before == null ? RecordDraft.empty(reading) : draft(before);
    RecordDraft is = draft(now);
    return new RecordDraft(
        reading,
        now,
        meanwhile.keep("mrn", was.mrn(), typed.mrn(), is.mrn()),
        meanwhile.keep("family", was.family(), typed.family(), is.family()),
        meanwhile.keep("given", was.given(), typed.given(), is.given()),
        meanwhile.keep("birth", was.birth(), typed.birth(), is.birth()),
        meanwhile.keep("phone", was.phone(), typed.phone(), is.phone()),
        meanwhile.keep("email", was.email(), typed.email(), is.email()),
        meanwhile.keep("plan", was.plan(), typed.plan(), is.plan()),
        meanwhile.keep("member", was.memberId(), typed.memberId(), is.memberId()),
        meanwhile.keep("doctor", was.doctor(), typed.doctor(), is.doctor()),
        meanwhile.keep("channel", was.channel(), typed.channel(), is.channel()),
        meanwhile.keep("opt-outs", was.optOuts(), typed.optOuts(), is.optOuts()),
        meanwhile.keep("active", was.active(), typed.active(), is.active()));
  }

  @Override
  public Optional<Flaw> about(Violation violation) {
    return FIELDS.about(violation);
  }

  @Override
  public String refusal(Violation violation) {
    return switch (violation) {
      case MrnTaken _ -> messages.get("refused.mrn-taken");
      case Merged _ -> messages.get("refused.merged");
      default -> RecordWords.super.refusal(violation);
    };
  }
}
