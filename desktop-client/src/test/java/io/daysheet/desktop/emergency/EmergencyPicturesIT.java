package io.daysheet.desktop.emergency;

import static io.daysheet.desktop.emergency.QuietEmergencies.access;

import io.daysheet.desktop.day.DayScreen;
import io.daysheet.desktop.day.DayViewModel;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.desktop.fx.ThemePicture;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

/// Pictures of the form and of the sign over the day in each theme, in the largest and the smallest
/// window.
class EmergencyPicturesIT {

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @EnumSource
  void theForm(Theme theme) throws Exception {
    take("emergency", theme, (_, _) -> {});
    take(
        "emergency-wrong",
        theme,
        (emergency, _) -> {
          emergency.mrnProperty().set("100");
          emergency.reasonProperty().set("urgent");
          emergency.begin();
        });
    take(
        "emergency-nobody",
        theme,
        (emergency, server) -> {
          emergency.mrnProperty().set("10023");
          emergency.birthDateProperty().set("1987-05-14");
          emergency
              .reasonProperty()
              .set("Unconscious in the corridor, no papers but the wristband");
          emergency.begin();
          server.refuses(404, "not-found");
        });
  }

  @ParameterizedTest
  @EnumSource
  void theSignOverTheDay(Theme theme) throws Exception {
    ThemePicture.take("emergency-sign", theme, 1280, 800, () -> day(false));
    ThemePicture.take("emergency-sign-small", theme, 960, 600, () -> day(true));
  }

  private static void take(
      String name, Theme theme, BiConsumer<EmergencyViewModel, QuietEmergencies> story)
      throws Exception {
    ThemePicture.take(name, theme, 1280, 800, () -> form(story));
    ThemePicture.take(name + "-small", theme, 960, 600, () -> form(story));
  }

  private static Parent form(BiConsumer<EmergencyViewModel, QuietEmergencies> story) {
    var server = new QuietEmergencies();
    var emergency =
        new EmergencyViewModel(
            server,
            new EmergenciesViewModel(server, server, server),
            server,
            ZoneOffset.UTC,
            Locale.ENGLISH,
            () -> {});
    Parent root =
        new Screens()
            .wire(EmergencyScreen.class, () -> new EmergencyScreen(emergency, () -> {}))
            .<Parent, EmergencyScreen>load(EmergencyScreen.class)
            .root();
    story.accept(emergency, server);
    return root;
  }

  private static Parent day(boolean failed) {
    var server = new QuietEmergencies();
    var accesses = new EmergenciesViewModel(server, server, server);
    var day = new DayViewModel(server);
    var loaded =
        new Screens()
            .wire(DayScreen.class, () -> new DayScreen(day))
            .<Parent, DayScreen>load(DayScreen.class);
    loaded.controller().over(new EmergencySign(accesses, day.hospitalProperty(), server));
    accesses.began(access(1, "Kowalska-Łoś", Duration.ofHours(12)));
    if (failed) {
      accesses.began(access(2, "Nowak", Duration.ofHours(20)));
      accesses.endAll();
      server.losesTheEnd();
      server.losesTheEnd();
    }
    return loaded.root();
  }
}
