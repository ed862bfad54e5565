package io.daysheet.desktop.form;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A draft from the first letter until the server has it: what is typed, what is said of it, and
/// whether it can be saved.
///
/// Of a field that nobody has touched nothing wrong is said, though it keeps the whole from being
/// saved. What the server refused is said until something else is typed, or it is tried again.
///
/// @param <D> what is typed
/// @param <F> what may be wrong with it
public final class Drafting<D extends Draft<F>, F extends Enum<F>> {

  private final Texts texts;
  private final Set<F> touched = new HashSet<>();
  private final ReadOnlyObjectWrapper<Shown<D, F>> shown;
  private Map<F, String> refused = Map.of();
  private boolean saving;

  /// What the form shows.
  ///
  /// @param wrong what is said beside a field
  /// @param told what became of the last try to write it; empty if nothing has to be said
  public record Shown<D, F>(
      D draft, Map<F, String> wrong, boolean canSave, boolean saving, String told) {

    public Shown {
      wrong = Map.copyOf(wrong);
    }
  }

  /// What is said in the screen's own words.
  ///
  /// @param flaw of a flaw, by its name in small letters with hyphens
  /// @param unchanged why there is nothing to save
  public record Texts(UnaryOperator<String> flaw, String saving, String unchanged) {}

  public Drafting(D draft, Texts texts) {
    this.texts = texts;
    // what is proposed may be taken as it is
    this.shown =
        new ReadOnlyObjectWrapper<>(new Shown<>(draft, Map.of(), isToBeSaved(draft), false, ""));
  }

  private static boolean isToBeSaved(Draft<?> draft) {
    return draft.isChanged() && draft.flaws().isEmpty();
  }

  public ReadOnlyObjectProperty<Shown<D, F>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  public D draft() {
    return shown.get().draft();
  }

  public boolean canSave() {
    return shown.get().canSave();
  }

  /// Types something into it.
  ///
  /// @param about what may be wrong with what is typed there
  /// @return whether it is another draft now
  public boolean type(UnaryOperator<D> change, Collection<F> about) {
    touched.addAll(about);
    D typed = change.apply(draft());
    if (typed.equals(draft())) {
      return false;
    }
    refused = Map.of();
    show(typed, "");
    return true;
  }

  /// It is on its way to the server.
  public void send() {
    saving = true;
    refused = Map.of();
    show(draft(), "");
  }

  /// The server has it, and as what.
  public void saved(D now, String told) {
    saving = false;
    touched.clear();
    show(now, told);
  }

  /// The server does not take it.
  ///
  /// @param beside what is said beside a field
  public void refused(Map<F, String> beside, String told) {
    saving = false;
    refused = Map.copyOf(beside);
    show(draft(), told);
  }

  /// Nothing is on its way any more, and what is typed stays as it is.
  public void stopped(String told) {
    saving = false;
    show(draft(), told);
  }

  /// Somebody else was faster: what was typed is gone for what the server has.
  public void overtaken(D now, String told) {
    saving = false;
    show(now, told);
  }

  /// Shows a draft, with something to be said of the whole.
  public void show(D draft, String told) {
    Set<F> flaws = draft.flaws();
    Map<F, String> wrong = new HashMap<>();
    flaws.stream().filter(touched::contains).forEach(flaw -> wrong.put(flaw, text(flaw)));
    wrong.putAll(refused);
    boolean canSave = isToBeSaved(draft) && !saving;
    shown.set(new Shown<>(draft, wrong, canSave, saving, told));
  }

  /// What keeps it from being saved; empty if nothing does.
  public String reason() {
    D draft = draft();
    if (saving) {
      return texts.saving();
    }
    return draft.flaws().stream()
        .findFirst()
        .map(this::text)
        .orElseGet(() -> draft.isChanged() ? "" : texts.unchanged());
  }

  private String text(F flaw) {
    return texts.flaw().apply(Draft.name(flaw));
  }
}
