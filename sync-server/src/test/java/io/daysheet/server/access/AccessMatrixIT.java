package io.daysheet.server.access;

import static io.daysheet.server.access.TwoHospitals.COLUMNS;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.access.TwoHospitals.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every endpoint, asked by every role, about what is its own and what is not. The answers are
/// written by hand from the table of the domain, not computed from the code that they check.
@ServerTest
@Import(SettableClock.Configuration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping endpoints;

  private TwoHospitals world;
  private MatrixQuestions questions;

  @BeforeAll
  void twoHospitals() {
    world = TwoHospitals.in(jdbc);
    questions = new MatrixQuestions(Api.on(port), world);
    TestAccounts.account(jdbc, "matrix-somebody", "Somebody", "RECEPTIONIST");
  }

  /// Columns: receptionist, scheduler, doctor, admin, auditor, patient, integration, integration
  /// without scopes, nobody.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          own     | GET /hospitals                   | 200 200 200 200 403 200 200 403 401
          own     | GET /hospitals/{hospital}        | 200 200 200 200 403 200 200 403 401
          foreign | GET /hospitals/{hospital}        | 200 200 200 200 403 200 200 403 401
          own     | POST /hospitals                  | 403 403 403 201 403 403 403 403 401
          own     | PUT /hospitals/{hospital}        | 403 403 403 412 403 403 403 403 401
          own     | POST /doctors                    | 403 403 403 201 403 403 403 403 401
          own     | PUT /doctors/{doctor}            | 403 403 403 412 403 403 403 403 401
          own     | GET /rooms?hospital={hospital}   | 200 200 200 200 403 200 200 403 401
          foreign | GET /rooms?hospital={hospital}   | 200 200 200 200 403 200 200 403 401
          own     | GET /rooms/{room}                | 200 200 200 200 403 200 200 403 401
          own     | POST /rooms                      | 403 403 403 201 403 403 403 403 401
          own     | PUT /rooms/{room}                | 403 403 403 412 403 403 403 403 401
          own     | DELETE /rooms/{room}             | 403 403 403 412 403 403 403 403 401
          own     | GET /doctors                     | 200 200 200 200 403 200 200 403 401
          own     | GET /doctors/{doctor}            | 200 200 200 200 403 200 200 403 401
          foreign | GET /doctors/{doctor}            | 200 200 200 200 403 200 200 403 401
          own     | GET /patients?query={name}       | 200 200 200 403 403 200 200 403 401
          own     | GET /patients/{patient}          | 200 200 200 403 403 200 200 403 401
          foreign | GET /patients/{patient}          | 200 200 403 403 403 403 200 403 401
          own     | POST /patients                   | 201 201 403 403 403 403 201 403 401
          own     | POST /patients/duplicates        | 200 200 403 403 403 403 200 403 401
          own     | PUT /patients/{patient}          | 412 412 403 403 403 403 412 403 401
          foreign | PUT /patients/{patient}          | 412 412 403 403 403 403 412 403 401
          own     | POST /patients/{patient}/merge   | 412 412 403 403 403 403 412 403 401
          foreign | POST /patients/{patient}/merge   | 412 412 403 403 403 403 412 403 401
          own     | GET /patients/{patient}/visits   | 200 200 200 403 403 200 200 403 401
          foreign | GET /patients/{patient}/visits   | 200 200 403 403 403 403 200 403 401
          own     | GET /schedule                    | 200 200 200 403 403 403 200 403 401
          foreign | GET /schedule                    | 403 403 200 403 403 403 403 403 401
          own     | GET /rebooking?hospital={hospital} | 200 200 200 403 403 403 200 403 401
          foreign | GET /rebooking?hospital={hospital} | 403 403 200 403 403 403 403 403 401
          own     | GET /rebooking/count?hospital={hospital} | 403 403 403 200 403 403 403 403 401
          foreign | GET /rebooking/count?hospital={hospital} | 403 403 403 200 403 403 403 403 401
          own     | GET /slots                       | 200 200 200 403 403 200 200 403 401
          foreign | GET /slots                       | 200 200 200 403 403 200 200 403 401
          own     | GET /slots?status=all            | 200 200 200 403 403 403 200 403 401
          foreign | GET /slots?status=all            | 403 403 403 403 403 403 403 403 401
          own     | GET /slots?visit={id}            | 200 200 200 403 403 200 200 403 401
          foreign | GET /slots?visit={id}            | 403 403 403 403 403 403 403 403 401
          nothing | GET /slots?visit={id}            | 403 403 403 403 403 403 403 403 401
          own     | GET /availabilities/{id}         | 200 200 200 403 403 403 200 403 401
          foreign | GET /availabilities/{id}         | 403 403 403 403 403 403 403 403 401
          own     | POST /availabilities             | 201 201 403 403 403 403 201 403 401
          foreign | POST /availabilities             | 403 403 403 403 403 403 403 403 401
          own     | PUT /availabilities/{id}         | 403 200 403 403 403 403 200 403 401
          foreign | PUT /availabilities/{id}         | 403 403 403 403 403 403 403 403 401
          nothing | PUT /availabilities/{id}         | 403 403 403 403 403 403 403 403 401
          own     | DELETE /availabilities/{id}      | 403 204 403 403 403 403 204 403 401
          foreign | DELETE /availabilities/{id}      | 403 403 403 403 403 403 403 403 401
          own     | GET /weekly-plans?hospital={hospital} | 200 200 200 403 403 403 200 403 401
          foreign | GET /weekly-plans?hospital={hospital} | 403 403 200 403 403 403 403 403 401
          own     | GET /weekly-plans/{id}           | 200 200 200 403 403 403 200 403 401
          foreign | GET /weekly-plans/{id}           | 403 403 403 403 403 403 403 403 401
          nothing | GET /weekly-plans/{id}           | 403 403 403 403 403 403 403 403 401
          own     | GET /weekly-plans/horizon?hospital={hospital} | 200 200 200 403 403 403 200 403 401
          foreign | GET /weekly-plans/horizon?hospital={hospital} | 403 403 200 403 403 403 403 403 401
          own     | GET /weekly-plans/{id}/removal   | 403 200 403 403 403 403 200 403 401
          foreign | GET /weekly-plans/{id}/removal   | 403 403 403 403 403 403 403 403 401
          nothing | GET /weekly-plans/{id}/removal   | 403 403 403 403 403 403 403 403 401
          own     | POST /weekly-plans/preview       | 403 200 403 403 403 403 200 403 401
          foreign | POST /weekly-plans/preview       | 403 403 403 403 403 403 403 403 401
          own     | POST /weekly-plans               | 403 201 403 403 403 403 201 403 401
          foreign | POST /weekly-plans               | 403 403 403 403 403 403 403 403 401
          own     | PUT /weekly-plans/{id}           | 403 200 403 403 403 403 200 403 401
          foreign | PUT /weekly-plans/{id}           | 403 403 403 403 403 403 403 403 401
          nothing | PUT /weekly-plans/{id}           | 403 403 403 403 403 403 403 403 401
          own     | DELETE /weekly-plans/{id}        | 403 204 403 403 403 403 204 403 401
          foreign | DELETE /weekly-plans/{id}        | 403 403 403 403 403 403 403 403 401
          own     | PUT /weekly-plans/{id}/dates/{date} | 403 200 403 403 403 403 200 403 401
          foreign | PUT /weekly-plans/{id}/dates/{date} | 403 403 403 403 403 403 403 403 401
          own     | DELETE /weekly-plans/{id}/dates/{date} | 403 200 403 403 403 403 200 403 401
          foreign | DELETE /weekly-plans/{id}/dates/{date} | 403 403 403 403 403 403 403 403 401
          own     | GET /time-off?hospital={hospital} | 200 200 200 403 403 403 200 403 401
          foreign | GET /time-off?hospital={hospital} | 403 403 200 403 403 403 403 403 401
          own     | GET /time-off/{id}               | 200 200 200 403 403 403 200 403 401
          foreign | GET /time-off/{id}               | 403 403 403 403 403 403 403 403 401
          nothing | GET /time-off/{id}               | 403 403 403 403 403 403 403 403 401
          own     | POST /time-off                   | 403 201 201 403 403 403 201 403 401
          foreign | POST /time-off                   | 403 403 403 403 403 403 403 403 401
          own     | PUT /time-off/{id}               | 403 200 200 403 403 403 200 403 401
          foreign | PUT /time-off/{id}               | 403 403 403 403 403 403 403 403 401
          nothing | PUT /time-off/{id}               | 403 403 403 403 403 403 403 403 401
          own     | DELETE /time-off/{id}            | 403 204 204 403 403 403 204 403 401
          foreign | DELETE /time-off/{id}            | 403 403 403 403 403 403 403 403 401
          own     | GET /appointments/{id}           | 200 200 200 403 403 200 200 403 401
          foreign | GET /appointments/{id}           | 403 403 403 403 403 403 403 403 401
          nothing | GET /appointments/{id}           | 403 403 403 403 403 403 403 403 401
          own     | POST /appointments               | 201 201 201 403 403 201 201 403 401
          foreign | POST /appointments               | 403 403 403 403 403 403 403 403 401
          own     | POST /appointments/{id}/cancel   | 200 200 200 403 403 200 200 403 401
          foreign | POST /appointments/{id}/cancel   | 403 403 403 403 403 403 403 403 401
          nothing | POST /appointments/{id}/cancel   | 403 403 403 403 403 403 403 403 401
          own     | POST /appointments/{id}/reschedule | 200 200 200 403 403 200 200 403 401
          foreign | POST /appointments/{id}/reschedule | 403 403 403 403 403 403 403 403 401
          nothing | POST /appointments/{id}/reschedule | 403 403 403 403 403 403 403 403 401
          own     | POST /appointments/{id}/confirm  | 200 200 200 403 403 200 200 403 401
          foreign | POST /appointments/{id}/confirm  | 403 403 403 403 403 403 403 403 401
          own     | POST /appointments/{id}/check-in | 200 200 200 403 403 200 200 403 401
          foreign | POST /appointments/{id}/check-in | 403 403 403 403 403 403 403 403 401
          own     | POST /appointments/{id}/undo-check-in | 409 409 409 403 403 403 409 403 401
          foreign | POST /appointments/{id}/undo-check-in | 403 403 403 403 403 403 403 403 401
          own     | POST /appointments/{id}/complete | 409 409 409 403 403 403 409 403 401
          foreign | POST /appointments/{id}/complete | 403 403 403 403 403 403 403 403 401
          own     | POST /appointments/{id}/no-show  | 409 409 409 403 403 403 409 403 401
          foreign | POST /appointments/{id}/no-show  | 403 403 403 403 403 403 403 403 401
          own     | GET /appointments/{id}/history   | 200 200 200 403 403 200 200 403 401
          foreign | GET /appointments/{id}/history   | 403 403 403 403 403 403 403 403 401
          nothing | GET /appointments/{id}/history   | 403 403 403 403 403 403 403 403 401
          own     | GET /appointments/{id}/calendar  | 200 200 200 403 403 200 200 403 401
          foreign | GET /appointments/{id}/calendar  | 403 403 403 403 403 403 403 403 401
          nothing | GET /appointments/{id}/calendar  | 403 403 403 403 403 403 403 403 401
          own     | POST /holds                      | 201 201 201 403 403 201 201 403 401
          foreign | POST /holds                      | 403 403 403 403 403 201 403 403 401
          own     | PUT /holds/{own}                 | 200 200 200 403 403 200 200 403 401
          own     | PUT /holds/{id}                  | 403 403 403 403 403 403 403 403 401
          nothing | PUT /holds/{id}                  | 409 409 409 403 403 409 409 403 401
          own     | DELETE /holds/{own}              | 204 204 204 403 403 204 204 403 401
          own     | DELETE /holds/{id}               | 403 403 403 403 403 403 403 403 401
          nothing | DELETE /holds/{id}               | 204 204 204 403 403 204 204 403 401
          own     | GET /emergency-access            | 403 403 200 403 403 403 403 403 401
          foreign | POST /emergency-access           | 403 403 201 403 403 403 403 403 401
          nothing | POST /emergency-access           | 403 403 404 403 403 403 403 403 401
          own     | DELETE /emergency-access/{id}    | 403 403 204 403 403 403 403 403 401
          foreign | DELETE /emergency-access/{id}    | 403 403 403 403 403 403 403 403 401
          own     | GET /audit                       | 403 403 403 403 200 403 403 403 401
          own     | GET /audit?patient={patient}     | 403 403 403 403 200 403 403 403 401
          own     | GET /audit/verification          | 403 403 403 403 200 403 403 403 401
          own     | GET /audit/export                | 403 403 403 403 200 403 403 403 401
          own     | GET /users                       | 403 403 403 200 403 403 403 403 401
          foreign | GET /users/{user}                | 403 403 403 200 403 403 403 403 401
          own     | POST /users                      | 403 403 403 201 403 403 403 403 401
          foreign | PUT /users/{user}                | 403 403 403 200 403 403 403 403 401
          foreign | POST /users/{user}/reset-password | 403 403 403 200 403 403 403 403 401
          foreign | POST /users/{user}/unlock        | 403 403 403 204 403 403 403 403 401
          foreign | DELETE /users/{user}/second-factor | 403 403 403 204 403 403 403 403 401
          own     | GET /clients                     | 403 403 403 200 403 403 403 403 401
          foreign | GET /clients/{client}            | 403 403 403 200 403 403 403 403 401
          own     | POST /clients                    | 403 403 403 201 403 403 403 403 401
          foreign | PUT /clients/{client}            | 403 403 403 200 403 403 403 403 401
          foreign | POST /clients/{client}/rotate-secret | 403 403 403 200 403 403 403 403 401
          own     | GET /me                          | 200 200 200 200 200 200 200 200 401
          own     | POST /me/password                | 422 422 422 422 422 422 422 422 401
          own     | PUT /me/pin                      | 204 204 204 204 204 204 204 204 401
          own     | POST /me/unlock                  | 204 204 204 204 204 204 204 204 401
          own     | DELETE /me/pin                   | 204 204 204 204 204 204 204 204 401
          own     | PUT /me/second-factor            | 422 422 422 422 422 422 422 422 401
          own     | POST /me/second-factor           | 422 422 422 422 422 422 422 422 401
          own     | POST /me/second-factor/remove    | 422 422 422 422 422 422 422 422 401
          own     | POST /me/recovery-codes          | 422 422 422 422 422 422 422 422 401
          """)
  void whoMayDoWhat(String whose, String call, String expected) {
    Side side = whose.equals("foreign") ? world.foreign() : world.own();
    List<Answer> answers =
        COLUMNS.stream()
            .map(column -> questions.ask(call, side, whose.equals("nothing"), column))
            .toList();

    assertThat(answers.stream().map(answer -> String.valueOf(answer.status())).toList())
        .as("%s %s, for %s", whose, call, COLUMNS)
        .isEqualTo(Arrays.asList(expected.split(" ")));
    answers.stream()
        .filter(answer -> answer.status() == 403)
        .forEach(answer -> {
          assertThat(answer.code()).isEqualTo("forbidden");
          assertThat(answer.text()).doesNotContain(world.foreign().familyName());
        });
  }

  /// A new endpoint that nobody has written the answers of fails here.
  @Test
  void everyEndpointStandsInTheMatrix() throws NoSuchMethodException {
    String rows =
        AccessMatrixIT.class
            .getDeclaredMethod("whoMayDoWhat", String.class, String.class, String.class)
            .getAnnotation(CsvSource.class)
            .textBlock();
    Set<String> asked =
        rows.lines()
            .map(row -> row.split("\\|", 3)[1].strip())
            .map(call -> call.replaceFirst("\\?.*", "").replace("/visits", "/appointments"))
            .map(AccessMatrixIT::unnamed)
            .collect(Collectors.toSet());

    assertThat(
            endpoints.getHandlerMethods().keySet().stream()
                .filter(each ->
                    each.getPatternValues().stream().anyMatch(path -> path.startsWith("/api/")))
                .flatMap(each ->
                    each.getMethodsCondition().getMethods().stream()
                        .flatMap(method ->
                            each.getPatternValues().stream()
                                .map(path -> method + " " + path.replaceFirst("^/api/v1", "")))))
        .extracting(AccessMatrixIT::unnamed)
        .allMatch(asked::contains, "stands in the matrix");
  }

  private static String unnamed(String call) {
    return call.replaceAll("\\{\\w+}", "{}");
  }

  /// What may not be seen is not in the answer, although the request is allowed.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          doctor,       /patients?query=Brankov
          patient,      /patients?query=Brankov
          doctor,       /schedule?hospital={hospital}&date=2030-05-20
          receptionist, /patients/{patient}/appointments
          scheduler,    /patients/{patient}/appointments
          """)
  void anAllowedAnswerHoldsNothingForeign(String role, String path) {
    Answer answer = questions.as(role).get(MatrixQuestions.filled(path, world.foreign(), ""));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .doesNotContain("Brankov")
        .doesNotContain(world.foreign().patient().toString());
  }
}
