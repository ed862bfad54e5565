package io.daysheet.server;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/// The server's clock in the hands of a test. It stands still.
public final class SettableClock extends Clock {

  /// A Tuesday, 08:00 in Berlin.
  public static final Instant TUESDAY = Instant.parse("2030-03-12T07:00:00Z");

  private volatile Instant now = TUESDAY;

  public void set(Instant instant) {
    now = instant;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }

  /// Tests share a server and its clock: each class finds it as it was at the start.
  public static class SetBack implements TestExecutionListener {
    @Override
    public void afterTestClass(TestContext test) {
      if (test.hasApplicationContext()) {
        test.getApplicationContext()
            .getBeanProvider(SettableClock.class)
            .ifAvailable(clock -> clock.set(TUESDAY));
      }
    }
  }

  /// Takes the place of the server's own.
  @TestConfiguration(proxyBeanMethods = false)
  public static class Configuration {
    @Bean
    @Primary
    SettableClock settableClock() {
      return new SettableClock();
    }
  }
}
