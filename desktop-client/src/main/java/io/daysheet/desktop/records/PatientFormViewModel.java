package io.daysheet.desktop.records;

import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.form.RecordViewModel;
import io.daysheet.desktop.patients.DuplicatesViewModel;
import io.daysheet.desktop.patients.DuplicatesViewModel.Somebody;
import io.daysheet.desktop.records.RecordDraft.Flaw;
import io.daysheet.desktop.remote.PatientServer;
import io.daysheet.desktop.remote.RecordWrite;
import io.daysheet.patient.Patient;
import io.daysheet.wire.FindDuplicates;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// One patient's record: typed and written. A new one is written only when nobody is registered who
/// is likely the same person, or somebody has looked and says that it is another.
final class PatientFormViewModel implements AutoCloseable {

  private final RecordViewModel<RecordDraft, Flaw, Patient> record;
  private final DuplicatesViewModel duplicates;
  private final ReadOnlyBooleanWrapper warned = new ReadOnlyBooleanWrapper(false);

  PatientFormViewModel(
      PatientServer server,
      Timers timers,
      RecordTexts words,
      RecordDraft draft,
      Consumer<Patient> written) {
    RecordWrite<RecordDraft, Patient> write =
        (typed, key, then) -> {
          Patient before = typed.before();
          return before == null
              ? server.register(typed.registration(), key, then)
              : server.change(before, typed.change(), key, then);
        };
    this.record = new RecordViewModel<>(write, words, draft, written);
    this.duplicates = new DuplicatesViewModel(server, timers);
    record.shownProperty().subscribe(shown -> duplicates.typed(question(shown.draft())));
    duplicates.likelyProperty().subscribe(_ -> warned.set(false));
  }

  private static Optional<FindDuplicates> question(RecordDraft draft) {
    return draft.isNew() ? draft.question() : Optional.empty();
  }

  RecordViewModel<RecordDraft, Flaw, Patient> record() {
    return record;
  }

  DuplicatesViewModel duplicates() {
    return duplicates;
  }

  RecordDraft draft() {
    return record.draft();
  }

  /// Whether somebody was about to be registered who is likely there already.
  ReadOnlyBooleanProperty warnedProperty() {
    return warned.getReadOnlyProperty();
  }

  /// Writes it, unless somebody is likely to be registered already.
  void save() {
    if (!record.isNew()) {
      record.save();
    } else if (record.shownProperty().get().canSave()) {
      duplicates.whenKnown(this::saveNew);
    }
  }

  private void saveNew() {
    if (duplicates.likelyProperty().get() instanceof Somebody) {
      warned.set(true);
    } else {
      record.save();
    }
  }

  /// It is another person.
  void registerAnyway() {
    warned.set(false);
    record.save();
  }

  @Override
  public void close() {
    duplicates.close();
    record.close();
  }
}
