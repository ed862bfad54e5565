package io.daysheet.server.patient;

import io.daysheet.patient.ContactPreferences;
import io.daysheet.patient.Insurance;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.server.crypto.BlindIndex;
import io.daysheet.server.crypto.EncryptedTable;
import io.daysheet.server.crypto.EncryptingMigrations;
import io.daysheet.server.crypto.FieldCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How patients came to be encrypted, and are when a key is replaced.
@Configuration(proxyBeanMethods = false)
class PatientEncryption {

  private static final int BATCH = 500;

  @Bean
  JavaMigration v043(EncryptingMigrations migrations) {
    return migrations.of("043", "encrypt patients", PatientEncryption::encryptAll);
  }

  @Bean
  EncryptedTable encryptedPatients() {
    return PatientFields.TABLE;
  }

  private static void encryptAll(JdbcClient jdbc, FieldCipher cipher, BlindIndex index) {
    for (List<Patient> batch = next(jdbc); !batch.isEmpty(); batch = next(jdbc)) {
      batch.forEach(patient -> encrypt(patient, jdbc, cipher, new PatientIndex(index)));
    }
  }

  private static List<Patient> next(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select id, plain_mrn, plain_given_name, plain_family_name, plain_birth_date, plain_phone,
              plain_email, insurance_plan, plain_insurance_member, active, version
            from patient where index_key is null limit ?
            """)
        .param(BATCH)
        .query((row, _) -> plain(row))
        .list();
  }

  private static Patient plain(ResultSet row) throws SQLException {
    String plan = row.getString("insurance_plan");
    String member = row.getString("plain_insurance_member");
    return new Patient(
        new PatientId(row.getObject("id", UUID.class)),
        row.getString("plain_mrn"),
        row.getString("plain_given_name"),
        row.getString("plain_family_name"),
        row.getObject("plain_birth_date", LocalDate.class),
        row.getString("plain_phone"),
        row.getString("plain_email"),
        plan == null || member == null ? null : new Insurance(plan, member),
        null,
        ContactPreferences.NONE,
        row.getBoolean("active"),
        null,
        row.getInt("version"));
  }

  private static void encrypt(
      Patient patient, JdbcClient jdbc, FieldCipher cipher, PatientIndex index) {
    UUID id = patient.id().value();
    Insurance insurance = patient.insurance();
    jdbc.sql(
            """
            update patient set mrn = ?, mrn_hash = ?, given_name = ?, family_name = ?,
              birth_date = ?, phone = ?, email = ?, insurance_member = ?, search = ?, index_key = ?,
              plain_mrn = null, plain_given_name = null, plain_family_name = null,
              plain_birth_date = null, plain_phone = null, plain_email = null,
              plain_insurance_member = null
            where id = ?
            """)
        .params(
            Arrays.asList(
                cipher.encrypt(PatientFields.MRN, id, patient.mrn()),
                index.mrn(patient.mrn()),
                cipher.encrypt(PatientFields.GIVEN_NAME, id, patient.givenName()),
                cipher.encrypt(PatientFields.FAMILY_NAME, id, patient.familyName()),
                cipher.encrypt(PatientFields.BIRTH_DATE, id, patient.birthDate().toString()),
                cipher.encryptIfThere(PatientFields.PHONE, id, patient.phone()),
                cipher.encryptIfThere(PatientFields.EMAIL, id, patient.email()),
                cipher.encryptIfThere(
                    PatientFields.INSURANCE_MEMBER,
                    id,
                    insurance == null ? null : insurance.memberId()),
                index.tokens(patient),
                index.key(),
                id))
        .update();
  }
}
