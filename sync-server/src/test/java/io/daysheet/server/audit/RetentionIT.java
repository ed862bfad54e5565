package io.daysheet.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// How long a trail may be kept.
@ExtendWith(OutputCaptureExtension.class)
class RetentionIT {

  @EnableConfigurationProperties(AuditSettings.class)
  private static final class Settings {}

  private static ApplicationContextRunner keeping(String retention) {
    return new ApplicationContextRunner()
        .withUserConfiguration(Settings.class)
        .withPropertyValues("daysheet.audit.retention=" + retention);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0d", "P0D", "-1d", "-6y", "101y", "36526d", "999999999y"})
  void withLessThanADayOrMoreThanACenturyNothingStarts(String retention) {
    keeping(retention)
        .run(context ->
            assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("daysheet.audit")
                .hasMessageContaining("on field 'retention'")
                .hasMessageContaining("from a day to a hundred years"));
  }

  @ParameterizedTest
  @CsvSource({
    "1d, true",
    "1y, true",
    "71m, true",
    "72m, false",
    "6y, false",
    "2192d, false",
    "100y, false"
  })
  void belowSixYearsTheLogWarnsAtEachStart(String retention, boolean warned, CapturedOutput log) {
    keeping(retention)
        .run(context -> {
          var settings = context.getBean(AuditSettings.class);
          new RetentionOfTheDatabase(settings)
              .handle(Event.AFTER_MIGRATE, mock(Context.class, RETURNS_DEEP_STUBS));
        });

    assertThat(log.getAll().contains("daysheet.audit.retention is")).isEqualTo(warned);
  }
}
