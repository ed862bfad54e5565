package io.daysheet.desktop.audit;

import io.daysheet.desktop.remote.AuditQuestion;
import io.daysheet.desktop.remote.AuditServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.wire.AuditEntry;
import io.daysheet.wire.Page;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The entries of the audit trail that a question finds, the newest first, page after page.
public final class AuditViewModel implements AutoCloseable {

  /// Where the list is.
  public enum State {
    LOADING,
    /// All that there are.
    WHOLE,
    /// There are more.
    PART,
    /// The server did not answer, or refused.
    FAILED
  }

  private final AuditServer server;
  private final CheckViewModel check;
  private final ExportViewModel export;
  private final ObjectProperty<AuditQuestion> question =
      new SimpleObjectProperty<>(AuditQuestion.anything());
  private final ObservableList<AuditEntry> entries = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private @Nullable Request asking;
  private @Nullable String next;

  public AuditViewModel(AuditServer server) {
    this.server = server;
    this.check = new CheckViewModel(server);
    this.export = new ExportViewModel(server);
  }

  CheckViewModel check() {
    return check;
  }

  ExportViewModel export() {
    return export;
  }

  AuditQuestion question() {
    return question.get();
  }

  ReadOnlyObjectProperty<AuditQuestion> questionProperty() {
    return question;
  }

  /// Looks for something else; nothing of what was found before stays.
  void ask(AuditQuestion other) {
    question.set(other);
    load();
  }

  /// Asks for the first page.
  public void load() {
    cancel();
    next = null;
    entries.clear();
    more(true);
  }

  /// Asks for the next page, if there is one.
  void more() {
    if (state.get() == State.PART && asking == null) {
      more(false);
    }
  }

  private void more(boolean first) {
    if (first) {
      state.set(State.LOADING);
    }
    asking = server.search(question.get(), next, this::answered);
  }

  private void answered(Outcome<Page<AuditEntry>> outcome) {
    asking = null;
    switch (outcome) {
      case Outcome.Done<Page<AuditEntry>>(Page<AuditEntry> page) -> {
        next = page.next();
        entries.addAll(page.items());
        state.set(next == null ? State.WHOLE : State.PART);
      }
      case Outcome.Refused<Page<AuditEntry>> _,
          Outcome.Stale<Page<AuditEntry>> _,
          Outcome.Unknown<Page<AuditEntry>> _ ->
          state.set(State.FAILED);
    }
  }

  ObservableList<AuditEntry> entries() {
    return entries;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  private void cancel() {
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }

  @Override
  public void close() {
    cancel();
    check.close();
    export.close();
    entries.clear();
  }
}
