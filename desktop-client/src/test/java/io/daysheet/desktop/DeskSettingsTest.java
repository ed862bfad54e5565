package io.daysheet.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daysheet.desktop.DeskSettings.Place;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskSettingsTest {

  @Test
  void withoutAnythingTheServerOfThisMachineIsMeant() {
    var settings = DeskSettings.of(List.of(), name -> null);

    assertThat(settings.server()).isEqualTo(URI.create("http://127.0.0.1:8080"));
    assertThat(settings.deskName()).isNotBlank();
    assertThat(settings.theme()).isEqualTo("light");
    assertThat(settings.trust()).isNull();
    assertThat(settings.place()).isNull();
    assertThat(settings.locksAfter()).isNull();
  }

  @Test
  void theCommandLineWinsOverTheEnvironment() {
    var environment = Map.of("DAYSHEET_DESK", "Desk 1", "DAYSHEET_THEME", "dark");

    assertThat(
            DeskSettings.of(
                List.of(
                    "--desk=Desk 2",
                    "--server=https://daysheet.example",
                    "--place=0,0,960,600",
                    "--lock=5"),
                environment::get))
        .isEqualTo(
            new DeskSettings(
                URI.create("https://daysheet.example"),
                "Desk 2",
                "dark",
                Duration.ofMinutes(5),
                null,
                null,
                new Place(0, 0, 960, 600)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--sever=x",
        "desk",
        "--server=nowhere",
        "--server= x",
        "--theme=pink",
        "--lock=0",
        "--lock=61",
        "--place=1",
        "--trust=missing.pem",
        "--trust=pom.xml"
      })
  void whatCannotBeUsedIsRefusedWithWhatCould(String argument) {
    assertThatThrownBy(() -> DeskSettings.of(List.of(argument), name -> null))
        .isInstanceOf(DeskSettings.Unusable.class)
        .hasMessageContaining("--");
  }
}
