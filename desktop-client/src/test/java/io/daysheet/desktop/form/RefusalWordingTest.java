package io.daysheet.desktop.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.rule.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalWordingTest {

  @Test
  void everyViolationHasItsWords() {
    var bundle = Messages.beside(RefusalWording.class).bundle();
    List<String> codes =
        leaves(Violation.class)
            .map(type -> Objects.requireNonNull(type.getAnnotation(JsonTypeName.class)).value())
            .toList();

    assertThat(codes).hasSizeGreaterThan(20).allMatch(bundle::containsKey);
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses())
            .flatMap(RefusalWordingTest::leaves)
            .distinct()
        : Stream.of(type);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          16, 16:00
          9, 09:00
          930, 09:30
          1630, 16:30
          16:30, 16:30
          16.30, 16:30
          24, 24:00
          24:00, 24:00
          25,
          2430,
          16:60,
          x,
          """)
  void timesAreReadAsTheyAreTyped(String typed, @Nullable String time) {
    assertThat(WallTimes.parse(typed).map(Object::toString).orElse(null)).isEqualTo(time);
  }
}
