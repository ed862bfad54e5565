package io.daysheet.server.identity;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import io.daysheet.patient.PatientId;
import io.daysheet.server.database.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `account`.
@Repository
class AccountRows {

  private static final String SELECT =
      """
      select id, login, name, roles, hospitals, every_hospital, doctor_id, patient_id, active,
        version
      from account
      """;

  private final JdbcClient jdbc;

  AccountRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Account> find(AccountId id) {
    return jdbc.sql(SELECT + "where id = ?")
        .param(id.value())
        .query(AccountRows::account)
        .optional();
  }

  Optional<Account> findByLogin(String login) {
    return jdbc.sql(SELECT + "where login = lower(?)")
        .param(login)
        .query(AccountRows::account)
        .optional();
  }

  boolean isEmpty() {
    return jdbc.sql("select not exists (select from account)").query(Boolean.class).single();
  }

  /// False if another account has that login.
  boolean insert(Account account, Instant now) {
    return jdbc.sql(
                """
                insert into account (id, login, name, roles, hospitals, every_hospital, doctor_id,
                  patient_id, active, version, created_at)
                values (:id, :login, :name, :roles, :hospitals, :everyHospital, :doctor, :patient,
                  :active, :version, :now)
                on conflict (login) do nothing
                """)
            .param("id", account.id().value())
            .param("login", account.login())
            .params(changeable(account))
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  /// False if it is not the version before any more.
  boolean update(Account account) {
    return jdbc.sql(
                """
                update account
                set name = :name, roles = :roles, hospitals = :hospitals,
                  every_hospital = :everyHospital, doctor_id = :doctor, patient_id = :patient,
                  active = :active, version = :version
                where id = :id and version = :version - 1
                """)
            .param("id", account.id().value())
            .params(changeable(account))
            .update()
        == 1;
  }

  void carryOver(PatientId from, PatientId to) {
    jdbc.sql("update account set patient_id = ?, version = version + 1 where patient_id = ?")
        .params(to.value(), from.value())
        .update();
  }

  /// The accounts in service that manage users. Nobody else changes them until the transaction
  /// ends, so that two administrators can't put each other out of service at once.
  List<AccountId> lockAdministrators() {
    return jdbc.sql(
            "select id from account where active and 'ADMIN' = any(roles) order by id for update")
        .query((row, _) -> new AccountId(row.getObject("id", UUID.class)))
        .list();
  }

  private static Map<String, @Nullable Object> changeable(Account account) {
    DoctorId doctor = account.doctorId();
    PatientId patient = account.patientId();
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("name", account.name());
    values.put("roles", account.roles().stream().map(Role::name).toArray(String[]::new));
    values.put(
        "hospitals", account.hospitals().stream().map(HospitalId::value).toArray(UUID[]::new));
    values.put("everyHospital", account.everyHospital());
    values.put("doctor", doctor == null ? null : doctor.value());
    values.put("patient", patient == null ? null : patient.value());
    values.put("active", account.active());
    values.put("version", account.version());
    return values;
  }

  static Account account(ResultSet row, int number) throws SQLException {
    UUID doctor = row.getObject("doctor_id", UUID.class);
    UUID patient = row.getObject("patient_id", UUID.class);
    return new Account(
        new AccountId(row.getObject("id", UUID.class)),
        row.getString("login"),
        row.getString("name"),
        Stream.of((String[]) row.getArray("roles").getArray())
            .map(Role::valueOf)
            .collect(Collectors.toSet()),
        Stream.of((UUID[]) row.getArray("hospitals").getArray())
            .map(HospitalId::new)
            .collect(Collectors.toSet()),
        row.getBoolean("every_hospital"),
        doctor == null ? null : new DoctorId(doctor),
        patient == null ? null : new PatientId(patient),
        row.getBoolean("active"),
        row.getInt("version"));
  }
}
