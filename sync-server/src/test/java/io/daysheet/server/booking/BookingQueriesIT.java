package io.daysheet.server.booking;

import static io.daysheet.server.TestHospital.and;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.server.CountedStatements;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How often a booking goes to the database: once, whatever hangs on it.
@ServerTest
@Import(CountedStatements.class)
class BookingQueriesIT {

  /// Who was signed out meanwhile: asked every few seconds, by whichever request comes then.
  private static final String SIGNED_OUT = "select id::text from session";

  @Autowired JdbcClient jdbc;
  @Autowired InstantSource clock;
  @LocalServerPort int port;

  private TestDesk api;
  private TestHospital hospital;
  private UUID doctor;
  private UUID patient;
  private UUID room;
  private Instant noon;

  /// The first booking has the node remember whom it knows.
  @BeforeEach
  void aPatientWhoHasBeenThereBefore() {
    api = TestDesk.at(port);
    hospital =
        TestHospital.with(
            jdbc,
            BookingPolicy.of(
                60,
                List.of(
                    new AppointmentType("FOLLOW_UP", 60, 0, false, true),
                    new AppointmentType("LONG", 60, 30, false, true),
                    new AppointmentType("SURGERY", 60, 30, true, true))));
    room = UUID.randomUUID();
    jdbc.sql("insert into room (id, hospital_id, name) values (?, ?, 'A 1')")
        .params(room, hospital.id())
        .update();
    doctor = hospital.doctor();
    patient = hospital.patient();
    noon = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(10, ChronoUnit.DAYS);
    noon = noon.plus(11, ChronoUnit.HOURS);
    hospital.availability(
        doctor,
        noon.minus(3, ChronoUnit.HOURS).toString(),
        noon.plus(5, ChronoUnit.HOURS).toString());
    sent(Map.of(), -1);
  }

  @AfterEach
  void close() {
    jdbc.sql("delete from appointment where status = 'HELD'").update();
    api.close();
  }

  @Test
  void aBookingIsOneRoundTrip() {
    assertThat(sent(Map.of("reason", "Cough", "notes", "For weeks"), 0))
        .singleElement()
        .asString()
        .contains("book(");
  }

  /// Who has never been booked at this node is read before.
  @Test
  void theFirstOneOfAPatientAsksOnceMore() {
    assertThat(sent(Map.of("patientId", hospital.patient()), 0)).hasSize(2);
  }

  @Test
  void soIsOneWithABufferAndInAChosenRoom() {
    assertThat(sent(Map.of("type", "LONG"), 0)).hasSize(1);
    assertThat(sent(Map.of("type", "SURGERY", "roomId", room), 2)).hasSize(1);
  }

  @Test
  void soIsOneUnderAHold() {
    Answer held =
        api.post(
            "/holds",
            Map.of(
                "hospitalId",
                hospital.id(),
                "doctorId",
                doctor,
                "start",
                noon.toString(),
                "type",
                "FOLLOW_UP"));
    assertThat(sent(Map.of("holdId", held.text("id")), 0)).hasSize(1);
  }

  /// Which rooms are free is asked before.
  @Test
  void whoTakesAnyRoomAsksOnceMore() {
    assertThat(sent(Map.of("type", "SURGERY"), 0)).hasSize(2);
  }

  /// @param hours after noon
  private List<String> sent(Map<String, Object> wish, int hours) {
    Map<String, Object> booking =
        hospital.booking(doctor, patient, noon.plus(hours, ChronoUnit.HOURS).toString());
    for (var each : wish.entrySet()) {
      booking = and(booking, each.getKey(), each.getValue());
    }
    String key = UUID.randomUUID().toString();
    Answer booked = api.post("/appointments", booking, "Idempotency-Key", key);
    assertThat(booked.status()).as(booked.body()).isEqualTo(201);
    return CountedStatements.of(key).stream()
        .filter(statement -> !statement.startsWith(SIGNED_OUT))
        .toList();
  }
}
