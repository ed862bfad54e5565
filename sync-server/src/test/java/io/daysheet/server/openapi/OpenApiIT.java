package io.daysheet.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.Api;
import io.daysheet.server.ServerTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class OpenApiIT {

  @LocalServerPort int port;
  private Api api;
  private JsonNode document;

  @BeforeEach
  void read() {
    api = Api.on(port);
    document = api.get("//v3/api-docs").json();
  }

  @Test
  void isOpenApiThreeOneWithAPageOfItsOwn() {
    assertThat(document.get("openapi").asString()).startsWith("3.1");
    var page = api.get("//docs");
    assertThat(page.status()).isEqualTo(302);
    var html = api.get("/" + page.header("Location").replaceFirst("^https?://[^/]+", ""));
    assertThat(html.status()).isEqualTo(200);
    assertThat(html.text())
        .contains("swagger-ui")
        .doesNotContain("https://")
        .doesNotContain("//cdn");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          get,    /hospitals,                  200, 400 503
          get,    /hospitals/{id},             200, 400 404 503
          get,    /doctors,                    200, 400 404 503
          get,    /doctors/{id},               200, 400 404 503
          get,    /patients,                   200, 400 503
          get,    /patients/{id},              200, 400 404 503
          post,   /patients,                   201, 400 404 409 415 422 503
          get,    /patients/{id}/appointments, 200, 400 404 503
          get,    /schedule,                   200, 400 404 503
          post,   /availabilities,             201, 400 404 409 415 422 503
          delete, /availabilities/{id},        204, 400 404 409 412 428 503
          post,   /appointments,               201, 400 404 409 415 422 503
          get,    /appointments/{id},          200, 400 404 503
          post,   /appointments/{id}/cancel,   200, 400 404 409 412 422 428 503
          post,   /appointments/{id}/reschedule, 200, 400 404 409 412 422 428 503
          post,   /appointments/{id}/confirm,  200, 400 404 409 412 428 503
          post,   /appointments/{id}/check-in, 200, 400 404 409 412 428 503
          post,   /appointments/{id}/undo-check-in, 200, 400 404 409 412 428 503
          post,   /appointments/{id}/complete, 200, 400 404 409 412 428 503
          post,   /appointments/{id}/no-show,  200, 400 404 409 412 428 503
          get,    /appointments/{id}/history,  200, 400 404 503
          get,    /appointments/{id}/calendar, 200, 400 404 503
          get,    /users,                      200, 400 403 503
          post,   /users,                      201, 400 404 409 415 422 503
          put,    /users/{id},                 200, 400 404 409 412 422 428 503
          post,   /users/{id}/reset-password,  200, 400 404 422 503
          delete, /users/{id}/second-factor,   204, 400 404 422 503
          post,   /clients,                    201, 400 404 409 415 422 503
          put,    /clients/{id},               200, 400 404 409 412 422 428 503
          get,    /me,                         200, 401 503
          post,   /me/unlock,                  204, 400 409 415 422 429 503
          post,   /me/recovery-codes,          200, 400 415 422 429 503
          get,    /audit,                      200, 400 503
          get,    /audit/verification,         200, 400 503
          get,    /audit/export,               200, 400 503
          """)
  void everyEndpointTellsWhatItAnswersAndRefuses(
      String method, String path, String good, String refusals) {
    JsonNode operation = document.get("paths").get("/api/v1" + path).get(method);

    assertThat(operation.get("summary").asString()).isNotBlank();
    assertThat(operation.get("responses").has(good)).isTrue();
    for (String status : List.of(refusals.split(" "))) {
      assertThat(
              operation
                  .get("responses")
                  .get(status)
                  .at("/content/application~1problem+json/schema/$ref")
                  .asString())
          .as(status)
          .isEqualTo("#/components/schemas/Problem");
    }
  }

  @Test
  void everyParameterSaysWhatItMeans() {
    List<String> silent =
        document
            .get("paths")
            .valueStream()
            .flatMap(JsonNode::valueStream)
            .flatMap(operation -> operation.path("parameters").valueStream())
            .filter(parameter -> parameter.path("description").asString("").isBlank())
            .map(parameter -> parameter.get("name").asString())
            .toList();

    assertThat(silent).as("say it in words.properties").isEmpty();
  }

  @Test
  void fieldsSayWhatTheyMean() {
    JsonNode shapes = document.at("/components/schemas");

    assertThat(shapes.at("/Appointment/properties/start/description").asString())
        .contains("RFC 3339");
    assertThat(shapes.at("/DaySchedule/properties/opens/description").asString()).contains("HH:mm");
  }

  @Test
  void idsAreUuidsAndTimesAreTexts() {
    JsonNode shapes = document.at("/components/schemas");

    assertThat(shapes.at("/Appointment/properties/id/format").asString()).isEqualTo("uuid");
    assertThat(shapes.at("/Appointment/properties/doctorId/format").asString()).isEqualTo("uuid");
    assertThat(shapes.at("/Appointment/properties/start/format").asString()).isEqualTo("date-time");
    assertThat(shapes.at("/Hospital/properties/timeZone/type").asString()).isEqualTo("string");
    assertThat(shapes.at("/BookingPolicy/properties/minimumNotice/type").asString())
        .isEqualTo("string");
    assertThat(shapes.at("/OpeningHours/properties/open/type").asString()).isEqualTo("string");
    assertThat(shapes.at("/Hospital/properties/operatingHours/type").asString()).isEqualTo("array");
    assertThat(
            document
                .at("/paths/~1api~1v1~1hospitals~1{id}/get/parameters/0/schema/format")
                .asString())
        .isEqualTo("uuid");
    assertThat(names(shapes.at("/BookAppointment/required")))
        .containsExactlyInAnyOrder("hospitalId", "doctorId", "patientId", "start", "type");
    assertThat(document.toString()).doesNotContain("InZone");
  }

  @Test
  void aProblemsViolationsAreOneOfTheirKindsByCode() {
    JsonNode violation = document.at("/components/schemas/Violation");

    assertThat(violation.get("oneOf").size())
        .isEqualTo(violation.at("/discriminator/mapping").size());
    assertThat(violation.at("/discriminator/mapping/doctor-busy").asString())
        .isEqualTo("#/components/schemas/DoctorBusy");
    assertThat(document.at("/components/schemas/DoctorBusy/properties/code/const").asString())
        .isEqualTo("doctor-busy");
    assertThat(
            document.at("/components/schemas/Problem/properties/violations/items/$ref").asString())
        .isEqualTo("#/components/schemas/Violation");
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(
            document.findValuesAsString("$ref").stream()
                .map(r -> r.replace("#", ""))
                .filter(r -> document.at(r).isMissingNode()))
        .isEmpty();
  }

  private static List<String> names(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
