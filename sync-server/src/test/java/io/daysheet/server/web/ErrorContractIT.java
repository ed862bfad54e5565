package io.daysheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.Api;
import io.daysheet.server.RawHttp;
import io.daysheet.server.ServerTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class ErrorContractIT {

  @LocalServerPort int port;
  private Api api;

  @BeforeEach
  void connect() {
    api = Api.on(port);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"givenName":"A"                                                              | ''
          ''                                                                            | ''
          []                                                                            | invalid-value:$
          {}                                                                            | missing-field:givenName,missing-field:familyName,missing-field:birthDate
          {"givenName":" ","familyName":"B","birthDate":null}                           | missing-field:givenName,missing-field:birthDate
          {"givenNmae":"A","familyName":"B","birthDate":"1987-05-14"}                   | missing-field:givenName
          {"givenName":"A","familyName":"B","birthDate":"1987-05-14","phnoe":"1"}       | unknown-field:phnoe
          {"givenName":"A","familyName":"B","birthDate":"1987-02-30"}                   | invalid-value:birthDate
          {"givenName":"A","familyName":"B","birthDate":"14.05.1987"}                   | invalid-value:birthDate
          {"givenName":7,"familyName":"B","birthDate":"1987-05-14"}                     | invalid-value:givenName
          {"givenName":"A","familyName":"B","birthDate":"1987-05-14","insurance":"AOK"} | invalid-value:insurance
          {"givenName":"A","familyName":"B","birthDate":"1987-05-14","insurance":{"plan":"AOK"}} | missing-field:insurance.memberId
          {"givenName":"A","familyName":"B","birthDate":"1987-05-14","insurance":{"plam":"AOK"}} | unknown-field:insurance.plam
          {"givenName":"A","familyName":"B","birthDate":"1987-05-14","primaryDoctorId":"17"} | invalid-value:primaryDoctorId
          """)
  void aMalformedBodyIsRefusedByFieldAndNotRepeated(String body, String violations) {
    var answer = api.post("/patients", body == null ? "" : body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("malformed");
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(
            answer
                .json()
                .get("violations")
                .valueStream()
                .map(v -> v.get("code").asString() + ":" + v.get("field").asString())
                .toList())
        .isEqualTo(
            violations == null || violations.isEmpty()
                ? List.of()
                : List.of(violations.split(",")));
    assertThat(answer.text()).doesNotContain("1987").doesNotContain("AOK");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          GET,    /hospitals/17,                                       400, malformed
          GET,    /hospitals/1-1-1-1-1,                                400, malformed
          GET,    /hospitals/018f3c1e-0000-7000-8000-000000000000,     404, not-found
          GET,    /doctors/018f3c1e-0000-7000-8000-000000000000,       404, not-found
          GET,    /patients/018f3c1e-0000-7000-8000-000000000000,      404, not-found
          GET,    /patients/018f3c1e-0000-7000-8000-000000000000/appointments, 404, not-found
          GET,    /patients,                                           400, malformed
          GET,    /hospitals?limit=0,                                  400, malformed
          GET,    /hospitals?limit=many,                               400, malformed
          GET,    /hospitals?after=%25%25,                             400, malformed
          GET,    /patients?query=ko&after=AAAA,                       400, malformed
          GET,    /doctors?hospital=17,                                400, malformed
          GET,    /schedule,                                           400, malformed
          GET,    '/schedule?hospital=018f3c1e-0000-7000-8000-000000000000&date=2026-02-30', 400, malformed
          GET,    '/schedule?hospital=018f3c1e-0000-7000-8000-000000000000&date=2026-02-03', 404, not-found
          GET,    '/schedule?hospital=018f3c1e-0000-7000-8000-000000000000&date=2026-02-03&doctor=x', 400, malformed
          GET,    '/doctors?hospital=018f3c1e-0000-7000-8000-000000000000', 404, not-found
          GET,    /nowhere,                                            404, not-found
          GET,    //error,                                             404, not-found
          DELETE, /hospitals,                                          405, method-not-allowed
          """)
  void everyRefusalIsAProblemWithACode(String method, String path, int status, String code) {
    var answer = api.send(method, path, null);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().get("status").asInt()).isEqualTo(status);
    assertThat(answer.json().get("title").asString()).isNotBlank();
    assertThat(answer.json().get("detail").asString()).isNotBlank();
    assertThat(answer.json().get("type").asString()).isEqualTo("urn:daysheet:problem:" + code);
  }

  /// No endpoint is reached: the framework reads what stands behind a semicolon first.
  @Test
  void aPathThatCantBeDecodedIsMalformed(CapturedOutput output) throws IOException {
    String answer =
        new RawHttp(port)
            .send(
                """
                GET /api/v1/users/;a=%zz HTTP/1.1
                Host: 127.0.0.1
                Connection: close

                """
                    .replace("\n", "\r\n"));

    assertThat(output.getAll()).doesNotContain("%zz");
    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"code\":\"malformed\"");
  }

  @Test
  void aMethodThatIsNotAllowedNamesThoseThatAre() {
    assertThat(api.send("DELETE", "/hospitals", null).header("Allow")).contains("GET");
  }

  @Test
  void aBodyThatIsNotJsonIsUnsupported() {
    var answer = api.post("/patients", "givenName=A", "Content-Type", "text/plain");

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.code()).isEqualTo("unsupported-media-type");
  }

  @Test
  void aFormWithANameThatNobodyTypesIsMalformed() {
    var answer =
        api.post("/patients", "%01name=A", "Content-Type", "application/x-www-form-urlencoded");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("malformed");
  }

  @Test
  void anAnswerInAnotherFormIsRefusedAsAProblemAllTheSame() {
    var answer = api.send("GET", "/hospitals", null, "Accept", "text/csv");

    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.code()).isEqualTo("not-acceptable");
  }
}
