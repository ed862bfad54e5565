package io.daysheet.desktop.remote;

import io.daysheet.wire.AuditEntry;
import io.daysheet.wire.AuditVerification;
import io.daysheet.wire.Page;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// What an auditor asks of the server. That it was asked stands in the trail, too.
public interface AuditServer {

  /// Entries, the newest first.
  ///
  /// @param after where the page before ended; null for the first
  Request search(
      AuditQuestion question, @Nullable String after, Consumer<Outcome<Page<AuditEntry>>> then);

  /// Checks every sealed batch; with many years of them it takes minutes.
  Request verify(Consumer<Outcome<AuditVerification>> then);

  /// Writes the time of a question into a file, which is there only once it is whole.
  ///
  /// @param progress told how many lines are written, now and then
  /// @param then told what became of it; cut off or stopped, it leaves nothing behind
  Request export(
      AuditQuestion question, Path file, LongConsumer progress, Consumer<Outcome<Exported>> then);
}
