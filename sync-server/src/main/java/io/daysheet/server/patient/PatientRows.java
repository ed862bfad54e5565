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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
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
        active, merged_into, version
      from patient
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
    List<UUID> ids =
        jdbc.sql(
                """
                select id from patient where index_key = any (?) limit ? for no key update
                """)
            .params(index.oldKeys(), most)
            .query(UUID.class)
            .list();
    hashAnew(ids);
    return ids.size();
  }

  void hashAnew(List<UUID> ids) {
    int key = index.key();
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
  }

  private Optional<Patient> ifReadable(ResultSet row) throws SQLException {
    try {
      return Optional.of(patient(row));
    } catch (UnreadableRecord damaged) {
      unreadable.tell(damaged);
      return Optional.empty();
    }
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
    return jdbc.sql(
                """
                insert into patient (id, mrn, mrn_hash, given_name, family_name, birth_date, phone,
                  email, insurance_plan, insurance_member, primary_doctor_id, preferences, active,
                  version, search, index_key)
                values (:id, :mrn, :mrnHash, :given, :family, :born, :phone, :email, :plan, :member,
                  :doctor, :preferences::jsonb, :active, :version, :search, :indexKey)
                on conflict (mrn_hash) do nothing
                """)
            .params(values(patient))
            .update()
        == 1;
  }

  /// False if it is not the version before any more. Called in a transaction.
  ///
  /// @throws org.springframework.dao.DuplicateKeyException if another patient has that MRN
  boolean update(Patient patient) {
    OptionalLong lock = index.mrnLock(patient.mrn());
    if (lock.isPresent()) {
      jdbc.sql("select pg_advisory_xact_lock(?)").param(lock.getAsLong()).query(_ -> {});
      if (findByMrn(patient.mrn()).filter(other -> !other.equals(patient.id())).isPresent()) {
        throw new DuplicateKeyException("that MRN is another patient's");
      }
    }
    return jdbc.sql(
                """
                update patient
                set mrn = :mrn, mrn_hash = :mrnHash, given_name = :given, family_name = :family,
                  birth_date = :born, phone = :phone, email = :email, insurance_plan = :plan,
                  insurance_member = :member, primary_doctor_id = :doctor,
                  preferences = :preferences::jsonb, active = :active, version = :version,
                  search = :search, index_key = :indexKey
                where id = :id and version = :version - 1
                """)
            .params(values(patient))
            .update()
        == 1;
  }

  private Map<String, @Nullable Object> values(Patient patient) {
    Insurance insurance = patient.insurance();
    DoctorId doctor = patient.primaryDoctorId();
    UUID id = patient.id().value();
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("id", id);
    values.put("mrn", cipher.encrypt(PatientFields.MRN, id, patient.mrn()));
    values.put("mrnHash", index.mrn(patient.mrn()));
    values.put("given", cipher.encrypt(PatientFields.GIVEN_NAME, id, patient.givenName()));
    values.put("family", cipher.encrypt(PatientFields.FAMILY_NAME, id, patient.familyName()));
    values.put(
        "born", cipher.encrypt(PatientFields.BIRTH_DATE, id, patient.birthDate().toString()));
    values.put("phone", cipher.encryptIfThere(PatientFields.PHONE, id, patient.phone()));
    values.put("email", cipher.encryptIfThere(PatientFields.EMAIL, id, patient.email()));
    values.put("plan", insurance == null ? null : insurance.plan());
    values.put(
        "member",
        cipher.encryptIfThere(
            PatientFields.INSURANCE_MEMBER, id, insurance == null ? null : insurance.memberId()));
    values.put("doctor", doctor == null ? null : doctor.value());
    values.put("preferences", json.writeValueAsString(patient.preferences()));
    values.put("active", patient.active());
    values.put("version", patient.version());
    values.put("search", index.tokens(patient));
    values.put("indexKey", index.key());
    return values;
  }

  /// Puts a record out of service in favour of another, and whatever was merged into it before.
  void pointTo(PatientId merged, PatientId stays) {
    jdbc.sql(
            """
            update patient
            set active = false, merged_into = :stays, version = version + 1
            where id = :merged or merged_into = :merged
            """)
        .param("merged", merged.value())
        .param("stays", stays.value())
        .update();
  }

  /// Records that have a birth date and a word of a name in common with somebody, or a member id;
  /// hashes are cut, so there may be others among them.
  List<Patient> alike(Patient somebody) {
    Insurance insurance = somebody.insurance();
    return jdbc
        .sql(
            SELECT
                + """
                where merged_into is null
                  and ((search && :born and search && :words) or search && :member)
                order by id
                limit 200
                """)
        .param("born", array(index.born(somebody.birthDate())))
        .param(
            "words",
            array(
                Folding.words(somebody.givenName(), somebody.familyName()).stream()
                    .flatMap(word -> index.whole(word).stream())
                    .toList()))
        .param("member", array(insurance == null ? List.of() : index.member(insurance.memberId())))
        .query((row, _) -> ifReadable(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Long[] array(List<Long> tokens) {
    return tokens.toArray(Long[]::new);
  }

  /// @throws io.daysheet.server.crypto.UnreadableRecord if a field can't be decrypted
  private Patient patient(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID doctor = row.getObject("primary_doctor_id", UUID.class);
    UUID merged = row.getObject("merged_into", UUID.class);
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
        merged == null ? null : new PatientId(merged),
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
