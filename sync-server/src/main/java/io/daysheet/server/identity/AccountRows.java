package io.daysheet.server.identity;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import io.daysheet.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `account`.
@Repository
class AccountRows {

  private static final String SELECT =
      """
      select id, login, name, roles, hospitals, doctor_id, patient_id, active, version
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

  private static Account account(ResultSet row, int number) throws SQLException {
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
        doctor == null ? null : new DoctorId(doctor),
        patient == null ? null : new PatientId(patient),
        row.getBoolean("active"),
        row.getInt("version"));
  }
}
