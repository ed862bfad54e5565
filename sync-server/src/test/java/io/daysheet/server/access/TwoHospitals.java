package io.daysheet.server.access;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.RoomId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.server.Clinic;
import io.daysheet.server.TestAccounts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two hospitals that have nothing in common, and one account of each role that belongs to the
/// first: what is there is its own, what is at the second is foreign.
public record TwoHospitals(JdbcClient jdbc, Clinic clinic, Side own, Side foreign) {

  /// In the order of the matrix's columns.
  static final List<String> COLUMNS =
      List.of(
          "receptionist",
          "scheduler",
          "doctor",
          "admin",
          "auditor",
          "patient",
          "integration",
          "scopeless",
          "nobody");

  /// One hospital with a doctor, and a patient who is seen there.
  public record Side(
      Clinic clinic,
      HospitalId hospital,
      DoctorId doctor,
      PatientId patient,
      String familyName,
      AtomicInteger days) {

    static Side of(Clinic clinic, String name, String familyName) {
      HospitalId hospital = clinic.hospital(name, "Europe/Berlin");
      return new Side(
          clinic,
          hospital,
          clinic.doctor("Dr. " + name, hospital),
          clinic.patient("Ana", familyName, "1980-05-17"),
          familyName,
          new AtomicInteger(1));
    }

    /// A day of its own for each question.
    public String nextDay() {
      return LocalDate.of(2030, 6, 1).plusDays(days.getAndIncrement()).toString();
    }

    /// The hospital's only one.
    RoomId room() {
      var id = new RoomId(UUID.nameUUIDFromBytes(familyName.getBytes(StandardCharsets.UTF_8)));
      clinic
          .jdbc()
          .sql("insert into room (id, hospital_id, name) values (?, ?, ?) on conflict do nothing")
          .params(id.value(), hospital.value(), "The only one")
          .update();
      return id;
    }

    public AvailabilityId availability(String day) {
      return clinic.availability(hospital, doctor, day + "T10:00+02:00", day + "T12:00+02:00");
    }

    public WeeklyPlanId plan() {
      return clinic.plan(hospital, doctor);
    }

    public TimeOffId timeOff() {
      return clinic.timeOff(doctor, "2036-02-01T00:00Z", "2036-02-02T00:00Z");
    }

    public AppointmentId visit(String day) {
      return visit(day, patient);
    }

    /// At ten, in an availability of its own; the patient may be another hospital's.
    public AppointmentId visit(String day, PatientId whose) {
      return visit(availability(day), whose, day);
    }

    AppointmentId visit(AvailabilityId where, PatientId whose, String day) {
      return clinic.appointment(where, whose, day + "T10:00+02:00", day + "T11:00+02:00");
    }

    /// Of one column's account, over all of an availability and until it begins.
    public UUID hold(AvailabilityId where, String column) {
      UUID id = UUID.randomUUID();
      clinic
          .jdbc()
          .sql(
              """
              insert into appointment (id, hospital_id, doctor_id, availability_id, during,
                occupied, status, type, held_until, holder_account, created_at)
              select :id, v.hospital_id, v.doctor_id, v.id, v.during, v.during, 'HELD',
                'FOLLOW_UP', lower(v.during), :account, lower(v.during)
              from availability v where v.id = :availability
              """)
          .param("id", id)
          .param("account", TestAccounts.id(login(column)))
          .param("availability", where.value())
          .update();
      return id;
    }
  }

  private static final Map<JdbcClient, TwoHospitals> KNOWN = new ConcurrentHashMap<>();

  /// One for all tests of one server.
  public static TwoHospitals in(JdbcClient jdbc) {
    return KNOWN.computeIfAbsent(jdbc, TwoHospitals::made);
  }

  private static TwoHospitals made(JdbcClient jdbc) {
    var clinic = new Clinic(jdbc);
    var world =
        new TwoHospitals(
            jdbc, clinic, Side.of(clinic, "North", "Adeyemi"), Side.of(clinic, "South", "Brankov"));
    // who is seen somewhere is that doctor's patient
    world.own.visit("2030-05-20");
    world.foreign.visit("2030-05-20");
    world.accounts();
    return world;
  }

  /// A day on which there is nothing yet at either.
  String nextDay() {
    int day = Math.max(own.days().get(), foreign.days().get());
    own.days().set(day);
    foreign.days().set(day + 1);
    return own.nextDay();
  }

  private void accounts() {
    UUID doctor = own.doctor().value();
    UUID patient = own.patient().value();
    account("receptionist", "RECEPTIONIST", null, null);
    account("scheduler", "SCHEDULER", null, null);
    account("doctor", "DOCTOR", doctor, null);
    account("admin", "ADMIN", null, null);
    account("auditor", "AUDITOR", null, null);
    account("patient", "PATIENT", null, patient);
    account("integration", "INTEGRATION", null, null);
    account("scopeless", "INTEGRATION", null, null);
    jdbc.sql("update client set scopes = ? where id = 'matrix-integration'")
        .param(
            new String[] {
              "directory:read",
              "schedule:read",
              "schedule:write",
              "availability:write",
              "patients:read",
              "patients:write"
            })
        .update();
  }

  private void account(String login, String role, @Nullable UUID doctor, @Nullable UUID patient) {
    String name = login(login);
    jdbc.sql(
            """
            insert into account (id, login, name, roles, hospitals, doctor_id, patient_id, created_at)
            values (:id, :login, :login, array[:role], array[:hospital]::uuid[], :doctor::uuid,
              :patient::uuid, '2030-01-01T00:00Z')
            """)
        .params(
            new java.util.HashMap<>(
                Map.of(
                    "id",
                    TestAccounts.id(name),
                    "login",
                    name,
                    "role",
                    role,
                    "hospital",
                    own.hospital().value())))
        .param("doctor", doctor)
        .param("patient", patient)
        .update();
    TestAccounts.client(jdbc, name);
  }

  /// The account and client of a column.
  public static String login(String column) {
    return "matrix-" + column;
  }
}
