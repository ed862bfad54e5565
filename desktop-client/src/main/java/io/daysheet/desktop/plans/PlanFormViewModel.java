package io.daysheet.desktop.plans;

import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.form.Drafting;
import io.daysheet.desktop.form.Obstacle;
import io.daysheet.desktop.form.RecordViewModel;
import io.daysheet.desktop.form.RefusalWording;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.plans.PlanDraft.Flaw;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.WeekServer;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.wire.PublishedPlan;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A weekly plan beside the week: all of it, from a date on, or that date alone; what the rules say
/// of it, what publishing would come to, and what it came to.
final class PlanFormViewModel implements AutoCloseable {

  private final Messages messages = Messages.beside(PlanFormViewModel.class);
  private final WeekServer server;
  private final InstantSource clock;
  private final PlanCheck check;
  private final RefusalWording refusals;
  private final PlanWording wording = new PlanWording(messages);
  private final Consumer<Written> written;
  private final PreviewsViewModel previews;
  private final RemovalViewModel removal;
  private final RecordViewModel<PlanDraft, Flaw, PublishedPlan> record;
  private final ReadOnlyObjectWrapper<Around> around =
      new ReadOnlyObjectWrapper<>(new Around(List.of(), List.of(), List.of()));
  private @Nullable PublishedPlan answer;
  private @Nullable PlanDraft sent;

  /// What is said around the fields.
  ///
  /// @param preview what publishing would come to
  /// @param published what it came to; empty before anything is written here
  record Around(List<Obstacle> obstacles, List<String> preview, List<String> published) {}

  /// What was written here.
  ///
  /// @param sent as it was typed; null if somebody else was faster
  record Written(@Nullable PlanDraft sent, PublishedPlan plan) {}

  /// @param written told what the server has now
  PlanFormViewModel(
      WeekServer server,
      Timers timers,
      InstantSource clock,
      PlanCheck check,
      RefusalWording refusals,
      PlanPlace at,
      PlanScope scope,
      Consumer<Written> written) {
    this.server = server;
    this.clock = clock;
    this.check = check;
    this.refusals = refusals;
    this.written = written;
    this.previews = new PreviewsViewModel(server, timers, this::look);
    this.removal = new RemovalViewModel(server);
    this.record =
        new RecordViewModel<>(
            this::send,
            new PlanWords(messages, refusals, () -> draft()),
            checked(PlanDraft.of(at, scope)),
            this::written);
    record.shownProperty().subscribe(_ -> look());
  }

  RecordViewModel<PlanDraft, Flaw, PublishedPlan> record() {
    return record;
  }

  ReadOnlyObjectProperty<Drafting.Shown<PlanDraft, Flaw>> shownProperty() {
    return record.shownProperty();
  }

  ReadOnlyObjectProperty<Around> aroundProperty() {
    return around.getReadOnlyProperty();
  }

  PlanDraft draft() {
    return record.draft();
  }

  /// What taking it away would come to, which is asked before it is done.
  RemovalViewModel removal() {
    return removal;
  }

  void type(UnaryOperator<PlanDraft> change, Collection<Flaw> about) {
    PlanDraft before = draft();
    record.type(draft -> checked(change.apply(draft)), about);
    if (!draft().equals(before)) {
      // what was published is not what is typed now
      answer = null;
      removal.takeBack();
      look();
    }
  }

  void choose(PlanScope scope) {
    if (whyNot(scope).isEmpty() && scope != draft().scope()) {
      type(draft -> draft.withScope(scope), List.of());
    }
  }

  private PlanDraft checked(PlanDraft draft) {
    return draft.withAgainst(!check.violations(draft).isEmpty());
  }

  /// Why a scope can't be chosen; empty if it can.
  String whyNot(PlanScope scope) {
    PlanDraft draft = draft();
    WeeklyPlan plan = draft.at().before();
    if (plan == null || scope == PlanScope.ALL) {
      return "";
    }
    Instant now = clock.instant();
    boolean over =
        scope == PlanScope.THIS_DATE
            ? !plan.start()
                .startOn(draft.at().date(), draft.at().hospital().timeZone())
                .toInstant()
                .isAfter(now)
            : draft.at().date().isBefore(draft.at().hospital().dateAt(now));
    return over ? messages.get("scope.over") : "";
  }

  /// Whether the date that is open has times of its own, which can be taken back.
  boolean canReset() {
    PlanDraft draft = draft();
    WeeklyPlan plan = draft.at().before();
    return plan != null
        && draft.scope() == PlanScope.THIS_DATE
        && plan.changeOf(draft.at().date()).isPresent();
  }

  private Request send(PlanDraft draft, CommandKey key, Consumer<Outcome<PublishedPlan>> then) {
    sent = draft;
    Consumer<Outcome<PublishedPlan>> heard =
        outcome -> {
          answer = outcome instanceof Outcome.Done<PublishedPlan>(PublishedPlan plan) ? plan : null;
          then.accept(outcome);
        };
    WeeklyPlan before = draft.at().before();
    if (before == null) {
      return server.make(draft.command(), key, heard);
    }
    return switch (draft.scope()) {
      case ALL -> server.change(before, null, draft.command(), key, heard);
      case FOLLOWING -> server.change(before, draft.at().date(), draft.command(), key, heard);
      case THIS_DATE ->
          server.changeDate(before, draft.at().date(), draft.dateCommand(), key, heard);
    };
  }

  private void written(PublishedPlan now) {
    written.accept(new Written(answer == null ? null : Objects.requireNonNull(sent), now));
    look();
  }

  private void look() {
    PlanDraft draft = draft();
    List<Violation> violations = check.violations(draft);
    if (draft.isChanged() && draft.isReadable() && violations.isEmpty()) {
      previews.ask(draft.previewed(), draft.following());
    } else {
      previews.forget();
    }
    around.set(
        new Around(
            refusals.say(violations),
            wording.seen(previews.seen(), draft.at().hospital()),
            Optional.ofNullable(answer)
                .map(plan -> wording.published(plan, draft.at().hospital()))
                .orElse(List.of())));
  }

  void save() {
    record.save();
  }

  @Override
  public void close() {
    previews.close();
    removal.close();
    record.close();
  }
}
