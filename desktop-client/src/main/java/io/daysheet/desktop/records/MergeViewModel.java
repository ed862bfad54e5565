package io.daysheet.desktop.records;

import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.patients.PatientSearchViewModel;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.PatientServer;
import io.daysheet.desktop.remote.Request;
import io.daysheet.patient.Patient;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Merged;
import io.daysheet.wire.MergePatient;
import io.daysheet.wire.MergedPatient;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Two records of one person become one: the other is searched, both are shown side by side, and it
/// is chosen which of them stays.
final class MergeViewModel implements AutoCloseable {

  private final Messages messages = Messages.beside(MergeViewModel.class);
  private final PatientServer server;
  private final Patient open;
  private final PatientSearchViewModel search;
  private final VisitsViewModel others;
  private final Consumer<Patient> merged;
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Choosing());
  private @Nullable CommandKey key;
  private @Nullable Request asking;

  /// How far it is.
  sealed interface Step {}

  /// The other record is not chosen.
  record Choosing() implements Step {}

  /// Both are there to be looked at.
  ///
  /// @param told what became of the last try; empty if nothing has to be said
  record Comparing(Patient stays, Patient goes, boolean sending, String told) implements Step {

    private Comparing asking() {
      return new Comparing(stays, goes, true, "");
    }

    private Comparing told(String what) {
      return new Comparing(stays, goes, false, what);
    }
  }

  /// It is done.
  record Done(MergedPatient result, Patient gone) implements Step {}

  /// @param merged told the record that stays, as it is now
  MergeViewModel(
      PatientServer server,
      Timers timers,
      InstantSource clock,
      Patient open,
      Consumer<Patient> merged) {
    this.server = server;
    this.open = open;
    this.merged = merged;
    this.search = new PatientSearchViewModel(server, timers, clock);
    this.others = new VisitsViewModel(server, clock);
    search.pickedProperty().subscribe(this::chosen);
  }

  PatientSearchViewModel search() {
    return search;
  }

  /// The visits of the record that was chosen.
  VisitsViewModel others() {
    return others;
  }

  ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  Patient open() {
    return open;
  }

  private void chosen(@Nullable Patient other) {
    if (other != null && !other.id().equals(open.id())) {
      key = null;
      others.load(other);
      step.set(new Comparing(open, other, false, ""));
    }
  }

  /// The other one stays.
  void swap() {
    if (step.get() instanceof Comparing now && !now.sending()) {
      key = null;
      step.set(new Comparing(now.goes(), now.stays(), false, ""));
    }
  }

  /// Chooses another.
  void back() {
    if (step.get() instanceof Comparing now && !now.sending()) {
      others.close();
      step.set(new Choosing());
    }
  }

  /// Does it. A try that was not answered is repeated by the same key.
  void merge() {
    if (step.get() instanceof Comparing now && !now.sending()) {
      CommandKey sent = key == null ? CommandKey.fresh() : key;
      key = sent;
      step.set(now.asking());
      asking =
          server.merge(
              now.goes(),
              new MergePatient(now.stays().id()),
              sent,
              outcome -> answered(now, outcome));
    }
  }

  private void answered(Comparing asked, Outcome<MergedPatient> outcome) {
    asking = null;
    switch (outcome) {
      case Outcome.Done<MergedPatient>(MergedPatient result) -> {
        step.set(new Done(result, asked.goes()));
        merged.accept(result.patient());
      }
      case Outcome.Refused<MergedPatient>(int _, String code, List<Violation> violations) -> {
        key = null;
        boolean gone = violations.stream().anyMatch(Merged.class::isInstance);
        step.set(
            asked.told(gone ? messages.get("merge.gone") : messages.get("merge.refused", code)));
      }
      case Outcome.Stale<MergedPatient> _ -> {
        key = null;
        step.set(asked.told(messages.get("merge.stale")));
      }
      case Outcome.Unknown<MergedPatient> _ ->
          step.set(asked.told(messages.get("merge.no-answer")));
    }
  }

  @Override
  public void close() {
    search.cancel();
    others.close();
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }
}
