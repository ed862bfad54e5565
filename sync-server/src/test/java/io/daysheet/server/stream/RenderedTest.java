package io.daysheet.server.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.DoctorId;
import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Reach;
import io.daysheet.identity.Role;
import io.daysheet.patient.PatientId;
import io.daysheet.patient.PatientSummary;
import io.daysheet.server.access.Sight;
import io.daysheet.wire.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Who hears that a patient has other details.
class RenderedTest {

  private static final PatientId PATIENT = new PatientId(new UUID(0, 3));
  private static final DoctorId DOCTOR = new DoctorId(new UUID(0, 5));

  private final Sight doctor = new Sight(Reach.OWN_PATIENTS, account());

  @Test
  void aDoctorHearsOfTheOwnPatients() {
    assertThat(heardBy(doctor, Set.of(DOCTOR))).isEqualTo("PatientChanged");
    assertThat(heardBy(doctor, Set.of())).isEqualTo("Withheld");
  }

  @Test
  void inAnEmergencyOfThatPatientToo() {
    Sight urgent = new Sight(Reach.OWN_PATIENTS, account(), Set.of(PATIENT));

    assertThat(heardBy(urgent, Set.of())).isEqualTo("PatientChanged");
    assertThat(Rendered.patients(List.of(rendered(Set.of())), urgent)).containsExactly(PATIENT);
    assertThat(Rendered.patients(List.of(rendered(Set.of())), doctor)).isEmpty();
  }

  private static String heardBy(Sight sight, Set<DoctorId> theirs) {
    return rendered(theirs).json(sight);
  }

  private static Rendered rendered(Set<DoctorId> theirs) {
    return new Rendered(
        new Change.PatientChanged(
            1,
            Instant.EPOCH,
            "Desk",
            PATIENT,
            new PatientSummary("Ana", "Brankov", LocalDate.of(1980, 5, 17)),
            2),
        change -> change.getClass().getSimpleName(),
        _ -> theirs);
  }

  private static Account account() {
    return new Account(
        new AccountId(new UUID(0, 4)),
        "doctor",
        "Doctor",
        Set.of(Role.DOCTOR),
        Set.of(),
        false,
        DOCTOR,
        null,
        true,
        1);
  }
}
