package io.daysheet.server.idempotency;

import io.daysheet.server.database.Contention;
import java.util.Arrays;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Calls the commands that are functions of the schema: one round trip, one commit. What the
/// database gives up in favour of another is called again.
@Component
public class SchemaCommands {

  private final JdbcClient jdbc;
  private final AnswerBodies bodies;

  SchemaCommands(JdbcClient jdbc, AnswerBodies bodies) {
    this.jdbc = jdbc;
    this.bodies = bodies;
  }

  /// Carries one command out, or tells why not.
  ///
  /// @param function its name in the schema, never anything that came with a request
  /// @param key of the request, which is among the arguments too
  /// @param who who asks, for the audit's entry: JSON, the function's last argument
  /// @param arguments all the others, in the function's order
  public CommandOutcome call(
      String function, @Nullable String key, String who, @Nullable Object... arguments) {
    String places = String.join(", ", Collections.nCopies(arguments.length, "?"));
    String sql =
        "select %s from %s(%s, p_who => ?::jsonb)"
            .formatted(CommandOutcome.COLUMNS, function, places);
    return Contention.retry(() ->
        jdbc.sql(sql)
            .params(Arrays.asList(arguments))
            .param(who)
            .query((row, _) -> CommandOutcome.of(row, key, bodies))
            .single());
  }
}
