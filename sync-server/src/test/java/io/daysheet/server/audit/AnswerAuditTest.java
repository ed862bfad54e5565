package io.daysheet.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.ContactPreferences;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditOutcome;
import io.daysheet.wire.Page;
import io.daysheet.wire.Problem;
import io.daysheet.wire.WireJson;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Each answer with what is written of it.
class AnswerAuditTest {

  private static final UUID ID = new UUID(3, 3);
  private static final PatientId ZOFIA = new PatientId(new UUID(2, 1));
  private static final PatientId NIAMH = new PatientId(new UUID(2, 2));

  private static final Page<Patient> MANY =
      new Page<>(
          IntStream.range(0, 60)
              .mapToObj(i -> Endpoints.patient(new PatientId(new UUID(4, i))))
              .toList(),
          null);

  private final List<Deed> written = new ArrayList<>();
  private boolean broken;
  private Semaphore disk = new Semaphore(1);
  private MockMvc http;

  @BeforeEach
  void begin() {
    http =
        MockMvcBuilders.standaloneSetup(new Endpoints())
            .setControllerAdvice(new AnswerAudit(new Recording(), WireJson.mapper()))
            .setMessageConverters(new JacksonJsonHttpMessageConverter(WireJson.mapper()))
            .defaultRequest(
                get("/")
                    .principal(
                        new TestingAuthenticationToken(
                            TestCallers.receptionist(new HospitalId(new UUID(1, 1))), "")))
            .build();
  }

  @Test
  void aReadNamesThePatientsThatAreInTheAnswer() throws Exception {
    http.perform(get("/found")).andExpect(status().isOk());

    assertThat(written)
        .containsExactly(
            Deed.done(AuditAction.PATIENTS_SEARCHED, null, null, Set.of(ZOFIA, NIAMH)));
  }

  @Test
  void whatTheAddressNamesIsTheSubject() throws Exception {
    http.perform(get("/patient/" + ID)).andExpect(header().string("ETag", "\"1\""));

    assertThat(written)
        .containsExactly(Deed.done(AuditAction.PATIENT_READ, ID, null, Set.of(ZOFIA)));
  }

  @Test
  void aCommandThatWroteItsOwnEntryIsNotWrittenTwice() throws Exception {
    http.perform(get("/booked")).andExpect(status().isOk());

    assertThat(written).isEmpty();
  }

  @Test
  void aRefusalIsWrittenWithItsCodeAndTheStateThatItShows() throws Exception {
    http.perform(get("/stale/" + ID)).andExpect(status().isPreconditionFailed());

    assertThat(written)
        .containsExactly(
            Deed.notDone(AuditAction.APPOINTMENT_CANCELLED, AuditOutcome.REFUSED, ID, "stale")
                .about(null, Set.of(NIAMH)));
  }

  @Test
  void whatIsForbiddenIsWrittenAlsoWhereNothingElseIs() throws Exception {
    http.perform(get("/forbidden/" + ID)).andExpect(status().isForbidden());

    assertThat(written)
        .containsExactly(
            Deed.notDone(AuditAction.REQUEST, AuditOutcome.FORBIDDEN, ID, "forbidden"));
  }

  @Test
  void whatIsMerelyMalformedOrMissingIsNotWritten() throws Exception {
    http.perform(get("/missing")).andExpect(status().isNotFound());

    assertThat(written).isEmpty();
  }

  @Test
  void anAnswerWhoseEntryCantBeWrittenDoesNotLeave() throws Exception {
    broken = true;

    http.perform(get("/patient/" + ID))
        .andExpect(status().isServiceUnavailable())
        .andExpect(header().string("Retry-After", "1"))
        .andExpect(header().doesNotExist("ETag"))
        .andExpect(header().string("Content-Type", Problem.MEDIA_TYPE))
        .andExpect(jsonPath("$.code").value("unavailable"))
        .andExpect(jsonPath("$.givenName").doesNotExist());
  }

  @Test
  void anAnswerAboutManyIsTheSameAsOneAboutFew() throws Exception {
    http.perform(get("/many"))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", "application/json"))
        .andExpect(content().string(WireJson.mapper().writeValueAsString(MANY)));

    assertThat(written).hasSize(1);
    assertThat(written.getFirst().patients()).hasSize(MANY.items().size());
  }

  @Test
  void anAnswerAboutManyWhoseEntryCantBeWrittenDoesNotLeave() throws Exception {
    broken = true;

    http.perform(get("/many"))
        .andExpect(status().isServiceUnavailable())
        .andExpect(jsonPath("$.code").value("unavailable"))
        .andExpect(jsonPath("$.items").doesNotExist());
  }

  @Test
  void anAnswerAboutManyWaitsForItsEntry() throws Exception {
    disk = new Semaphore(0);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answer = threads.submit(() -> http.perform(get("/many")).andReturn().getResponse());
      await().until(disk::hasQueuedThreads);
      assertThatThrownBy(() -> answer.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);

      disk.release();
      assertThat(answer.get().getContentAsString()).contains("Zofia");
    }
  }

  private final class Recording extends Audit {
    Recording() {
      super(
          new EntryWriter(
              JdbcClient.create(new DriverManagerDataSource("")),
              WireJson.mapper(),
              new TestCipher(Path.of(""))),
          InstantSource.system());
    }

    @Override
    public void write(Who who, Deed deed) {
      if (broken) {
        throw RequestRefused.of(ProblemKind.UNAVAILABLE);
      }
      disk.acquireUninterruptibly();
      written.add(deed);
    }
  }

  @RestController
  static final class Endpoints {

    @GetMapping("/found")
    @Audited(AuditAction.PATIENTS_SEARCHED)
    Page<Patient> found() {
      return new Page<>(List.of(patient(ZOFIA), patient(NIAMH)), null);
    }

    @GetMapping("/many")
    @Audited(AuditAction.PATIENTS_SEARCHED)
    Page<Patient> many() {
      return MANY;
    }

    @GetMapping("/patient/{id}")
    @Audited(AuditAction.PATIENT_READ)
    ResponseEntity<Object> patient(@PathVariable String id) {
      return Answers.found(1, patient(ZOFIA));
    }

    @GetMapping("/booked")
    @Audited(value = AuditAction.APPOINTMENT_BOOKED, byItself = true)
    Patient booked() {
      return patient(ZOFIA);
    }

    @GetMapping("/stale/{id}")
    @Audited(value = AuditAction.APPOINTMENT_CANCELLED, byItself = true)
    ResponseEntity<Object> stale(@PathVariable String id) {
      return Answers.problem(Problems.stale(1, 2, patient(NIAMH)));
    }

    @GetMapping("/forbidden/{id}")
    @NotAudited("nobody's data")
    ResponseEntity<Object> forbidden(@PathVariable String id) {
      return ResponseEntity.status(403).body("{}");
    }

    @GetMapping("/missing")
    @Audited(AuditAction.PATIENT_READ)
    ResponseEntity<Object> missing() {
      return Answers.problem(Problems.of(ProblemKind.NOT_FOUND));
    }

    private static Patient patient(PatientId id) {
      return new Patient(
          id,
          "M-" + id,
          "Zofia",
          "Test",
          LocalDate.of(1990, 1, 1),
          null,
          null,
          null,
          null,
          ContactPreferences.NONE,
          true,
          null,
          1);
    }
  }
}
