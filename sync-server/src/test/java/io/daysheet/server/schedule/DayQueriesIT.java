package io.daysheet.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.server.Clinic;
import io.daysheet.server.CountedStatements;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.slots.Alternatives;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A day costs as many questions as its doctors and visits are many or few.
@ServerTest
@Import(CountedStatements.class)
class DayQueriesIT {

  private static final LocalDate DAY = LocalDate.of(2999, 6, 3);

  @Autowired JdbcClient jdbc;
  @Autowired Days days;
  @Autowired Rebooking rebooking;
  @Autowired Alternatives alternatives;
  @Autowired Hospitals hospitals;
  @Autowired Doctors doctors;

  @Test
  void aDayIsOneStatementForAllThatIsOnItAndTwoForWhoIs() {
    HospitalId small = hospital(2);
    HospitalId large = hospital(40);

    assertThat(statements(small)).hasSize(3);
    assertThat(statements(large)).hasSize(3);
  }

  @Test
  void whatIsRememberedIsNotAskedForAgain() {
    HospitalId hospital = hospital(5);
    statements(hospital);

    assertThat(
            CountedStatements.of(
                () -> days.of(hospitals.find(hospital).orElseThrow(), DAY, List.of(), List.of())))
        .hasSize(1);
  }

  @Test
  void whatIsProposedForAListIsOneStatementHoweverLongItIs() {
    var hospital = hospitals.find(hospital(20)).orElseThrow();
    var visits = days.of(hospital, DAY, List.of(), List.of()).appointments();
    alternatives.of(hospital, visits.subList(0, 1), true);

    assertThat(visits).hasSize(20);
    assertThat(CountedStatements.of(() -> alternatives.of(hospital, visits, true))).hasSize(1);
  }

  private List<String> statements(HospitalId hospital) {
    var found = hospitals.find(hospital).orElseThrow();
    doctors.refresh();
    return CountedStatements.of(() -> {
      var day = days.of(found, DAY, List.of(), List.of());
      assertThat(day.appointments())
          .isNotEmpty()
          .allMatch(visit -> visit.needsAttention().equals(List.of("inactive", "on-time-off")));
      assertThat(day.holds()).hasSameSizeAs(day.appointments());
      assertThat(day.timeOff()).hasSameSizeAs(day.appointments());
      assertThat(day.rooms()).hasSameSizeAs(day.appointments());
    });
  }

  /// Every second doctor does not work there any more, but has a visit; each is away and has a held
  /// slot, and there are as many rooms.
  private HospitalId hospital(int size) {
    var clinic = new Clinic(jdbc);
    HospitalId hospital = clinic.hospital("Size " + size, "UTC");
    jdbc.sql("update hospital set active = false where id = ?").param(hospital.value()).update();
    for (int i = 0; i < size; i++) {
      DoctorId doctor =
          i % 2 == 0 ? clinic.doctor("Dr. " + i) : clinic.doctor("Dr. " + i, hospital);
      AvailabilityId open =
          clinic.availability(hospital, doctor, "2999-06-03T10:00Z", "2999-06-03T12:00Z");
      clinic.appointment(
          open, clinic.patient("P", "Q", "1990-01-01"), "2999-06-03T10:00Z", "2999-06-03T11:00Z");
      clinic.timeOff(doctor, "2999-06-03T10:00Z", "2999-06-03T11:00Z");
      held(hospital, doctor, open);
      jdbc.sql("insert into room (id, hospital_id, name) values (?, ?, ?)")
          .params(UUID.randomUUID(), hospital.value(), "Room " + i)
          .update();
    }
    return hospital;
  }

  private void held(HospitalId hospital, DoctorId doctor, AvailabilityId in) {
    jdbc.sql(
            """
            insert into appointment (id, hospital_id, doctor_id, availability_id, during,
              occupied, status, type, held_until, holder_account, booked_by, created_at)
            select ?, ?, ?, ?, r.during, r.during, 'HELD', 'FOLLOW_UP', lower(r.during), ?, 'desk',
              lower(r.during)
            from (select tstzrange('2999-06-03T11:00Z', '2999-06-03T12:00Z') as during) as r
            """)
        .params(UUID.randomUUID(), hospital.value(), doctor.value(), in.value())
        .param(TestAccounts.id(TestAccounts.DESK))
        .update();
  }
}
