package io.daysheet.server.database;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Ends the start if the role that the server works as could change a table or rewrite what is only
/// to be added to: then a wrong configuration would look like a right one.
@Component
class RoleCheck {

  RoleCheck(JdbcClient jdbc) {
    List<String> excess =
        jdbc.sql(
                """
                select what
                from (values
                  ('make tables',
                    has_schema_privilege('public', 'create')),
                  ('change tables',
                    exists (select from pg_class where relnamespace = 'public'::regnamespace
                      and pg_has_role(relowner, 'usage'))),
                  ('rewrite the streams',
                    has_table_privilege('change', 'insert, update, delete, truncate')),
                  ('rewrite the audit',
                    has_table_privilege('audit_entry', 'insert, update, delete, truncate')
                    or has_table_privilege('audit_batch', 'insert, update, delete, truncate'))
                ) as rights (what, has)
                where has
                """)
            .query(String.class)
            .list();
    if (!excess.isEmpty()) {
      throw new TooMuchPower(jdbc.sql("select current_user").query(String.class).single(), excess);
    }
  }

  /// The server's role may do what it must not.
  static final class TooMuchPower extends RuntimeException {
    private final String role;
    private final List<String> excess;

    TooMuchPower(String role, List<String> excess) {
      super("The role " + role + " may " + String.join(", ", excess));
      this.role = role;
      this.excess = List.copyOf(excess);
    }

    String role() {
      return role;
    }

    List<String> excess() {
      return excess;
    }
  }
}
