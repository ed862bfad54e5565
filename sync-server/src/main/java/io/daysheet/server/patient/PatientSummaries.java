package io.daysheet.server.patient;

import io.daysheet.patient.PatientId;
import io.daysheet.patient.PatientSummary;
import io.daysheet.server.crypto.FieldCipher;
import io.daysheet.server.crypto.UnreadableRecord;
import io.daysheet.server.crypto.UnreadableRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// What a card on the board shows of a patient. A day is read again and again: what was decrypted
/// lately is remembered with what it was decrypted from, and holds for as long as that stands
/// there.
@Component
public class PatientSummaries {

  /// Of `patient p`.
  public static final String COLUMNS = "p.given_name, p.family_name, p.birth_date";

  private static final int MOST = 20_000;

  private static final class Known {

    private final byte[] given;
    private final byte[] family;
    private final byte[] born;
    private final PatientSummary summary;

    Known(byte[] given, byte[] family, byte[] born, PatientSummary summary) {
      this.given = given;
      this.family = family;
      this.born = born;
      this.summary = summary;
    }

    boolean isOf(byte[] otherGiven, byte[] otherFamily, byte[] otherBorn) {
      return Arrays.equals(given, otherGiven)
          && Arrays.equals(family, otherFamily)
          && Arrays.equals(born, otherBorn);
    }
  }

  private final FieldCipher cipher;
  private final UnreadableRecords unreadable;
  private final Map<PatientId, Known> known = new ConcurrentHashMap<>();

  PatientSummaries(FieldCipher cipher, UnreadableRecords unreadable) {
    this.cipher = cipher;
    this.unreadable = unreadable;
  }

  /// Reads [#COLUMNS]; empty if they can't be decrypted.
  public Optional<PatientSummary> read(PatientId id, ResultSet row) throws SQLException {
    byte[] given = row.getBytes("given_name");
    byte[] family = row.getBytes("family_name");
    byte[] born = row.getBytes("birth_date");
    Known remembered = known.get(id);
    if (remembered != null && remembered.isOf(given, family, born)) {
      return Optional.of(remembered.summary);
    }
    try {
      PatientSummary summary = decrypt(id.value(), given, family, born);
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(id, new Known(given, family, born, summary));
      return Optional.of(summary);
    } catch (UnreadableRecord damaged) {
      unreadable.tell(damaged);
      return Optional.empty();
    }
  }

  private PatientSummary decrypt(UUID id, byte[] given, byte[] family, byte[] born) {
    return new PatientSummary(
        cipher.decrypt(PatientFields.GIVEN_NAME, id, given),
        cipher.decrypt(PatientFields.FAMILY_NAME, id, family),
        LocalDate.parse(cipher.decrypt(PatientFields.BIRTH_DATE, id, born)));
  }
}
