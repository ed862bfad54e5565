package io.daysheet.server.audit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/// Tells the database at each start how long entries are kept, as the owner of the tables: so the
/// role that the server works as can't shorten it.
@Component
class RetentionOfTheDatabase extends BaseCallback {

  private static final Logger log = LoggerFactory.getLogger(RetentionOfTheDatabase.class);

  private final AuditSettings settings;

  RetentionOfTheDatabase(AuditSettings settings) {
    this.settings = settings;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_MIGRATE;
  }

  @Override
  public void handle(Event event, Context context) {
    try (PreparedStatement statement =
        context.getConnection().prepareStatement("update audit_retention set kept = ?::interval")) {
      statement.setString(1, settings.retention().toString());
      statement.executeUpdate();
      if (settings.isRetentionShort()) {
        log.warn(
            "daysheet.audit.retention is {}: 45 CFR 164.316(b)(2) asks for six years",
            settings.retention());
      }
    } catch (SQLException failed) {
      throw new DataAccessResourceFailureException("the audit's retention is not set", failed);
    }
  }
}
