package io.daysheet.desktop.plans;

import io.daysheet.desktop.form.Meanwhile;
import io.daysheet.desktop.form.RecordWords;
import io.daysheet.desktop.form.RefusalWording;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.plans.TimeOffDraft.Flaw;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.TimeOff;
import java.util.Optional;
import java.util.function.Supplier;

/// The form of an absence in words.
record TimeOffWords(Messages messages, RefusalWording refusals, Supplier<TimeOffDraft> typed)
    implements RecordWords<TimeOffDraft, Flaw, TimeOff> {

  @Override
  public TimeOffDraft draft(TimeOff now) {
    TimeOffDraft open = typed.get();
    return TimeOffDraft.of(now, open.doctor(), open.zone(), open.opened());
  }

  @Override
  public TimeOffDraft meanwhile(TimeOffDraft typed, TimeOff now, Meanwhile meanwhile) {
    TimeOffDraft is = draft(now);
    TimeOff before = typed.before();
    TimeOffDraft was = before == null ? is : draft(before);
    return new TimeOffDraft(
        now,
        typed.doctor(),
        typed.zone(),
        is.proposed(),
        typed.opened(),
        meanwhile.keep("reason", was.reason(), typed.reason(), is.reason()),
        meanwhile.keep("whole-days", was.wholeDays(), typed.wholeDays(), is.wholeDays()),
        meanwhile.keep("from-date", was.fromDate(), typed.fromDate(), is.fromDate()),
        meanwhile.keep("from-time", was.fromTime(), typed.fromTime(), is.fromTime()),
        meanwhile.keep("until-date", was.untilDate(), typed.untilDate(), is.untilDate()),
        meanwhile.keep("until-time", was.untilTime(), typed.untilTime(), is.untilTime()));
  }

  @Override
  public String flaw(String name) {
    return messages.get("off.flaw." + name);
  }

  @Override
  public String field(String name) {
    return messages.get("off.field." + name);
  }

  @Override
  public Optional<Flaw> about(Violation violation) {
    return Optional.empty();
  }

  @Override
  public String refusal(Violation violation) {
    return refusals.text(violation);
  }
}
