package io.daysheet.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.desktop.fx.ThemePicture;
import io.daysheet.desktop.signin.Persona;
import io.daysheet.rule.Violation.PasswordNamesAccount;
import io.daysheet.rule.Violation.PasswordTooCommon;
import io.daysheet.rule.Violation.PinTooSimple;
import io.daysheet.rule.Violation.WrongSecret;
import io.daysheet.wire.Me;
import javafx.scene.Parent;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of the own account's page in each theme, in the largest and the smallest window, and a
/// camera that reads its QR code.
class AccountPicturesIT {

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @FunctionalInterface
  private interface Story {
    void play(AccountViewModel account, OwnServer server);
  }

  @ParameterizedTest
  @EnumSource
  void resting(Theme theme) throws Exception {
    take("account", theme, OwnServer.me(true, true, 2, true), (_, _) -> {});
    take("account-elsewhere", theme, OwnServer.me(false, false, 0, false), (_, _) -> {});
  }

  @ParameterizedTest
  @EnumSource
  void passwordAndPin(Theme theme) throws Exception {
    take(
        "account-password",
        theme,
        OwnServer.me(true, false, 0, false),
        (account, server) -> {
          account.open(Section.PASSWORD);
          account.password().currentProperty().set("wet walnut grove");
          account.password().freshProperty().set("marta król marta");
          account.password().againProperty().set("marta król marta");
          account.password().save();
          server.refuse(
              new WrongSecret("currentPassword", null),
              new PasswordNamesAccount("newPassword"),
              new PasswordTooCommon("newPassword"));
        });
    take(
        "account-pin",
        theme,
        OwnServer.me(true, false, 0, true),
        (account, server) -> {
          account.open(Section.PIN);
          account.pin().pinProperty().set("123456");
          account.pin().againProperty().set("123456");
          account.pin().passwordProperty().set("wet walnut grove");
          account.pin().save();
          server.refuse(new PinTooSimple("pin"));
        });
  }

  @ParameterizedTest
  @EnumSource
  void secondStep(Theme theme) throws Exception {
    take("account-scan", theme, OwnServer.me(true, false, 0, true), AccountPicturesIT::scan);
    take(
        "account-codes",
        theme,
        OwnServer.me(true, false, 0, true),
        (account, server) -> {
          scan(account, server);
          account.secondStep().codeProperty().set("123456");
          account.secondStep().send();
          server.answer(OwnServer.CODES);
        });
    take(
        "account-remove",
        theme,
        OwnServer.me(true, true, 7, true),
        (account, server) -> {
          account.open(Section.SECOND_STEP);
          account.secondStep().remove();
          account.secondStep().passwordProperty().set("wet walnut grove");
          account.secondStep().codeProperty().set("123456");
          account.secondStep().send();
          server.refuse(new WrongSecret("code", null));
        });
  }

  private static void scan(AccountViewModel account, OwnServer server) {
    account.open(Section.SECOND_STEP);
    account.secondStep().begin();
    account.secondStep().passwordProperty().set("wet walnut grove");
    account.secondStep().send();
    server.answer(OwnServer.KEY);
  }

  @Test
  void aCameraReadsTheQrCode() throws Exception {
    WritableImage picture =
        WaitForAsyncUtils.asyncFx(() -> new QrPicture(OwnServer.KEY.uri()).snapshot(null, null))
            .get();
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = picture.getPixelReader().getArgb(i % width, i / width);
    }
    var seen = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));

    assertThat(new QRCodeReader().decode(seen).getText()).isEqualTo(OwnServer.KEY.uri());
  }

  private static void take(String name, Theme theme, Me me, Story story) throws Exception {
    ThemePicture.take(name, theme, 1280, 800, () -> screen(me, story));
    ThemePicture.take(name + "-small", theme, 960, 600, () -> screen(me, story));
  }

  private static Parent screen(Me me, Story story) {
    var server = new OwnServer();
    var account = new AccountViewModel(server, me, _ -> {});
    Parent root =
        new Screens()
            .wire(AccountScreen.class, () -> new AccountScreen(account, Persona.of(me), () -> {}))
            .<Parent, AccountScreen>load(AccountScreen.class)
            .root();
    story.play(account, server);
    return root;
  }
}
