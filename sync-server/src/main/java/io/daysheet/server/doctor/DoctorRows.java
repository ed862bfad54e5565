package io.daysheet.server.doctor;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
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
