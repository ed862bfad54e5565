package io.daysheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

  @Test
  void aDesksNameIsPercentEncoded() {
    assertThat(Desk.parse("Empfang%20S%C3%BCd+1").name()).isEqualTo("Empfang Süd+1");
    assertThat(Desk.parse(null).name()).isNull();
    assertThat(Desk.parse(" ").name()).isNull();
    assertThat(Desk.parse("%F0%9F%91%A9".repeat(60)).name()).hasSize(120);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%zz", "%FF", "a%0Ab", "%20", "%00"})
  void aDesksNameThatCantBeShownIsRefused(String header) {
    assertThatThrownBy(() -> Desk.parse(header)).isInstanceOf(RequestRefused.class);
    assertThatThrownBy(() -> Desk.parse("x".repeat(61))).isInstanceOf(RequestRefused.class);
  }

  @Test
  void theVersionIsWhatTheETagHad() {
    assertThat(IfMatch.parse(Answers.eTag(17)).version()).isEqualTo(17);
    assertThatThrownBy(() -> IfMatch.parse(null))
        .isInstanceOfSatisfying(
            RequestRefused.class, r -> assertThat(r.problem().status()).isEqualTo(428));
    assertThatThrownBy(() -> IfMatch.parse("17"))
        .isInstanceOfSatisfying(
            RequestRefused.class, r -> assertThat(r.problem().status()).isEqualTo(400));
  }

  @Test
  void aCursorLeadsOnFromTheLastThatWasSeen() {
    var first = new Paging(2, null).page(List.of("a", "b", "c"), List::of);
    assertThat(first.items()).containsExactly("a", "b");
    assertThat(Paging.parse("2", first.next()).after(1)).containsExactly("b");
    assertThat(new Paging(2, null).page(List.of("a", "b"), List::of).next()).isNull();
    assertThatThrownBy(() -> Paging.parse(null, first.next()).after(2))
        .isInstanceOf(RequestRefused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "08006, UNAVAILABLE",
    "57P01, UNAVAILABLE",
    "53300, UNAVAILABLE",
    "40P01, UNAVAILABLE",
    "22021, UNSTORABLE",
    "23505, OTHER",
    "42P01, OTHER"
  })
  void aDatabasesFailureIsKnownByItsState(String state, DatabaseFailure meaning) {
    assertThat(DatabaseFailure.of(new RuntimeException(new SQLException("secret", state))))
        .isEqualTo(meaning);
  }

  @Test
  void aFailuresTraceHasNoMessage() {
    var failure = new IOException("Zofia", new SQLException("Kowalska", "23505"));

    assertThat(FailureTrace.of(failure))
        .contains("java.io.IOException", "SQLException [23505]", "HeadersTest")
        .doesNotContain("Zofia", "Kowalska");
  }
}
