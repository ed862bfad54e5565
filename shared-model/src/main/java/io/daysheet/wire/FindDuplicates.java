package io.daysheet.wire;

import io.daysheet.patient.Insurance;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// `POST /patients/duplicates`: who is about to be registered. A body, since names don't belong
/// into addresses.
public record FindDuplicates(
    String givenName, String familyName, LocalDate birthDate, @Nullable Insurance insurance) {

  public FindDuplicates {
    var needed =
        new Needed()
            .field("givenName", givenName)
            .field("familyName", familyName)
            .field("birthDate", birthDate);
    if (insurance != null) {
      needed.field("insurance.memberId", insurance.memberId());
    }
    needed.check();
  }
}
