package io.daysheet.desktop.plans;

import io.daysheet.desktop.form.Meanwhile;
import io.daysheet.desktop.form.RecordWords;
import io.daysheet.desktop.form.RefusalWording;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.plans.PlanDraft.Flaw;
import io.daysheet.rule.Violation;
import io.daysheet.wire.PublishedPlan;
import java.util.Optional;
import java.util.function.Supplier;

/// A weekly plan's form in words.
///
/// @param typed what is open right now
record PlanWords(Messages messages, RefusalWording refusals, Supplier<PlanDraft> typed)
    implements RecordWords<PlanDraft, Flaw, PublishedPlan> {

  @Override
  public PlanDraft draft(PublishedPlan now) {
    PlanDraft open = typed.get();
    return PlanDraft.of(open.at().with(now.plan()), open.scope());
  }

  @Override
  public PlanDraft meanwhile(PlanDraft typed, PublishedPlan now, Meanwhile meanwhile) {
    PlanDraft was = PlanDraft.of(typed.at(), typed.scope());
    PlanDraft is = PlanDraft.of(typed.at().with(now.plan()), typed.scope());
    return new PlanDraft(
        is.at(),
        is.scope(),
        meanwhile.keep("day", was.day(), typed.day(), is.day()),
        meanwhile.keep("start", was.start(), typed.start(), is.start()),
        meanwhile.keep("end", was.end(), typed.end(), is.end()),
        meanwhile.keep("from", was.from(), typed.from(), is.from()),
        meanwhile.keep("until", was.until(), typed.until(), is.until()),
        meanwhile.keep("skip", was.skip(), typed.skip(), is.skip()),
        typed.against());
  }

  /// Each rule names its facts: all of it stands together.
  @Override
  public Optional<Flaw> about(Violation violation) {
    return Optional.empty();
  }

  @Override
  public String refusal(Violation violation) {
    return refusals.text(violation);
  }
}
