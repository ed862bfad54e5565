package io.daysheet.server.doctor;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables `doctor` and `doctor_hospital`.
@Repository
class DoctorRows {

  private static final String COLUMNS =
      """
      select d.id, d.name, d.specialties, d.languages, d.npi, d.accepts_new_patients,
        d.insurance_plans, d.active, d.version,
        array(select h.hospital_id from doctor_hospital h where h.doctor_id = d.id
          order by h.hospital_id) as hospitals
      from doctor d
      """;

  /// Every word of the query begins a word of the name, as a patient's search does.
  private static final String WANTED =
      """
      where (:hospital::uuid is null or exists (
          select from doctor_hospital h where h.doctor_id = d.id and h.hospital_id = :hospital))
        and (:specialty::text is null or exists (
          select from unnest(d.specialties) s where lower(s) = lower(:specialty)))
        and not exists (
          select from regexp_split_to_table(btrim(search_words(:query)), ' ') as word
          where :query <> '' and search_words(d.name) not like '% ' || word || '%')
        and (:afterName::text is null or (d.name, d.id::text) > (:afterName, :afterId))
      order by d.name, d.id::text
      limit :limit
      """;

  private final JdbcClient jdbc;

  DoctorRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Doctor> find(DoctorId id) {
    return jdbc.sql(COLUMNS + "where d.id = ?").param(id.value()).query(this::doctor).optional();
  }

  List<Doctor> find(Collection<DoctorId> ids) {
    return jdbc.sql(COLUMNS + "where d.id = any (?)")
        .param(ids.stream().map(DoctorId::value).toArray(UUID[]::new))
        .query(this::doctor)
        .list();
  }

  List<Doctor> list(DoctorFilter filter, int limit, List<String> after) {
    return jdbc.sql(COLUMNS + WANTED)
        .param("hospital", filter.hospital() == null ? null : filter.hospital().value())
        .param("specialty", filter.specialty())
        .param("query", filter.query() == null ? "" : filter.query())
        .param("afterName", after.isEmpty() ? null : after.get(0))
        .param("afterId", after.isEmpty() ? null : after.get(1))
        .param("limit", limit)
        .query(this::doctor)
        .list();
  }

  List<Doctor> at(HospitalId hospital) {
    return jdbc.sql(
            COLUMNS
                + """
                join doctor_hospital here on here.doctor_id = d.id and here.hospital_id = ?
                order by d.name, d.id
                """)
        .param(hospital.value())
        .query(this::doctor)
        .list();
  }

  /// @throws org.springframework.dao.DuplicateKeyException if another has that NPI
  void insert(Doctor doctor) {
    jdbc.sql(
            """
            insert into doctor (id, name, specialties, languages, npi, accepts_new_patients,
              insurance_plans, active, version)
            values (:id, :name, :specialties, :languages, :npi, :acceptsNew, :plans, :active,
              :version)
            """)
        .params(values(doctor))
        .update();
    works(doctor);
  }

  /// False if it is not the version before any more.
  ///
  /// @throws org.springframework.dao.DuplicateKeyException if another has that NPI
  boolean update(Doctor doctor) {
    int written =
        jdbc.sql(
                """
                update doctor
                set name = :name, specialties = :specialties, languages = :languages, npi = :npi,
                  accepts_new_patients = :acceptsNew, insurance_plans = :plans, active = :active,
                  version = :version
                where id = :id and version = :version - 1
                """)
            .params(values(doctor))
            .update();
    if (written == 1) {
      works(doctor);
    }
    return written == 1;
  }

  private void works(Doctor doctor) {
    UUID[] places = doctor.hospitals().stream().map(HospitalId::value).toArray(UUID[]::new);
    jdbc.sql("delete from doctor_hospital where doctor_id = ? and hospital_id <> all (?)")
        .params(doctor.id().value(), places)
        .update();
    jdbc.sql(
            """
            insert into doctor_hospital (doctor_id, hospital_id)
            select ?, place from unnest(?::uuid[]) as place on conflict do nothing
            """)
        .params(doctor.id().value(), places)
        .update();
  }

  private static Map<String, @Nullable Object> values(Doctor doctor) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("id", doctor.id().value());
    values.put("name", doctor.name());
    values.put("specialties", doctor.specialties().toArray(String[]::new));
    values.put("languages", doctor.languages().toArray(String[]::new));
    values.put("npi", doctor.npi());
    values.put("acceptsNew", doctor.acceptsNewPatients());
    values.put("plans", doctor.insurancePlans().toArray(String[]::new));
    values.put("active", doctor.active());
    values.put("version", doctor.version());
    return values;
  }

  Optional<DoctorId> findByNpi(String npi) {
    return jdbc.sql("select id from doctor where npi = ?")
        .param(npi)
        .query((row, _) -> new DoctorId(row.getObject("id", UUID.class)))
        .optional();
  }

  private Doctor doctor(ResultSet row, int number) throws SQLException {
    return new Doctor(
        new DoctorId(row.getObject("id", UUID.class)),
        row.getString("name"),
        texts(row.getArray("specialties")),
        texts(row.getArray("languages")),
        row.getString("npi"),
        row.getBoolean("accepts_new_patients"),
        texts(row.getArray("insurance_plans")),
        Arrays.stream((UUID[]) row.getArray("hospitals").getArray()).map(HospitalId::new).toList(),
        row.getBoolean("active"),
        row.getInt("version"));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  /// Which doctors are asked for; what is null does not matter.
  record DoctorFilter(
      @Nullable HospitalId hospital, @Nullable String specialty, @Nullable String query) {}
}
