package io.daysheet.desktop.audit;

import io.daysheet.desktop.remote.AuditQuestion;
import io.daysheet.desktop.remote.AuditServer;
import io.daysheet.desktop.remote.Exported;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Writing the trail into a file, to be kept and checked elsewhere.
final class ExportViewModel implements AutoCloseable {

  /// How far an export is.
  sealed interface Export {

    /// Nobody has asked for one, or it was stopped.
    record None() implements Export {}

    /// It is being written.
    ///
    /// @param lines written so far
    record Running(Path file, long lines) implements Export {}

    record Written(Path file, long lines) implements Export {}

    /// It came to nothing: the file is not there.
    record Failed(Path file, Why why) implements Export {}
  }

  /// Why there is no file; each has a text.
  enum Why {
    NO_ROOM,
    NO_PLACE,
    REFUSED,
    NOT_SENT
  }

  private final AuditServer server;
  private final ReadOnlyObjectWrapper<Export> export =
      new ReadOnlyObjectWrapper<>(new Export.None());
  private @Nullable Request asking;

  ExportViewModel(AuditServer server) {
    this.server = server;
  }

  ReadOnlyObjectProperty<Export> exportProperty() {
    return export.getReadOnlyProperty();
  }

  /// Begins one, unless one is under way.
  ///
  /// @param question of which only the time counts: a trail with holes can't be checked
  void begin(AuditQuestion question, Path file) {
    if (asking == null) {
      export.set(new Export.Running(file, 0));
      asking =
          server.export(
              question, file, lines -> further(file, lines), outcome -> answered(file, outcome));
    }
  }

  private void further(Path file, long lines) {
    if (export.get() instanceof Export.Running) {
      export.set(new Export.Running(file, lines));
    }
  }

  private void answered(Path file, Outcome<Exported> outcome) {
    asking = null;
    export.set(
        switch (outcome) {
          case Outcome.Done<Exported>(Exported.Whole(long lines)) ->
              new Export.Written(file, lines);
          case Outcome.Done<Exported>(Exported.NotWritten(Exported.Why why)) ->
              new Export.Failed(file, why == Exported.Why.NO_ROOM ? Why.NO_ROOM : Why.NO_PLACE);
          case Outcome.Refused<Exported> _ -> new Export.Failed(file, Why.REFUSED);
          case Outcome.Stale<Exported> _, Outcome.Unknown<Exported> _ ->
              new Export.Failed(file, Why.NOT_SENT);
        });
  }

  /// Goes on no further, or puts its result away.
  @Override
  public void close() {
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
    export.set(new Export.None());
  }
}
