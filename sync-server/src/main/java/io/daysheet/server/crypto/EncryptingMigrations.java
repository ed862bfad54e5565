package io.daysheet.server.crypto;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/// Makes steps of the schema's history out of what a capability does to rows of before there was
/// encryption. They run before anything else of the server asks the database.
@Component
public final class EncryptingMigrations {

  private final MasterKeys masters;
  private final InstantSource clock;

  EncryptingMigrations(MasterKeys masters, InstantSource clock) {
    this.masters = masters;
    this.clock = clock;
  }

  /// What a step does, within its transaction.
  @FunctionalInterface
  public interface Rewriting {
    void rewrite(JdbcClient jdbc, FieldCipher cipher, BlindIndex index);
  }

  public JavaMigration of(String version, String description, Rewriting rewriting) {
    return new Step(
        version,
        description,
        true,
        context -> {
          JdbcClient jdbc = jdbc(context);
          DataKeys keys = new DataKeys(jdbc, masters, clock);
          rewriting.rewrite(jdbc, new FieldCipher(keys), new BlindIndex(keys));
        });
  }

  /// The step that makes the keys, in one transaction with the note that they are made: it happens
  /// once in a database's life, and never over data that other keys have encrypted.
  JavaMigration makingTheKeys(String version) {
    return new Step(
        version, "make data keys", true, context -> DataKeys.make(jdbc(context), masters, clock));
  }

  /// A step in no transaction, which is taken again if it was broken off.
  static JavaMigration outsideOfATransaction(
      String version, String description, Consumer<JdbcClient> work) {
    return new Step(version, description, false, context -> work.accept(jdbc(context)));
  }

  private static JdbcClient jdbc(Context context) {
    return JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
  }

  @FunctionalInterface
  private interface Work {
    void run(Context context);
  }

  private record Step(
      String version, String description, boolean canExecuteInTransaction, Work work)
      implements JavaMigration {

    @Override
    public void migrate(Context context) {
      work.run(context);
    }

    @Override
    public MigrationVersion getVersion() {
      return MigrationVersion.fromVersion(version);
    }

    @Override
    public String getDescription() {
      return description;
    }

    @Override
    public @Nullable Integer getChecksum() {
      return null;
    }
  }
}
