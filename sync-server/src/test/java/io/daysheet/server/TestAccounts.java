package io.daysheet.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The accounts that tests sign in with, each with a client of the same name: in every database of
/// this JVM's servers from the start, in another process's after [#in].
@Component
public class TestAccounts implements ApplicationRunner {

  /// Whom tests are unless they say otherwise.
  public static final String DESK = "test-desk";

  public static final String DESKS_NAME = "Test Desk";

  /// Another one, who may do the same.
  public static final String OTHER = "other-desk";

  public static final String OTHERS_NAME = "Other Desk";

  private final JdbcClient jdbc;

  TestAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    in(jdbc);
  }

  public static void in(JdbcClient jdbc) {
    account(jdbc, DESK, DESKS_NAME, "SCHEDULER");
    account(jdbc, OTHER, OTHERS_NAME, "SCHEDULER");
  }

  /// An account of any role without a record of its own, and its client.
  public static UUID account(JdbcClient jdbc, String login, String name, String role) {
    UUID id = id(login);
    jdbc.sql(
            """
            insert into account (id, login, name, roles, every_hospital, created_at)
            values (?, ?, ?, array[?], true, ?) on conflict do nothing
            """)
        .params(id, login, name, role, Instant.EPOCH.atOffset(ZoneOffset.UTC))
        .update();
    client(jdbc, login);
    return id;
  }

  /// An account of staff of one hospital.
  public static UUID at(JdbcClient jdbc, String login, String role, UUID hospital) {
    UUID id = id(login);
    jdbc.sql(
            """
            insert into account (id, login, name, roles, hospitals, created_at)
            values (?, ?, ?, array[?], array[?], ?) on conflict do nothing
            """)
        .params(id, login, login, role, hospital, Instant.EPOCH.atOffset(ZoneOffset.UTC))
        .update();
    client(jdbc, login);
    return id;
  }

  /// The account of a patient.
  public static UUID patient(JdbcClient jdbc, String login, UUID patient) {
    UUID id = id(login);
    jdbc.sql(
            """
            insert into account (id, login, name, roles, patient_id, created_at)
            values (?, ?, ?, array['PATIENT'], ?, ?) on conflict do nothing
            """)
        .params(id, login, login, patient, Instant.EPOCH.atOffset(ZoneOffset.UTC))
        .update();
    client(jdbc, login);
    return id;
  }

  /// The account of a doctor who has a record.
  public static UUID doctor(JdbcClient jdbc, String login, UUID doctor) {
    UUID id = id(login);
    jdbc.sql(
            """
            insert into account (id, login, name, roles, doctor_id, created_at)
            values (?, ?, ?, array['DOCTOR'], ?, ?) on conflict do nothing
            """)
        .params(id, login, login, doctor, Instant.EPOCH.atOffset(ZoneOffset.UTC))
        .update();
    client(jdbc, login);
    return id;
  }

  /// A program that signs in as an account that is there.
  public static void client(JdbcClient jdbc, String login) {
    jdbc.sql(
            """
            insert into client (id, account_id, name, secret_hash, created_at)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(
            login, id(login), login, hash(secret(login)), Instant.EPOCH.atOffset(ZoneOffset.UTC))
        .update();
  }

  public static UUID id(String login) {
    return UUID.nameUUIDFromBytes(login.getBytes(StandardCharsets.UTF_8));
  }

  public static String secret(String login) {
    return "secret-of-" + login;
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
