package io.daysheet.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the fuzzer would see if the server did it.
class VerdictTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTP/1.1 200 ~Content-Type: application/json~~{"items":[]}                      | ''
          HTTP/1.1 404 ~Content-Type: application/problem+json~~{"code":"not-found"}      | ''
          HTTP/1.1 400 ~Connection: close~~                                               | ''
          HTTP/1.1 500 ~Content-Type: application/problem+json~~{"code":"internal"}       | the server failed
          HTTP/1.1 503 ~~                                                                 | the server failed
          no answer: java.net.SocketException                                             | no HTTP
          HTTP/1.1 400 ~X-Injected: yes~~                                                 | a header was injected
          HTTP/1.1 200 ~~{"familyName":"Planted"}                                         | tells of a patient
          HTTP/1.1 302 ~Location: /Planted~~                                              | tells of a patient
          HTTP/1.1 400 ~~{"detail":"NullPointerException"}                                | tells of the inside
          HTTP/1.1 400 ~~{"detail":"insert into patient (id) values"}                     | tells of the inside
          HTTP/1.1 400 ~~{"trace":"tools.jackson.core"}                                   | tells of the inside
          HTTP/1.1 404 ~Content-Type: text/plain~~not found                               | no problem
          """)
  void whatAnAnswerMustNotBeIsSeen(String answer, String verdict) {
    assertThat(Verdict.on(answer.replace("~", "\r\n"), List.of("Planted"))).isEqualTo(verdict);
  }
}
