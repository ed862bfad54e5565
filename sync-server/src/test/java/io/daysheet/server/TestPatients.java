package io.daysheet.server;

import io.daysheet.patient.ContactPreferences;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.server.patient.Patients;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes patients straight into the tables, past the rules. Their data is encrypted with the keys
/// of the server whose tables they are, so that server has to run in this JVM.
public final class TestPatients {

  private static final Map<JdbcClient, Patients> SERVERS = new ConcurrentHashMap<>();

  private TestPatients() {}

  /// Every server that a test starts in this JVM is told to this.
  public static void serve(ApplicationContext server) {
    SERVERS.put(server.getBean(JdbcClient.class), server.getBean(Patients.class));
  }

  public static PatientId add(JdbcClient jdbc, String given, String family, String born) {
    return add(jdbc, UUID.randomUUID(), given, family, born);
  }

  public static PatientId add(JdbcClient jdbc, UUID id, String given, String family, String born) {
    return add(
        jdbc,
        new Patient(
            new PatientId(id),
            "T-" + id,
            given,
            family,
            LocalDate.parse(born),
            null,
            null,
            null,
            null,
            ContactPreferences.NONE,
            true,
            null,
            1));
  }

  public static PatientId add(JdbcClient jdbc, Patient patient) {
    Optional.ofNullable(SERVERS.get(jdbc))
        .orElseThrow(() -> new IllegalStateException("no server of this JVM has that database"))
        .add(patient);
    return patient.id();
  }
}
