package io.daysheet.server.patient;

import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.ContactPreferences;
import io.daysheet.patient.Insurance;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The table `patient`.
@Repository
class PatientRows {

  static final String COLUMNS =
      """
      id, mrn, given_name, family_name, birth_date, phone, email, insurance_plan, insurance_member,
        primary_doctor_id, preferences ->> 'channel' as channel,
        array(select jsonb_array_elements_text(preferences -> 'optOuts')) as opt_outs,
        active, version\
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  PatientRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<Patient> find(PatientId id) {
    return jdbc.sql("select " + COLUMNS + " from patient where id = ?")
        .param(id.value())
        .query(PatientRows::patient)
        .optional();
  }

  Optional<PatientId> findByMrn(String mrn) {
    return jdbc.sql("select id from patient where mrn = ?")
        .param(mrn)
        .query((row, _) -> new PatientId(row.getObject("id", UUID.class)))
        .optional();
  }

  String nextMrn() {
    return jdbc.sql("select nextval('patient_mrn')::text").query(String.class).single();
  }

  /// False if another patient has that MRN.
  boolean insert(Patient patient) {
    Insurance insurance = patient.insurance();
    DoctorId doctor = patient.primaryDoctorId();
    return jdbc.sql(
                """
                insert into patient (id, mrn, given_name, family_name, birth_date, phone, email,
                  insurance_plan, insurance_member, primary_doctor_id, preferences)
                values (:id, :mrn, :given, :family, :born, :phone, :email, :plan, :member, :doctor,
                  :preferences::jsonb)
                on conflict (mrn) do nothing
                """)
            .param("id", patient.id().value())
            .param("mrn", patient.mrn())
            .param("given", patient.givenName())
            .param("family", patient.familyName())
            .param("born", patient.birthDate())
            .param("phone", patient.phone())
            .param("email", patient.email())
            .param("plan", insurance == null ? null : insurance.plan())
            .param("member", insurance == null ? null : insurance.memberId())
            .param("doctor", doctor == null ? null : doctor.value())
            .param("preferences", json.writeValueAsString(patient.preferences()))
            .update()
        == 1;
  }

  static Patient patient(ResultSet row, int number) throws SQLException {
    UUID doctor = row.getObject("primary_doctor_id", UUID.class);
    return new Patient(
        new PatientId(row.getObject("id", UUID.class)),
        row.getString("mrn"),
        row.getString("given_name"),
        row.getString("family_name"),
        row.getObject("birth_date", LocalDate.class),
        row.getString("phone"),
        row.getString("email"),
        insurance(row.getString("insurance_plan"), row.getString("insurance_member")),
        doctor == null ? null : new DoctorId(doctor),
        new ContactPreferences(
            row.getString("channel"),
            Arrays.asList((String[]) row.getArray("opt_outs").getArray())),
        row.getBoolean("active"),
        row.getInt("version"));
  }

  private static @Nullable Insurance insurance(@Nullable String plan, @Nullable String member) {
    return plan == null || member == null ? null : new Insurance(plan, member);
  }
}
