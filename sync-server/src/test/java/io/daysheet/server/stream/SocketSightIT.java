package io.daysheet.server.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.server.Clinic;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.access.TwoHospitals;
import io.daysheet.server.access.TwoHospitals.Side;
import io.daysheet.server.identity.Accounts;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What each role hears on the change socket.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SocketSightIT {

  private static final int FORBIDDEN = ChangeSocket.FORBIDDEN.getCode();

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired ChangeTable table;
  @Autowired Accounts accounts;
  private TwoHospitals world;

  @BeforeAll
  void twoHospitals() {
    world = TwoHospitals.in(jdbc);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          receptionist, true,  false
          scheduler,    true,  false
          doctor,       true,  true
          admin,        false, false
          auditor,      false, false
          patient,      false, false
          integration,  true,  false
          scopeless,    false, false
          """)
  void whoMayFollowWhichHospital(String role, boolean own, boolean foreign) {
    assertThat(follows(role, world.own())).as("own").isEqualTo(own);
    assertThat(follows(role, world.foreign())).as("foreign").isEqualTo(foreign);
  }

  /// A doctor hears that something happened to somebody else's patient, and not what.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "availability-created",
        "availability-removed",
        "appointment-booked",
        "appointment-changed"
      })
  void whatIsNotTheirsKeepsItsNumberAndNothingElse(String kind) {
    Side foreign = world.foreign();
    StreamPosition before = table.position(foreign.hospital());
    String day = foreign.nextDay();
    UUID subject =
        kind.startsWith("availability")
            ? foreign.availability(day).value()
            : foreign.visit(day).value();
    long number = new Clinic(jdbc).change(kind, foreign.hospital(), subject);

    try (var doctor = DeskSocket.open(port, TwoHospitals.login("doctor"))) {
      doctor.subscribe(foreign.hospital(), before);
      doctor.awaitNumber(number);

      JsonNode heard = doctor.changes().getLast();
      assertThat(heard.propertyNames()).containsExactlyInAnyOrder("kind", "sequence", "at");
      assertThat(heard.get("kind").asString()).isEqualTo("withheld");
    }
  }

  @Test
  void whoLosesAHospitalHearsNothingMoreOfIt() {
    String login = "mover-" + UUID.randomUUID();
    UUID account = TestAccounts.account(jdbc, login, "Mover", "RECEPTIONIST");
    Side own = world.own();
    try (var desk = DeskSocket.open(port, login)) {
      desk.subscribe(own.hospital(), table.position(own.hospital()));
      desk.awaitNumber(booked(own));
      jdbc.sql("update account set every_hospital = false where id = ?").param(account).update();
      accounts.refresh();
      long missed = booked(own);
      assertThat(desk.hears(missed)).isFalse();
      assertThat(desk.awaitClose()).isEqualTo(FORBIDDEN);
      assertThat(desk.numbers()).doesNotContain(missed);
    }
  }

  @Test
  void whatIsTheirsIsTold() {
    Side own = world.own();
    StreamPosition before = table.position(own.hospital());
    long number = booked(own);

    for (String role : List.of("receptionist", "doctor")) {
      try (var desk = DeskSocket.open(port, TwoHospitals.login(role))) {
        desk.subscribe(own.hospital(), before);
        desk.awaitNumber(number);
        assertThat(desk.changes().getLast().at("/patient/familyName").asString())
            .as(role)
            .isEqualTo(own.familyName());
      }
    }
  }

  /// Or it would stay on the board of the doctor who does not have it any more.
  @Test
  void whoseVisitGoesToAnotherDoctorIsToldThatItLeftAndNotWhereTo() {
    Side own = world.own();
    StreamPosition before = table.position(own.hospital());
    String day = own.nextDay();
    UUID visit = own.visit(day).value();
    UUID colleague = movedToAColleague(own, visit, day);

    try (var doctor = DeskSocket.open(port, TwoHospitals.login("doctor"));
        var desk = DeskSocket.open(port, TwoHospitals.login("receptionist"))) {
      doctor.subscribe(own.hospital(), before);
      doctor.awaitNumber(before.sequence() + 1);
      JsonNode heard = doctor.changes().getLast();
      assertThat(heard.propertyNames())
          .containsExactlyInAnyOrder("kind", "sequence", "at", "by", "appointmentId", "version");
      assertThat(heard.get("kind").asString()).isEqualTo("appointment-left");
      assertThat(heard.get("appointmentId").asString()).isEqualTo(visit.toString());

      desk.subscribe(own.hospital(), before);
      desk.awaitNumber(before.sequence() + 1);
      JsonNode moved = desk.changes().getLast();
      assertThat(moved.get("kind").asString()).isEqualTo("appointment-moved");
      assertThat(moved.get("doctorId").asString()).isEqualTo(colleague.toString());
      assertThat(moved.get("fromDoctorId").asString()).isEqualTo(own.doctor().toString());
    }
  }

  private UUID movedToAColleague(Side side, UUID visit, String day) {
    DoctorId colleague = side.clinic().doctor("Dr. Other", side.hospital());
    UUID there =
        side.clinic()
            .availability(side.hospital(), colleague, day + "T10:00+02:00", day + "T12:00+02:00")
            .value();
    jdbc.sql(
            """
            update appointment set doctor_id = ?, availability_id = ?, version = version + 1
            where id = ?
            """)
        .params(colleague.value(), there, visit)
        .update();
    jdbc.sql(
            """
            select commit_change(a.hospital_id, 'appointment-moved', a.id, ?, a.during, a.version,
              'Desk 1', a.created_at)
            from appointment a where a.id = ?
            """)
        .params(side.doctor().value(), visit)
        .query(Long.class)
        .single();
    return colleague.value();
  }

  /// Who follows is in the audit from the first subscription to the goodbye, with the patients of
  /// what was sent at once.
  @Test
  void theAuditTellsWhoFollowsFromWhenToWhen() {
    Side own = world.own();
    StreamPosition before = table.position(own.hospital());
    // nobody else here follows as the other one: goodbyes are written a little later
    try (var first = DeskSocket.open(port, TwoHospitals.login("scheduler"));
        var desk = DeskSocket.open(port, TestAccounts.OTHER)) {
      first.subscribe(own.hospital(), before);
      long number = booked(own);
      first.awaitNumber(number);
      // from what the node has kept for the first
      desk.subscribe(own.hospital(), before);
      desk.awaitNumber(number);
      assertThat(newest(TestAccounts.OTHER, own))
          .isEqualTo("changes-followed done " + own.patient());
    }
    await()
        .untilAsserted(
            () -> assertThat(newest(TestAccounts.OTHER, own)).isEqualTo("changes-left done "));

    try (var desk = DeskSocket.open(port, TwoHospitals.login("receptionist"))) {
      desk.subscribe(world.foreign().hospital(), before);
      assertThat(desk.awaitClose()).isEqualTo(FORBIDDEN);
    }
    assertThat(newest(TwoHospitals.login("receptionist"), world.foreign()))
        .isEqualTo("changes-followed forbidden ");
    try (var desk = DeskSocket.open(port, TwoHospitals.login("auditor"))) {
      desk.subscribe(own.hospital(), before);
      assertThat(desk.awaitClose()).isEqualTo(FORBIDDEN);
    }
    assertThat(newest(TwoHospitals.login("auditor"), own)).isEqualTo("changes-followed forbidden ");
  }

  /// One sees each visit of a hospital, the doctor the own ones only. The entry is there before
  /// anything arrives.
  @Test
  void theAuditTellsWhoIsToldOfWhom() {
    String doctor = TwoHospitals.login("doctor");

    assertThat(toldToDeskAnd(doctor, world.own()))
        .isEqualTo(world.own().patient() + " " + readers(TestAccounts.OTHER, doctor));
    assertThat(toldToDeskAnd(doctor, world.foreign()))
        .isEqualTo(world.foreign().patient() + " " + readers(TestAccounts.OTHER));
  }

  private String toldToDeskAnd(String doctor, Side side) {
    StreamPosition before = table.position(side.hospital());
    UUID hours = side.availability(side.nextDay()).value();
    long nothing = new Clinic(jdbc).change("availability-created", side.hospital(), hours);
    try (var desk = DeskSocket.open(port, TestAccounts.OTHER);
        var doctors = DeskSocket.open(port, doctor)) {
      desk.subscribe(side.hospital(), before).awaitNumber(nothing);
      doctors.subscribe(side.hospital(), before).awaitNumber(nothing);

      long number = booked(side);
      desk.awaitNumber(number);
      return jdbc.sql(
              """
              select array_to_string(patients, ' ') || ' ' || array_to_string(readers, ' ')
              from audit_entry where hospital_id = ? and action = 'changes-sent'
              order by id desc limit 1
              """)
          .param(side.hospital().value())
          .query(String.class)
          .single();
    }
  }

  private static String readers(String... logins) {
    return Stream.of(logins)
        .map(TestAccounts::id)
        .sorted()
        .map(UUID::toString)
        .collect(Collectors.joining(" "));
  }

  private String newest(String login, Side side) {
    return jdbc.sql(
            """
            select action || ' ' || outcome || ' ' || array_to_string(patients, ' ')
            from audit_entry where account_id = ? and hospital_id = ? and action like 'changes-%'
            order by id desc limit 1
            """)
        .params(TestAccounts.id(login), side.hospital().value())
        .query(String.class)
        .single();
  }

  private long booked(Side side) {
    UUID visit = side.visit(side.nextDay()).value();
    return new Clinic(jdbc).change("appointment-booked", side.hospital(), visit);
  }

  private boolean follows(String role, Side side) {
    StreamPosition before = table.position(side.hospital());
    long number = booked(side);
    try (var desk = DeskSocket.open(port, TwoHospitals.login(role))) {
      desk.subscribe(side.hospital(), before);
      if (desk.hears(number)) {
        return true;
      }
      assertThat(desk.awaitClose()).isEqualTo(FORBIDDEN);
      return false;
    }
  }
}
