package io.daysheet.server.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.identity.Right;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.access.Needs;
import io.daysheet.server.access.TwoHospitals;
import io.daysheet.server.access.TwoHospitals.Side;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// In an emergency a doctor looks and writes nothing: with a visit of theirs, the patient would
/// stay the doctor's.
@ServerTest
@Import(SettableClock.Configuration.class)
class EmergencyReadsOnlyIT {

  private static final Set<RequestMethod> READING = Set.of(RequestMethod.GET);

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping endpoints;

  private TwoHospitals world;
  private Side foreign;
  private PatientId patient;
  private DoctorInNeed doctor;

  @BeforeEach
  void anEmergency() {
    world = TwoHospitals.in(jdbc);
    foreign = world.foreign();
    patient = foreign.patient();
    doctor = DoctorInNeed.of(world, port);
    doctor.begin(patient, "1980-05-17", "Unconscious in the corridor");
  }

  @Test
  void thePatientIsNotBookedWithTheDoctor() {
    String day = freeDay(world.own());

    Answer booking =
        doctor
            .api()
            .post(
                "/appointments",
                """
                {"hospitalId":"%s","doctorId":"%s","patientId":"%s",\
                "start":"%sT10:00:00+02:00","type":"FOLLOW_UP"}
                """
                    .formatted(world.own().hospital(), world.own().doctor(), patient, day));

    assertThat(booking.status()).isEqualTo(403);
  }

  /// Not even to the doctor themselves.
  @Test
  void aVisitIsNotMoved() {
    AppointmentId visit = foreign.visit(foreign.nextDay());
    String day = freeDay(world.own());

    for (var doctorId : List.of(foreign.doctor(), world.own().doctor())) {
      assertThat(
              write(
                  "POST /appointments/%s/reschedule".formatted(visit),
                  """
                  {"start":"%sT10:00:00+02:00","doctorId":"%s","reason":"sooner"}
                  """
                      .formatted(day, doctorId)))
          .isEqualTo(403);
    }
    assertThat(state(visit)).isEqualTo("SCHEDULED 1");
  }

  @ParameterizedTest
  @CsvSource({
    "confirm,       SCHEDULED",
    "check-in,      SCHEDULED",
    "undo-check-in, ARRIVED",
    "complete,      ARRIVED",
    "no-show,       SCHEDULED",
    "cancel,        SCHEDULED"
  })
  void aVisitTakesNoStep(String step, String status) {
    AppointmentId visit = foreign.visit(foreign.nextDay());
    world.clinic().status(visit, status);
    String before = state(visit);

    assertThat(
            write(
                "POST /appointments/%s/%s".formatted(visit, step),
                step.equals("cancel") ? "{\"reason\":\"no more\"}" : null))
        .isEqualTo(403);
    assertThat(state(visit)).isEqualTo(before);
  }

  @Test
  void theRecordStaysAsItIs() {
    String details =
        """
        {"givenName":"Bo","familyName":"New","birthDate":"1980-05-17"}
        """;

    assertThat(write("PUT /patients/" + patient, details)).isEqualTo(403);
    assertThat(write("POST /patients/duplicates", details)).isEqualTo(403);
    assertThat(
            write(
                "POST /patients/%s/merge".formatted(patient),
                "{\"into\":\"%s\"}".formatted(world.own().patient())))
        .isEqualTo(403);
    assertThat(doctor.api().get("/patients/" + patient).json().get("active").asBoolean()).isTrue();
  }

  /// Nor is the time of the doctor held whose the patient is.
  @Test
  void nothingOfTheOtherDoctorIsHeldOrGivenBack() {
    String day = freeDay(foreign);
    UUID held = foreign.hold(foreign.availability(foreign.nextDay()), "receptionist");

    assertThat(
            write(
                "POST /holds",
                """
                {"hospitalId":"%s","doctorId":"%s","start":"%sT10:00:00+02:00","type":"FOLLOW_UP"}
                """
                    .formatted(foreign.hospital(), foreign.doctor(), day)))
        .isEqualTo(403);
    assertThat(write("PUT /holds/" + held, null)).isEqualTo(403);
    assertThat(write("DELETE /holds/" + held, null)).isEqualTo(403);
  }

  /// The patient's visit neither goes with the time in which it lies nor makes it anybody's.
  @Test
  void nothingOfTheOtherDoctorsTimeIsArranged() {
    String day = foreign.nextDay();
    AppointmentId visit = foreign.visit(day);
    String availability = "/availabilities/" + availabilityOf(visit);
    String plan = "/weekly-plans/" + foreign.plan();
    String off = "/time-off/" + foreign.timeOff();
    for (String call :
        List.of(
            "POST /availabilities",
            "PUT " + availability,
            "DELETE " + availability,
            "POST /weekly-plans",
            "PUT " + plan,
            "DELETE " + plan,
            "PUT " + plan + "/dates/2035-01-01",
            "DELETE " + plan + "/dates/2035-01-01",
            "POST /time-off",
            "PUT " + off,
            "DELETE " + off)) {
      assertThat(write(call, arranging(call, visit, day))).as(call).isEqualTo(403);
    }
    assertThat(state(visit)).isEqualTo("SCHEDULED 1");
    assertThat(
            jdbc.sql(
                    """
                    select version from availability where id = ?
                    union all select version from weekly_plan where doctor_id = ?
                    union all select version from time_off where doctor_id = ?
                    """)
                .params(availabilityOf(visit), foreign.doctor().value(), foreign.doctor().value())
                .query(Integer.class)
                .list())
        .containsOnly(1);
  }

  private @Nullable String arranging(String call, AppointmentId visit, String day) {
    String path = call.substring(call.indexOf(' ') + 1);
    if (call.startsWith("DELETE ") && !path.startsWith("/availabilities")) {
      return null;
    }
    if (path.endsWith("/dates/2035-01-01")) {
      return "{\"skip\":true}";
    }
    if (path.startsWith("/weekly-plans")) {
      return """
      {"hospitalId":"%s","doctorId":"%s","day":"MONDAY","start":"09:00","end":"12:00",\
      "validFrom":"2035-01-01"}
      """
          .formatted(foreign.hospital(), foreign.doctor());
    }
    if (path.startsWith("/time-off")) {
      return """
      {"doctorId":"%s","start":"%sT09:00:00+02:00","end":"%sT12:00:00+02:00","reason":"SICK"}
      """
          .formatted(foreign.doctor(), day, day);
    }
    String resolved = "[{\"appointmentId\":\"%s\",\"action\":\"CANCEL\"}]".formatted(visit);
    if (call.startsWith("DELETE ")) {
      return "{\"resolutions\":%s}".formatted(resolved);
    }
    return call.startsWith("PUT ")
        ? """
        {"start":"%sT11:00:00+02:00","end":"%sT12:00:00+02:00","resolutions":%s}
        """
            .formatted(day, day, resolved)
        : """
        {"hospitalId":"%s","doctorId":"%s","start":"%sT14:00:00+02:00","end":"%sT15:00:00+02:00"}
        """
            .formatted(foreign.hospital(), foreign.doctor(), day, day);
  }

  private UUID availabilityOf(AppointmentId visit) {
    return jdbc.sql("select availability_id from appointment where id = ?")
        .param(visit.value())
        .query(UUID.class)
        .single();
  }

  /// A new endpoint that writes by a right which an emergency widens fails here.
  @Test
  void noRightThatWritesReachesFurther() {
    List<String> writing =
        endpoints.getHandlerMethods().entrySet().stream()
            .filter(each -> each.getValue().hasMethodAnnotation(Needs.class))
            .filter(each -> {
              Right right =
                  Objects.requireNonNull(each.getValue().getMethodAnnotation(Needs.class)).value();
              return right.reachesFurtherInEmergency()
                  && !each.getKey().getMethodsCondition().getMethods().equals(READING);
            })
            .map(each -> each.getKey().toString())
            .toList();

    assertThat(writing).isEmpty();
  }

  private static String freeDay(Side side) {
    String day = side.nextDay();
    side.availability(day);
    return day;
  }

  /// Nothing may have been written, so nothing of it has another version either.
  private String state(AppointmentId visit) {
    return jdbc.sql("select status || ' ' || version from appointment where id = ?")
        .param(visit.value())
        .query(String.class)
        .single();
  }

  private int write(String call, @Nullable String body) {
    String[] parts = call.split(" ", 2);
    return doctor.api().send(parts[0], parts[1], body, "If-Match", "\"1\"").status();
  }
}
