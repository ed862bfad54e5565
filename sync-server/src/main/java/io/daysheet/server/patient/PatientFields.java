package io.daysheet.server.patient;

import io.daysheet.server.crypto.EncryptedField;
import io.daysheet.server.crypto.EncryptedTable;
import java.util.List;

/// The encrypted columns of the table `patient`.
final class PatientFields {

  static final EncryptedField MRN = EncryptedField.ofRecords("patient", "mrn");
  static final EncryptedField GIVEN_NAME = EncryptedField.ofRecords("patient", "given_name");
  static final EncryptedField FAMILY_NAME = EncryptedField.ofRecords("patient", "family_name");
  static final EncryptedField BIRTH_DATE = EncryptedField.ofRecords("patient", "birth_date");
  static final EncryptedField PHONE = EncryptedField.ofRecords("patient", "phone");
  static final EncryptedField EMAIL = EncryptedField.ofRecords("patient", "email");
  static final EncryptedField INSURANCE_MEMBER =
      EncryptedField.ofRecords("patient", "insurance_member");

  static final EncryptedTable TABLE =
      new EncryptedTable(
          "patient",
          "id",
          List.of(MRN, GIVEN_NAME, FAMILY_NAME, BIRTH_DATE, PHONE, EMAIL, INSURANCE_MEMBER));

  private PatientFields() {}
}
