package io.daysheet.desktop.audit;

import io.daysheet.desktop.remote.AuditServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.wire.AuditVerification;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Checking that nobody has changed the trail.
final class CheckViewModel implements AutoCloseable {

  /// How far a check is.
  sealed interface Check {

    /// Nobody has asked for one, or it was stopped.
    record None() implements Check {}

    record Running() implements Check {}

    record Answered(AuditVerification found) implements Check {}

    /// The server did not answer, or did not check.
    record Failed() implements Check {}
  }

  private final AuditServer server;
  private final ReadOnlyObjectWrapper<Check> check = new ReadOnlyObjectWrapper<>(new Check.None());
  private @Nullable Request asking;

  CheckViewModel(AuditServer server) {
    this.server = server;
  }

  ReadOnlyObjectProperty<Check> checkProperty() {
    return check.getReadOnlyProperty();
  }

  /// Begins one, unless one is under way.
  void begin() {
    if (asking == null) {
      check.set(new Check.Running());
      asking = server.verify(this::answered);
    }
  }

  private void answered(Outcome<AuditVerification> outcome) {
    asking = null;
    check.set(
        outcome instanceof Outcome.Done<AuditVerification>(AuditVerification found)
            ? new Check.Answered(found)
            : new Check.Failed());
  }

  /// Waits for it no more, or puts its result away.
  @Override
  public void close() {
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
    check.set(new Check.None());
  }
}
