package io.daysheet.desktop.programs;

import static io.daysheet.desktop.programs.QuietPrograms.LAB;
import static io.daysheet.desktop.programs.QuietPrograms.program;

import io.daysheet.desktop.fx.Theme;
import io.daysheet.desktop.fx.ThemePicture;
import io.daysheet.desktop.programs.ProgramDraft.Flaw;
import io.daysheet.wire.ProgramClient;
import java.util.List;
import java.util.Objects;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

/// Pictures of the administrator's programs in each theme.
class ProgramsPicturesIT {

  private static final String SECRET = "kJvTyQwmZrbXncLhdFsgPaeUiOjKlMnBvCqWeRtYuIo";

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @EnumSource
  void programs(Theme theme) throws Exception {
    take("programs", theme, (programs, server) -> server.list(all()));
    take("programs-empty", theme, (_, server) -> server.list());
    take(
        "programs-new",
        theme,
        (programs, server) -> {
          server.list(all());
          programs.create();
          form(programs).type(d -> d.with(LAB).withName("Laboratory"), Flaw.ACCOUNT);
          form(programs).type(d -> d.withId("Lab"), Flaw.ID);
          form(programs).type(d -> d.withByKeys(true));
          form(programs).type(d -> d.withKeys("{\"kty\":\"RSA\",\"d\":\"x\"}"), Flaw.PRIVATE_KEYS);
        });
    take(
        "programs-secret",
        theme,
        (programs, server) -> {
          server.list(all());
          programs.create();
          form(programs).type(d -> d.with(LAB).withName("Fax gateway").withId("fax-gateway"));
          form(programs).type(d -> d.with("schedule:read", true));
          form(programs).save();
          server.made(program("fax-gateway", "Fax gateway", 1), SECRET);
        });
    take(
        "programs-sure",
        theme,
        (programs, server) -> {
          server.list(all());
          programs.open(all()[1]);
          programs.newSecret();
        });
  }

  private static ProgramFormViewModel form(ProgramsViewModel programs) {
    return Objects.requireNonNull(programs.openProperty().get()).form();
  }

  private static ProgramClient[] all() {
    return new ProgramClient[] {
      program("booking-page", "Booking page", 1),
      program("hl7-bridge", "Laboratory bridge", true, List.of("lab-2026"), null, 1),
      program("night-script", "Night script", false, List.of(), QuietPrograms.MADE, 3)
    };
  }

  @FunctionalInterface
  private interface Story {
    void play(ProgramsViewModel programs, QuietPrograms server);
  }

  private static void take(String name, Theme theme, Story story) throws Exception {
    ThemePicture.take(name, theme, 1216, () -> screen(story));
  }

  private static Parent screen(Story story) {
    var server = new QuietPrograms();
    var programs = new ProgramsViewModel(server);
    Parent root = ProgramsScreen.load(programs).root();
    programs.start();
    story.play(programs, server);
    return root;
  }
}
