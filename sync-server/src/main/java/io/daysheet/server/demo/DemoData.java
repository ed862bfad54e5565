package io.daysheet.server.demo;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.patient.Patient;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.patient.Patients;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// With `daysheet.demo=true`: fills an empty database before the server says that it is ready. One
/// that holds anything is left alone. All or nothing; the same for the same moment.
@Component
@ConditionalOnProperty("daysheet.demo")
@Order(0)
class DemoData implements ApplicationRunner {

  static final int PATIENTS = 200;

  private static final Logger log = LoggerFactory.getLogger(DemoData.class);

  private final DemoTables tables;
  private final TransactionTemplate transaction;
  private final DemoSignIns signIns;
  private final DemoClients clients;
  private final Hospitals hospitals;
  private final Doctors doctors;
  private final Patients patients;
  private final InstantSource clock;

  DemoData(
      DemoTables tables,
      TransactionTemplate transaction,
      DemoSignIns signIns,
      DemoClients clients,
      Hospitals hospitals,
      Doctors doctors,
      Patients patients,
      InstantSource clock) {
    this.tables = tables;
    this.transaction = transaction;
    this.signIns = signIns;
    this.clients = clients;
    this.hospitals = hospitals;
    this.doctors = doctors;
    this.patients = patients;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    transaction.executeWithoutResult(_ -> {
      if (tables.areEmpty()) {
        fill(clock.instant());
        signIns.make();
        clients.make();
      } else {
        log.info("The database holds data already: no demo data is written");
        signIns.keep();
        clients.keep();
      }
    });
    hospitals.refresh();
    doctors.refresh();
  }

  private void fill(Instant now) {
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    RandomGenerator random =
        RandomGeneratorFactory.of("L64X128MixRandom").create(today.toEpochDay());
    List<Hospital> places = DemoPlaces.hospitals(today);
    List<Doctor> staff = DemoPlaces.doctors();
    List<Patient> people = DemoPeople.patients(PATIENTS, today, random);
    var schedule = new DemoSchedule(people, random, now);
    places.forEach(hospital -> schedule.fill(hospital, staff));
    tables.hospitals(places);
    tables.doctors(staff);
    people.forEach(patients::add);
    tables.availabilities(schedule.availabilities());
    tables.visits(schedule.visits(), now);
    tables.analyze();
    log.info(
        "Demo data: {} hospitals, {} doctors, {} patients, {} availabilities, {} visits",
        places.size(),
        staff.size(),
        people.size(),
        schedule.availabilities().size(),
        schedule.visits().size());
  }
}
