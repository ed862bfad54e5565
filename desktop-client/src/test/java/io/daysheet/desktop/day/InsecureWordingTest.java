package io.daysheet.desktop.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.Outcome.Cause;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the desk says when it does not dare to speak to its server.
class InsecureWordingTest {

  private static final Instant NOW = Instant.parse("2026-03-14T09:00:00Z");

  private final DayWording wording =
      new DayWording(Messages.beside(DayScreen.class), new HospitalClock(ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          UNKNOWN_AUTHORITY,       net-02, does not know who vouches,   does not trust
          CERTIFICATE_OUT_OF_DATE, net-03, certificate is out of date,  date and time
          ANOTHER_SERVER,          net-04, Another server answers,      another name
          NOT_ENCRYPTED,           net-05, does not encrypt,            speaks no TLS
          """)
  void whyItDoesNotIsSaidInWords(Cause why, String code, String title, String text) {
    var offline = new Connection.Offline(NOW, NOW, NOW, why);

    assertThat(wording.pill(offline, NOW)).isEqualTo("Not secure");
    assertThat(wording.banner(offline)).contains(title);
    assertThat(wording.bannerWithoutCopy(offline)).contains(title);
    assertThat(wording.nextTry(offline, NOW)).contains(text, "othing was sent");
    assertThat(wording.offlineCode(offline)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"NO_ANSWER", "UNAVAILABLE", "BROKEN"})
  void whatIsOnlyAwayIsOffline(Cause why) {
    var offline = new Connection.Offline(NOW, NOW, NOW, why);

    assertThat(wording.pill(offline, NOW)).isEqualTo("Offline 0 min");
    assertThat(wording.banner(offline)).startsWith("No connection since");
    assertThat(wording.offlineCode(offline)).isEqualTo("net-01");
  }
}
