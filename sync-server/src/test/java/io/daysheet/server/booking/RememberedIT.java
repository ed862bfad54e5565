package io.daysheet.server.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.crypto.EncryptedField;
import io.daysheet.server.crypto.FieldCipher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// What a node remembers of hospital, doctor and patient since the last booking may be old, but
/// never wrong: another node has changed it here each time.
@ServerTest
@Import(SettableClock.Configuration.class)
class RememberedIT extends DoctorsDay {

  @Autowired FieldCipher cipher;

  @BeforeEach
  void bookOnceSoThatAllIsRemembered() {
    assertThat(book(10).status()).isEqualTo(201);
  }

  @Test
  void whoIsOutOfServiceIsNotBookedWhateverThisNodeRemembers() {
    jdbc.sql("update doctor set active = false where id = ?").param(doctor).update();
    Answer refused = book(11);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.codes()).containsExactly("inactive");
  }

  @Test
  void aPatientWhoseNameHasChangedIsBookedUnderTheNewOne() {
    jdbc.sql("update patient set family_name = ?, version = version + 1 where id = ?")
        .param(cipher.encrypt(EncryptedField.ofRecords("patient", "family_name"), patient, "Nowak"))
        .param(patient)
        .update();
    Answer booked = book(11);
    assertThat(booked.status()).isEqualTo(201);
    assertThat(booked.json().get("patient").get("familyName").asString()).isEqualTo("Nowak");
  }

  @Test
  void aPolicyThatAnotherNodeHasChangedDecides() {
    jdbc.sql(
            """
            update hospital set version = version + 1,
              closures = '[{"date": "2030-03-12", "reason": "Flood"}]'
            where id = ?
            """)
        .param(hospital.id())
        .update();
    Answer refused = book(11);
    assertThat(refused.codes()).containsExactly("hospital-closed");
  }

  private Answer book(int hour) {
    String start = "2030-03-12T%d:00:00+01:00".formatted(hour);
    return api.post("/appointments", hospital.booking(doctor, patient, start));
  }
}
