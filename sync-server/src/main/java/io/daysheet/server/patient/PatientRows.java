package io.daysheet.server.patient;

import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.ContactPreferences;
import io.daysheet.patient.Insurance;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.server.crypto.BlindIndex;
import io.daysheet.server.crypto.EncryptedField;
import io.daysheet.server.crypto.FieldCipher;
import io.daysheet.server.crypto.IndexedTable;
import io.daysheet.server.crypto.UnreadableRecord;
import io.daysheet.server.crypto.UnreadableRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The table `patient`: what tells who somebody is stands in it encrypted, beside the keyed hashes
/// by which it is found.
@Repository
class PatientRows implements IndexedTable {

  private static final String SELECT =
      """
      select id, mrn, given_name, family_name, birth_date, phone, email, insurance_plan,
        insurance_member, primary_doctor_id, preferences ->> 'channel' as channel,
        array(select jsonb_array_elements_text(preferences -> 'optOuts')) as opt_outs,
        active, version
      from patient
      """;

  /// A condition on `patient p`, with the doctor's id twice.
  static final String OF_DOCTOR =
      """
      (p.primary_doctor_id = ?
        or exists (select from appointment a where a.patient_id = p.id and a.doctor_id = ?))\
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final FieldCipher cipher;
  private final PatientIndex index;
  private final UnreadableRecords unreadable;

  PatientRows(
      JdbcClient jdbc,
      JsonMapper json,
      FieldCipher cipher,
      BlindIndex index,
      UnreadableRecords unreadable) {
    this.jdbc = jdbc;
    this.json = json;
    this.cipher = cipher;
    this.index = new PatientIndex(index);
    this.unreadable = unreadable;
  }

  Optional<Patient> find(PatientId id) {
    return jdbc.sql(SELECT + "where id = ?")
        .param(id.value())
        .query((row, _) -> patient(row))
        .optional();
  }

  /// In no order, without those that can't be decrypted.
  List<Patient> find(Collection<PatientId> ids) {
    return jdbc
        .sql(SELECT + "where id = any (?)")
        .param(ids.stream().map(PatientId::value).toArray(UUID[]::new))
        .query((row, _) -> ifReadable(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public int hashAnew(int most) {
    int key = index.key();
    List<UUID> ids =
        jdbc.sql(
                """
                select id from patient where index_key = any (?) limit ? for no key update
                """)
            .params(index.oldKeys(), most)
            .query(UUID.class)
            .list();
    Map<PatientId, Patient> readable =
        find(ids.stream().map(PatientId::new).toList()).stream()
            .collect(Collectors.toMap(Patient::id, patient -> patient));
    for (UUID id : ids) {
      Patient patient = readable.get(new PatientId(id));
      if (patient == null) {
        // nobody finds it either way
        jdbc.sql("update patient set index_key = ? where id = ?").params(key, id).update();
      } else {
        jdbc.sql("update patient set mrn_hash = ?, search = ?, index_key = ? where id = ?")
            .params(Arrays.asList(index.mrn(patient.mrn()), index.tokens(patient), index.key(), id))
            .update();
      }
    }
    return ids.size();
  }

  private Optional<Patient> ifReadable(ResultSet row) throws SQLException {
    try {
      return Optional.of(patient(row));
    } catch (UnreadableRecord damaged) {
      unreadable.tell(damaged);
      return Optional.empty();
    }
  }

  /// Has the doctor as the own one, or has or had a visit there.
  boolean isPatientOf(PatientId id, DoctorId doctor) {
    return jdbc.sql("select exists (select from patient p where p.id = ? and " + OF_DOCTOR + ")")
        .params(id.value(), doctor.value(), doctor.value())
        .query(Boolean.class)
        .single();
  }

  Optional<PatientId> findByMrn(String mrn) {
    return jdbc.sql("select id from patient where mrn_hash = any (?)")
        .param(index.anyMrn(mrn))
        .query((row, _) -> new PatientId(row.getObject("id", UUID.class)))
        .optional();
  }

  /// By the hashes of both in one question: nothing is decrypted of a record that has only one of
  /// them. Hashes of dates are cut, so the record decides.
  Optional<PatientId> findByMrnAndBirth(String mrn, LocalDate birthDate) {
    return jdbc.sql("select id from patient where mrn_hash = any (?) and search && ?")
        .params(index.anyMrn(mrn), index.born(birthDate).toArray(Long[]::new))
        .query((row, _) -> new PatientId(row.getObject("id", UUID.class)))
        .optional();
  }

  String nextMrn() {
    return jdbc.sql("select nextval('patient_mrn')::text").query(String.class).single();
  }

  /// False if another patient has that MRN. Called in a transaction.
  boolean insert(Patient patient) {
    OptionalLong lock = index.mrnLock(patient.mrn());
    if (lock.isPresent()) {
      // two keys, so two hashes of one MRN: no constraint sees that they are the same
      jdbc.sql("select pg_advisory_xact_lock(?)").param(lock.getAsLong()).query(_ -> {});
      if (findByMrn(patient.mrn()).isPresent()) {
        return false;
      }
    }
    Insurance insurance = patient.insurance();
    DoctorId doctor = patient.primaryDoctorId();
    UUID id = patient.id().value();
    return jdbc.sql(
                """
                insert into patient (id, mrn, mrn_hash, given_name, family_name, birth_date, phone,
                  email, insurance_plan, insurance_member, primary_doctor_id, preferences, active,
                  version, search, index_key)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
                on conflict (mrn_hash) do nothing
                """)
            .params(
                Arrays.asList(
                    id,
                    cipher.encrypt(PatientFields.MRN, id, patient.mrn()),
                    index.mrn(patient.mrn()),
                    cipher.encrypt(PatientFields.GIVEN_NAME, id, patient.givenName()),
                    cipher.encrypt(PatientFields.FAMILY_NAME, id, patient.familyName()),
                    cipher.encrypt(PatientFields.BIRTH_DATE, id, patient.birthDate().toString()),
                    cipher.encryptIfThere(PatientFields.PHONE, id, patient.phone()),
                    cipher.encryptIfThere(PatientFields.EMAIL, id, patient.email()),
                    insurance == null ? null : insurance.plan(),
                    cipher.encryptIfThere(
                        PatientFields.INSURANCE_MEMBER,
                        id,
                        insurance == null ? null : insurance.memberId()),
                    doctor == null ? null : doctor.value(),
                    json.writeValueAsString(patient.preferences()),
                    patient.active(),
                    patient.version(),
                    index.tokens(patient),
                    index.key()))
            .update()
        == 1;
  }

  /// @throws io.daysheet.server.crypto.UnreadableRecord if a field can't be decrypted
  private Patient patient(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID doctor = row.getObject("primary_doctor_id", UUID.class);
    return new Patient(
        new PatientId(id),
        read(PatientFields.MRN, id, row),
        read(PatientFields.GIVEN_NAME, id, row),
        read(PatientFields.FAMILY_NAME, id, row),
        LocalDate.parse(read(PatientFields.BIRTH_DATE, id, row)),
        readIfThere(PatientFields.PHONE, id, row),
        readIfThere(PatientFields.EMAIL, id, row),
        insurance(
            row.getString("insurance_plan"), readIfThere(PatientFields.INSURANCE_MEMBER, id, row)),
        doctor == null ? null : new DoctorId(doctor),
        new ContactPreferences(
            row.getString("channel"),
            Arrays.asList((String[]) row.getArray("opt_outs").getArray())),
        row.getBoolean("active"),
        row.getInt("version"));
  }

  private String read(EncryptedField field, UUID id, ResultSet row) throws SQLException {
    return cipher.decrypt(field, id, row.getBytes(field.column()));
  }

  private @Nullable String readIfThere(EncryptedField field, UUID id, ResultSet row)
      throws SQLException {
    return cipher.decryptIfThere(field, id, row.getBytes(field.column()));
  }

  private static @Nullable Insurance insurance(@Nullable String plan, @Nullable String member) {
    return plan == null || member == null ? null : new Insurance(plan, member);
  }
}
