package io.daysheet.server.audit;

import io.daysheet.server.web.FailureTrace;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.RequestRefused;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Writes the audit trail.
///
/// A command of the schema takes [#document] as its last argument and writes its own entry, in its
/// own transaction. Everything else is written by [#write]: in the caller's transaction if there is
/// one, else at once. What can't be written must not be answered.
@Component
public class Audit {

  private static final Logger log = LoggerFactory.getLogger(Audit.class);

  private final EntryWriter entries;
  private final InstantSource clock;

  Audit(EntryWriter entries, InstantSource clock) {
    this.entries = entries;
    this.clock = clock;
  }

  /// Who, as the commands of the schema take it: JSON.
  public String document(Who who) {
    return entries.document(who);
  }

  /// Adds one entry.
  ///
  /// @throws RequestRefused as unavailable, if it can't be written: nothing may be answered then
  public void write(Who who, Deed deed) {
    try {
      entries.write(who, deed, clock.instant());
    } catch (DataAccessException failed) {
      log.error("An entry of the audit can't be written: {}", FailureTrace.of(failed));
      throw RequestRefused.of(ProblemKind.UNAVAILABLE);
    }
  }
}
