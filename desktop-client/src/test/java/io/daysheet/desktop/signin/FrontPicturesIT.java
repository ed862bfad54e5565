package io.daysheet.desktop.signin;

import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.desktop.fx.ThemePicture;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.signin.LockViewModel.Pin;
import io.daysheet.rule.Violation.WrongSecret;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.control.PasswordField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

/// Pictures of the screens before the board, to be held beside the target's.
class FrontPicturesIT {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-19T09:57:00Z"));

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @EnumSource
  void signIn(Theme theme) throws Exception {
    take("signin-ready", theme, () -> signInScreen(model()));
    take(
        "signin-browser",
        theme,
        () -> {
          SignInViewModel model = model();
          model.begin();
          return signInScreen(model);
        });
    take(
        "signin-failed",
        theme,
        () -> {
          SignInViewModel model = model();
          model.failed("no-answer");
          return signInScreen(model);
        });
  }

  @ParameterizedTest
  @EnumSource
  void lock(Theme theme) throws Exception {
    take(
        "lock",
        theme,
        () -> {
          Parent root = lockScreen(new LockViewModel(new QuietAccount(), Pin.CHOSEN, () -> {}));
          ((PasswordField) root.lookup("#pin")).setText("2749");
          return root;
        });
    take(
        "lock-wrong",
        theme,
        () -> {
          QuietAccount server = new QuietAccount();
          var model = new LockViewModel(server, Pin.CHOSEN, () -> {});
          model.unlock("274915");
          server.refuse(422, "wrong-secret", new WrongSecret("pin", 4));
          return lockScreen(model);
        });
    take(
        "lock-no-pin",
        theme,
        () -> lockScreen(new LockViewModel(new QuietAccount(), Pin.NOT_CHOSEN, () -> {})));
    take(
        "lock-provider",
        theme,
        () -> lockScreen(new LockViewModel(new QuietAccount(), Pin.NOT_TAKEN, () -> {})));
  }

  @ParameterizedTest
  @EnumSource
  void pin(Theme theme) throws Exception {
    take(
        "pin",
        theme,
        () -> {
          var choice = new PinViewModel(new QuietAccount(), true, () -> {});
          choice.pinProperty().set("27491");
          return new Screens()
              .wire(PinScreen.class, () -> new PinScreen(choice, () -> {}))
              .<Parent, PinScreen>load(PinScreen.class)
              .root();
        });
  }

  private static SignInViewModel model() {
    return new SignInViewModel(
        (open, _) -> {
          open.accept(URI.create("http://127.0.0.1:8080/oauth2/authorize"));
          return (Request) () -> {};
        },
        (_, _) -> {},
        Runnable::run,
        _ -> {});
  }

  private static Parent signInScreen(SignInViewModel model) {
    var place =
        new SignInScreen.Place(
            "St. Hedwig Clinic",
            "Desk 1, Reception ground floor",
            "daysheet.st-hedwig.example",
            true,
            "");
    return new Screens()
        .wire(SignInScreen.class, () -> new SignInScreen(model, place))
        .<Parent, SignInScreen>load(SignInScreen.class)
        .root();
  }

  private static Parent lockScreen(LockViewModel model) {
    var locked =
        new LockScreen.Locked(
            new Persona("Marta Król", "MK", "Receptionist"),
            "Desk 1",
            "St. Hedwig Clinic",
            ZoneId.of("Europe/Berlin"),
            true,
            new LockScreen.Ways(() -> {}, () -> {}));
    return new Screens()
        .wire(LockScreen.class, () -> new LockScreen(model, locked, CLOCK))
        .<Parent, LockScreen>load(LockScreen.class)
        .root();
  }

  private static void take(String name, Theme theme, Supplier<Parent> screen) throws Exception {
    ThemePicture.take(name, theme, 1280, screen);
  }
}
