package io.daysheet.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestDatabase;
import io.daysheet.server.TestHospital;
import io.daysheet.server.access.Caller;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditEntry;
import io.daysheet.wire.AuditOutcome;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What is written, and when it is not.
@ServerTest
class AuditIT {

  private static final HospitalId HOSPITAL = new HospitalId(new UUID(1, 1));
  private static final PatientId ZOFIA = new PatientId(new UUID(2, 1));
  private static final PatientId NIAMH = new PatientId(new UUID(2, 2));

  @Autowired Audit audit;
  @Autowired EntryRows entries;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Environment environment;

  private final Caller caller = TestCallers.receptionist(HOSPITAL);

  @Test
  void anEntrySaysWhoDidWhatFromWhereToWhom() {
    UUID visit = UUID.randomUUID();
    Who who = Who.of(caller);

    audit.write(
        who, Deed.done(AuditAction.APPOINTMENT_READ, visit, HOSPITAL, List.of(ZOFIA, NIAMH)));

    assertThat(
            jdbc.sql(
                    """
                    select action, outcome, code, account_id, account_name, roles, client, address,
                      desk, request_id, subject_kind, subject_id, hospital_id,
                      array_to_string(patients, ' ') as patients, readers
                    from audit_entry where subject_id = ?
                    """)
                .param(visit)
                .query()
                .singleRow())
        .containsAllEntriesOf(
            Map.ofEntries(
                Map.entry("action", "appointment-read"),
                Map.entry("outcome", "done"),
                Map.entry("account_id", caller.account().id().value()),
                Map.entry("account_name", "Zofia Front"),
                Map.entry("roles", "RECEPTIONIST,SCHEDULER"),
                Map.entry("client", "daysheet-desk"),
                Map.entry("address", "192.0.2.7"),
                Map.entry("desk", "Desk 3"),
                Map.entry("request_id", who.request()),
                Map.entry("subject_kind", "appointment"),
                Map.entry("subject_id", visit),
                Map.entry("hospital_id", HOSPITAL.value()),
                Map.entry("patients", ZOFIA + " " + NIAMH)))
        .containsEntry("code", null)
        .containsEntry("readers", null);
  }

  @Test
  void whatIsRefusedIsWrittenWithItsCode() {
    UUID visit = UUID.randomUUID();
    audit.write(
        Who.of(caller),
        Deed.notDone(AuditAction.APPOINTMENT_READ, AuditOutcome.FORBIDDEN, visit, "forbidden"));

    assertThat(entries(visit)).containsExactly("appointment-read forbidden forbidden");
  }

  @Test
  void aReasonIsStoredEncryptedAndReadAgain() {
    UUID visit = UUID.randomUUID();
    audit.write(
        Who.of(caller, "Zofia's mother called"),
        Deed.done(AuditAction.APPOINTMENT_CANCELLED, visit));

    assertThat(
            jdbc.sql("select encode(reason, 'escape') from audit_entry where subject_id = ?")
                .param(visit)
                .query(String.class)
                .single())
        .doesNotContain("mother");
    assertThat(
            entries.settled(1, 0, 10_000).stream()
                .filter(entry -> visit.equals(entry.subjectId()))
                .map(AuditEntry::reason))
        .containsExactly("Zofia's mother called");
  }

  @Test
  void anEntryIsOfItsTransactionAndGoesWithIt() {
    UUID visit = UUID.randomUUID();

    transaction.executeWithoutResult(status -> {
      audit.write(Who.of(caller), Deed.done(AuditAction.PATIENT_REGISTERED, visit));
      status.setRollbackOnly();
    });

    assertThat(entries(visit)).isEmpty();
  }

  @Test
  void whatCantBeWrittenIsUnavailableRatherThanSilent() {
    JdbcClient owner = TestDatabase.owner(environment);
    owner.sql("revoke execute on all functions in schema public from daysheet_app").update();
    try {
      assertThatThrownBy(() ->
              audit.write(Who.of(caller), Deed.done(AuditAction.SIGNED_IN, UUID.randomUUID())))
          .isInstanceOfSatisfying(
              RequestRefused.class,
              refused -> assertThat(refused.problem().status()).isEqualTo(503));
    } finally {
      owner.sql("grant execute on all functions in schema public to daysheet_app").update();
    }
  }

  /// Each command of the schema, as its capability calls it.
  @Test
  void aCommandWritesItsEntryInItsOwnTransaction() {
    TestHospital hospital = TestHospital.hourly(jdbc);
    UUID doctor = hospital.doctor();
    UUID patient = hospital.patient();
    UUID availability = UUID.randomUUID();
    UUID visit = UUID.randomUUID();
    String who = audit.document(Who.of(caller));

    outcome(
        """
        select outcome from create_availability(?, ?, ?, '2030-03-12 09:00Z', '2030-03-12 12:00Z',
          null, now(), null, null, 201, null, null, null, ?::jsonb)
        """,
        availability,
        hospital.id(),
        doctor,
        who);
    String booking =
        """
        select outcome from book(?, ?, ?, ?, 1, 1, 1, '2030-03-12 10:00Z', '2030-03-12 11:00Z',
          '2030-03-12 11:00Z', 'FOLLOW_UP', null, null, null, null, null, null, now(), ?, '', 201,
          null, null, null, ?::jsonb)
        """;
    String key = UUID.randomUUID().toString();
    assertThat(outcome(booking, visit, hospital.id(), doctor, patient, key, who))
        .isEqualTo("booked");
    assertThat(outcome(booking, UUID.randomUUID(), hospital.id(), doctor, patient, key, who))
        .isEqualTo("repeated");
    assertThat(outcome(booking, UUID.randomUUID(), hospital.id(), doctor, patient, "other", who))
        .isEqualTo("refused");
    outcome(
        """
        select outcome from step_appointment(?, 1, 'cancelled', 'CANCELLED', 'ill', null, null,
          gen_random_uuid(), null, '2030-03-12 00:00Z', null, null, 200, null, null, ?::jsonb)
        """,
        visit,
        who);
    outcome(
        """
        select outcome
        from remove_availability(?, 1, null, now(), null, null, 204, ?::jsonb)
        """,
        availability,
        who);

    assertThat(
            jdbc.sql(
                    """
                    select action || ' ' || outcome || ' ' || cardinality(patients)
                    from audit_entry
                    where hospital_id = ? and account_id = ?
                      and (cardinality(patients) = 0 or patients = array[?::uuid])
                    order by id
                    """)
                .params(hospital.id(), caller.account().id().value(), patient)
                .query(String.class)
                .list())
        .containsExactly(
            "availability-created done 0",
            "appointment-booked done 1",
            "appointment-booked repeated 1",
            "appointment-cancelled done 1",
            "availability-removed done 0");
  }

  private String outcome(String sql, Object... parameters) {
    return jdbc.sql(sql).params(parameters).query(String.class).single();
  }

  private List<String> entries(UUID subject) {
    return jdbc.sql(
            """
            select action || ' ' || outcome || ' ' || coalesce(code, '')
            from audit_entry where subject_id = ?
            """)
        .param(subject)
        .query(String.class)
        .list();
  }
}
