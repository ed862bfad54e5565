package io.daysheet.server.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.patient.PatientId;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import io.daysheet.server.TestPatients;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A record that was changed or moved behind the server's back is told as such, and hides nothing
/// else.
@ServerTest
@Import(SettableClock.Configuration.class)
@ExtendWith(OutputCaptureExtension.class)
class UnreadableIT {

  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  @Test
  void aNameThatWasSwappedWithAnothersIsNotShownAndTheRestIs(CapturedOutput output) {
    TestHospital hospital = TestHospital.hourly(jdbc);
    UUID doctor = hospital.doctor();
    hospital.availability(doctor, "2030-03-12T09:00:00+01:00", "2030-03-12T15:00:00+01:00");
    PatientId one = TestPatients.add(jdbc, "Anna", "Zellweger", "1987-05-14");
    PatientId two = TestPatients.add(jdbc, "Berta", "Zellmann", "1990-01-01");
    try (TestDesk desk = TestDesk.at(port)) {
      String day = "/schedule?date=2030-03-12&hospital=" + hospital.id();
      desk.post(
          "/appointments", hospital.booking(doctor, one.value(), "2030-03-12T10:00:00+01:00"));
      desk.post(
          "/appointments", hospital.booking(doctor, two.value(), "2030-03-12T11:00:00+01:00"));
      assertThat(desk.get(day).json().at("/appointments/0/patient/familyName").asString())
          .isEqualTo("Zellweger");

      jdbc.sql(
              """
              update patient set family_name = (select p.family_name from patient p where p.id = ?)
              where id = ?
              """)
          .params(two.value(), one.value())
          .update();

      Answer record = desk.get("/patients/" + one);
      assertThat(record.status()).isEqualTo(500);
      assertThat(record.text("code")).isEqualTo("unreadable-record");
      assertThat(desk.get("/patients/" + two).text("familyName")).isEqualTo("Zellmann");
      Answer found = desk.get("/patients?query=zell");
      assertThat(found.json().get("items").size()).isEqualTo(1);
      assertThat(found.json().at("/items/0/familyName").asString()).isEqualTo("Zellmann");
      Answer schedule = desk.get(day);
      assertThat(schedule.json().at("/appointments/0/patient/familyName").asString())
          .isEqualTo("—");
      assertThat(schedule.json().at("/appointments/0/needsAttention/0").asString())
          .isEqualTo("unreadable-record");
      assertThat(schedule.json().at("/appointments/1/patient/familyName").asString())
          .isEqualTo("Zellmann");
    }
    assertThat(output.getAll())
        .containsOnlyOnce("unreadable-record: patient " + one)
        .doesNotContain("Zell");
  }
}
