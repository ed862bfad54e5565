package io.daysheet.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.TestDatabase;
import io.daysheet.server.database.SqlClinic.Ended;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Many writers at the same moment, each on a connection of its own.
class ScheduleRacesIT {

  private static final int WRITERS = 64;

  private static final String OVERLAPS =
      """
      select count(*) from appointment a join appointment b
        on a.id < b.id and a.active_during is not null and b.active_during is not null
        and ((a.doctor_id = b.doctor_id and a.occupied && b.occupied)
          or (a.patient_id = b.patient_id and a.during && b.during))
      """;

  private static final String OUTSIDE =
      """
      select count(*) from appointment a where active_during is not null and not exists (
        select from availability v where v.id = a.availability_id and v.doctor_id = a.doctor_id
          and v.during @> a.during)
      """;

  private static TestDatabase database;

  private SqlClinic clinic;
  private UUID doctor;

  @BeforeAll
  static void migrate() {
    database = TestDatabase.migrated();
  }

  @AfterEach
  void close() throws SQLException {
    clinic.close();
  }

  @BeforeEach
  void openTheDoctorsDay() throws SQLException {
    clinic = SqlClinic.in(database);
    doctor = clinic.doctor();
    clinic.availability(doctor, 8, 20);
  }

  @Test
  void oneOfManyWritersGetsTheSlotAndTheOthersHearSoAtOnce() throws Exception {
    List<UUID> patients = clinic.patients(WRITERS);
    List<Ended> ended = race(i -> connection -> book(connection, patients.get(i), 10, 11));
    assertThat(ended).filteredOn(e -> e.outcome().equals("booked")).hasSize(1);
    assertThat(ended).filteredOn(e -> e.outcome().equals("refused")).hasSize(WRITERS - 1);
  }

  @Test
  void oneOfManyOverlappingButUnequalRangesIsBooked() throws Exception {
    List<UUID> patients = clinic.patients(WRITERS);
    List<Ended> ended =
        race(i ->
            connection ->
                book(connection, patients.get(i), 12 - 0.02 * (i + 1), 12 + 0.03 * (i + 1)));
    assertThat(ended).filteredOn(e -> e.outcome().equals("booked")).hasSize(1);
    assertThat(ended).filteredOn(e -> e.outcome().equals("refused")).hasSize(WRITERS - 1);
  }

  @Test
  void onePatientWithManyDoctorsAtOnceIsBookedOnce() throws Exception {
    UUID patient = clinic.patient();
    List<UUID> doctors = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      doctors.add(clinic.doctor());
      clinic.availability(doctors.get(i), 8, 20);
    }
    List<Ended> ended =
        race(
            i -> connection -> clinic.book(connection, doctors.get(i), patient, 10, 11, null, "r"));
    assertThat(ended).filteredOn(e -> e.outcome().equals("booked")).hasSize(1);
  }

  @Test
  void oneKeyUsedByManyAtOnceWritesOnce() throws Exception {
    UUID patient = clinic.patient();
    String key = UUID.randomUUID().toString();
    List<Ended> ended =
        race(i -> connection -> clinic.book(connection, doctor, patient, 10, 11, key, "the same"));
    assertThat(ended).filteredOn(e -> e.outcome().equals("booked")).hasSize(1);
    assertThat(ended).filteredOn(e -> e.outcome().equals("repeated")).hasSize(WRITERS - 1);
  }

  @Test
  void randomOverlappingBookingsEndWithoutOverlapOrDeadlockAndWithADenseStream() throws Exception {
    List<UUID> doctors = new ArrayList<>(List.of(doctor));
    for (int i = 0; i < 3; i++) {
      doctors.add(clinic.doctor());
      clinic.availability(doctors.getLast(), 8, 20);
    }
    List<UUID> patients = clinic.patients(12);
    long until = System.nanoTime() + Duration.ofSeconds(3).toNanos();
    List<Integer> booked =
        together(
            32,
            i ->
                connection -> {
                  Random random = new Random(i);
                  int mine = 0;
                  while (System.nanoTime() < until) {
                    double from = 8 + random.nextInt(44) / 4.0;
                    Ended ended =
                        clinic.book(
                            connection,
                            doctors.get(random.nextInt(doctors.size())),
                            patients.get(random.nextInt(patients.size())),
                            from,
                            from + (1 + random.nextInt(4)) / 4.0,
                            null,
                            "r");
                    if (ended.outcome().equals("booked")) {
                      mine++;
                    }
                    if (random.nextInt(4) == 0) {
                      cancelOne(connection, doctors.get(random.nextInt(doctors.size())));
                    }
                  }
                  return mine;
                });
    assertThat(booked.stream().mapToInt(Integer::intValue).sum()).isGreaterThan(20);
    assertThat(clinic.count(OVERLAPS)).isZero();
    assertThat(clinic.count(OUTSIDE)).isZero();
    assertDense();
  }

  @Test
  void anAvailabilityIsRemovedOrBookedIntoNeverBoth() throws Exception {
    for (int round = 0; round < 30; round++) {
      UUID someone = clinic.doctor();
      UUID availability = clinic.availability(someone, 9, 12);
      List<UUID> patients = clinic.patients(4);
      List<Ended> ended =
          together(
              4,
              i ->
                  connection ->
                      i == 3
                          ? clinic.removeAvailability(connection, availability)
                          : clinic.book(
                              connection, someone, patients.get(i), 9 + i, 10 + i, null, "r"));
      boolean removed = ended.get(3).outcome().equals("removed");
      long booked = ended.stream().filter(e -> e.outcome().equals("booked")).count();
      assertThat(removed ? 0 : 3).as("round %d: %s", round, ended).isEqualTo((int) booked);
    }
    assertThat(clinic.count(OUTSIDE)).isZero();
  }

  @Test
  void aReaderThatFollowsTheNumbersMissesNothing() throws Exception {
    List<UUID> patients = clinic.patients(16);
    List<UUID> doctors = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      doctors.add(clinic.doctor());
      clinic.availability(doctors.get(i), 0, 24);
    }
    long until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
    // the seventeenth reads on from the last number that it saw, as the server's safety poll does
    List<Long> seen =
        together(
            17,
            i ->
                connection -> {
                  long last = 0;
                  for (int n = 0; System.nanoTime() < until; n = (n + 1) % 96) {
                    if (i < 16) {
                      clinic.book(
                          connection,
                          doctors.get(i),
                          patients.get(i),
                          n / 4.0,
                          (n + 1) / 4.0,
                          null,
                          "r");
                    } else {
                      last = readOn(connection, last);
                    }
                  }
                  return i < 16 ? 0L : last;
                });
    assertThat(seen.get(16)).isGreaterThan(50);
    assertDense();
  }

  /// Fails as soon as a number is missing before a later one.
  private long readOn(Connection connection, long last) throws SQLException {
    long read = last;
    try (var statement =
        connection.prepareStatement(
            "select sequence from change where hospital_id = ? and sequence > ? order by"
                + " sequence")) {
      statement.setObject(1, clinic.hospital());
      statement.setLong(2, last);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          assertThat(rows.getLong(1)).isEqualTo(++read);
        }
      }
    }
    return read;
  }

  private void assertDense() throws SQLException {
    String mine = " where hospital_id = '" + clinic.hospital() + "'";
    long changes = clinic.count("select count(*) from change" + mine);
    assertThat(clinic.count("select max(sequence) from change" + mine)).isEqualTo(changes);
    assertThat(clinic.count("select sequence from stream" + mine)).isEqualTo(changes);
  }

  private static void cancelOne(Connection connection, UUID doctor) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select outcome from (
              select id, version from appointment
              where doctor_id = ? and active_during is not null limit 1
            ) as a, step_appointment(a.id, a.version, 'cancelled', 'CANCELLED', 'test', null, null,
              gen_random_uuid(), null, ?, null, null, 200, null, null)
            """)) {
      statement.setObject(1, doctor);
      statement.setObject(2, SqlClinic.at(0));
      statement.executeQuery().close();
    }
  }

  private Ended book(Connection writer, UUID patient, double from, double until)
      throws SQLException {
    return clinic.book(writer, doctor, patient, from, until, null, "r");
  }

  /// All at once, and all answered within a second.
  private static List<Ended> race(IntFunction<Work<Ended>> work) throws Exception {
    List<Long> took = new ArrayList<>();
    List<Ended> ended =
        together(
            WRITERS,
            i ->
                connection -> {
                  long start = System.nanoTime();
                  Ended mine = work.apply(i).on(connection);
                  synchronized (took) {
                    took.add(System.nanoTime() - start);
                  }
                  return mine;
                });
    assertThat(took).allMatch(each -> each < Duration.ofSeconds(1).toNanos());
    return ended;
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private static <T> List<T> together(int writers, IntFunction<Work<T>> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(writers);
    List<T> results = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        Work<T> mine = work.apply(i);
        Callable<T> task =
            () -> {
              try (Connection connection = database.connect()) {
                start.await();
                return mine.on(connection);
              }
            };
        futures.add(executor.submit(task));
      }
      for (Future<T> future : futures) {
        results.add(future.get());
      }
    }
    return results;
  }
}
