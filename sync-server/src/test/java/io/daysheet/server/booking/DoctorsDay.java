package io.daysheet.server.booking;

import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestHospital;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A desk on a Tuesday, and a doctor who sees patients from nine to three.
abstract class DoctorsDay {

  static final String TEN = "2030-03-12T10:00:00+01:00";

  @Autowired JdbcClient jdbc;
  @Autowired SettableClock clock;
  @LocalServerPort int port;

  TestDesk api;
  TestHospital hospital;
  UUID doctor;
  UUID patient;

  @BeforeEach
  void openTheDoctorsDay() {
    api = TestDesk.at(port);
    clock.set(SettableClock.TUESDAY);
    hospital = TestHospital.hourly(jdbc);
    doctor = hospital.doctor();
    patient = hospital.patient();
    hospital.availability(doctor, "2030-03-12T09:00:00+01:00", "2030-03-12T15:00:00+01:00");
  }

  @AfterEach
  void close() {
    api.close();
  }
}
