package io.daysheet.desktop.form;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.RecordWrite;
import io.daysheet.desktop.remote.Request;
import io.daysheet.rule.Violation;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/// One record beside its list: typed, checked while it is typed, and written.
///
/// If somebody else was faster, what was typed stays, what they changed and nobody touched here is
/// shown as it is now, and it is said what they changed; nothing is written before it is looked at.
///
/// @param <D> as it is typed
/// @param <F> what may be wrong with it
/// @param <T> as the server has it
public final class RecordViewModel<D extends Draft<F>, F extends Enum<F>, T>
    implements AutoCloseable {

  private final Messages messages = Messages.beside(RecordViewModel.class);
  private final RecordWrite<D, T> server;
  private final RecordWords<D, F, T> words;
  private final Consumer<T> written;
  private final Drafting<D, F> drafting;
  private @Nullable CommandKey key;
  private @Nullable Request asking;

  /// @param written told the record as the server has it now
  public RecordViewModel(
      RecordWrite<D, T> server, RecordWords<D, F, T> words, D draft, Consumer<T> written) {
    this.server = server;
    this.words = words;
    this.written = written;
    this.drafting =
        new Drafting<>(
            draft,
            new Drafting.Texts(
                words::flaw, messages.get("record.saving"), messages.get("record.unchanged")));
  }

  public ReadOnlyObjectProperty<Drafting.Shown<D, F>> shownProperty() {
    return drafting.shownProperty();
  }

  public D draft() {
    return drafting.draft();
  }

  public boolean isNew() {
    return draft().isNew();
  }

  /// Types something into it.
  ///
  /// @param about what may be wrong with what is typed there
  public void type(UnaryOperator<D> change, Collection<F> about) {
    if (drafting.type(change, about)) {
      key = null;
    }
  }

  /// What keeps it from being saved; empty if nothing does.
  public String reason() {
    return drafting.reason();
  }

  /// Writes it, if nothing is wrong with it. A try that was not answered is repeated by the same
  /// key, so nothing is made twice.
  public void save() {
    if (!drafting.canSave()) {
      return;
    }
    CommandKey sent = key == null ? CommandKey.fresh() : key;
    key = sent;
    D draft = draft();
    drafting.send();
    asking = server.send(draft, sent, this::answered);
  }

  private void answered(Outcome<T> outcome) {
    asking = null;
    switch (outcome) {
      case Outcome.Done<T>(T now) -> {
        key = null;
        drafting.saved(words.draft(now), messages.get("record.saved"));
        written.accept(now);
      }
      case Outcome.Refused<T>(int _, String code, List<Violation> violations) ->
          refused(code, violations);
      case Outcome.Stale<T>(T current) -> stale(current);
      case Outcome.Unknown<T> _ -> drafting.stopped(messages.get("record.no-answer"));
    }
  }

  private void refused(String code, List<Violation> violations) {
    key = null;
    Map<F, String> beside = new HashMap<>();
    violations.forEach(violation ->
        words
            .about(violation)
            .ifPresent(flaw -> beside.putIfAbsent(flaw, words.refusal(violation))));
    String others =
        violations.stream()
            .filter(violation -> words.about(violation).isEmpty())
            .map(words::refusal)
            .collect(Collectors.joining(" "));
    drafting.refused(beside, violations.isEmpty() ? messages.get("record.refused", code) : others);
  }

  private void stale(@Nullable T current) {
    key = null;
    if (current == null) {
      drafting.stopped(messages.get("record.no-answer"));
      return;
    }
    var meanwhile = new Meanwhile();
    D typed = words.meanwhile(draft(), current, meanwhile);
    written.accept(current);
    String fields =
        meanwhile.changed().stream().map(words::field).collect(Collectors.joining(", "));
    drafting.overtaken(
        typed,
        fields.isEmpty()
            ? messages.get("record.stale.same")
            : messages.get("record.stale", fields));
  }

  /// Says that something is typed here that is not saved.
  public void remind() {
    tell(messages.get("record.unsaved"));
  }

  /// Says something of the whole.
  public void tell(String told) {
    drafting.show(draft(), told);
  }

  @Override
  public void close() {
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }
}
