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
import io.daysheet.rule.Violation.TooLong;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A patient's record in words.
final class RecordTexts implements RecordWords<RecordDraft, Flaw, Patient> {

  private static final Map<String, Flaw> FIELDS =
      Map.of(
          "familyName", Flaw.FAMILY,
          "givenName", Flaw.GIVEN,
          "birthDate", Flaw.BIRTH,
          "mrn", Flaw.MRN,
          "phone", Flaw.PHONE,
          "email", Flaw.EMAIL,
          "insurance.plan", Flaw.INSURANCE,
          "insurance.memberId", Flaw.INSURANCE);

  private static final RefusedFields<Flaw> REFUSED = new RefusedFields<>(FIELDS, RecordTexts::name);

  private final Messages messages;
  private final Reading reading;

  RecordTexts(Messages messages, Reading reading) {
    this.messages = messages;
    this.reading = reading;
  }

  private static String name(Violation violation) {
    return violation instanceof TooLong(String field, var _, var _)
        ? field
        : violation instanceof MrnTaken ? "mrn" : "";
  }

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
  public boolean isNew(RecordDraft draft) {
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
    return Optional.ofNullable(FIELDS.get(REFUSED.field(violation)));
  }

  @Override
  public String refusal(Violation violation) {
    if (violation instanceof MrnTaken) {
      return messages.get("refused.mrn-taken");
    }
    if (violation instanceof Merged) {
      return messages.get("refused.merged");
    }
    return about(violation)
        .map(flaw -> flaw(flaw.name().toLowerCase(Locale.ROOT)))
        .orElseGet(() -> messages.get("refused", violation.code()));
  }
}
