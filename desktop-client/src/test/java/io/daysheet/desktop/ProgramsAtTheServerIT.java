package io.daysheet.desktop;

import static io.daysheet.desktop.WorkplaceAtHand.onScreen;
import static io.daysheet.desktop.WorkplaceAtHand.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.demo.DemoServerAtHand;
import io.daysheet.desktop.demo.PersonAtTheBrowser;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.util.Base64;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An administrator gives a program its way in at the real server, and takes it away.
class ProgramsAtTheServerIT {

  @RegisterExtension static final DemoServerAtHand SERVER = new DemoServerAtHand();

  private WorkplaceAtHand at;

  @BeforeEach
  void openThePrograms() throws Exception {
    var browser = new PersonAtTheBrowser(SERVER.people().called("admin"));
    at = new WorkplaceAtHand(SERVER.address().toString(), browser, InstantSource.system());
    at.press("#primary");
    patiently().until(() -> at.shows("#skip"));
    at.press("#skip");
    at.awaitText("Programs");
    onScreen(() -> {
      at.find(".rail").lookupAll(".rail-item").stream()
          .map(Button.class::cast)
          .filter(item -> item.getText().equals("Programs"))
          .forEach(Button::fire);
      return true;
    });
    at.awaitText("demo-integration");
  }

  @AfterEach
  void close() {
    at.close();
  }

  private void begin(String id) {
    at.hand().press(KeyCode.N);
    at.awaitShown("#account");
    patiently()
        .until(() -> onScreen(() -> !((ComboBox<?>) at.find("#account")).getItems().isEmpty()));
    onScreen(() -> {
      ((ComboBox<?>) at.find("#account")).getSelectionModel().select(0);
      return true;
    });
    at.type("#id", id);
    tick("See hospitals and doctors");
  }

  private void tick(String scope) {
    onScreen(() -> {
      at.find("#scopes").lookupAll(".check-box").stream()
          .map(CheckBox.class::cast)
          .filter(box -> box.getText().equals(scope))
          .forEach(CheckBox::fire);
      return scope;
    });
  }

  private String secret() {
    at.awaitShown("#given");
    String value = onScreen(() -> ((TextField) at.find("#given")).getText());
    at.press("#hide");
    assertThat(at.shows("#given")).isFalse();
    return value;
  }

  private static int token(String id, String secret) throws Exception {
    try (HttpClient program = HttpClient.newHttpClient()) {
      String proof =
          Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
      return program
          .send(
              HttpRequest.newBuilder(SERVER.address().resolve("/oauth2/token"))
                  .header("Authorization", "Basic " + proof)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    }
  }

  @Test
  void aProgramGetsInWithTheSecretThatIsShownOnceAndNotWithAnOldOne() throws Exception {
    begin("fax-gateway");
    at.press("#save");
    String first = secret();
    assertThat(at.read()).doesNotContain(first);
    assertThat(token("fax-gateway", first)).isEqualTo(200);

    at.press("#begin");
    at.awaitText("the old secret and all tokens are worth nothing");
    at.press("#make");
    String second = secret();
    assertThat(token("fax-gateway", first)).isEqualTo(401);
    assertThat(token("fax-gateway", second)).isEqualTo(200);

    onScreen(() -> {
      ((CheckBox) at.find("#active")).fire();
      return true;
    });
    at.hand().press(KeyCode.S, KeyCode.CONTROL);
    at.awaitText("Saved.");
    at.awaitText("Out of service");
    assertThat(token("fax-gateway", second)).isEqualTo(401);
    at.hand().press(KeyCode.ESCAPE);
    patiently().until(() -> !at.shows("#id"));
    at.hand().press(KeyCode.F5);
    patiently().until(() -> !at.read().contains("Asking the server"));
    at.picture("programs-at-the-server");
  }

  @Test
  void whatTheServerRefusesIsSaidBesideTheField() {
    begin("demo-integration");
    at.press("#save");
    at.awaitText("Another program has this client id");
    at.type("#id", "lab-bridge");
    onScreen(() -> {
      ((RadioButton) at.find("#byKeys")).fire();
      ((TextArea) at.find("#keys")).setText("{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}");
      return true;
    });
    at.press("#save");

    at.awaitText("The server takes RSA keys from 2048 bits");
  }

  @Test
  void aProgramComesWithAKeyOfItsOwn() throws Exception {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var key = (RSAPublicKey) generator.generateKeyPair().getPublic();
    var base64 = Base64.getUrlEncoder().withoutPadding();
    String modulus = base64.encodeToString(key.getModulus().toByteArray());
    begin("imaging");
    onScreen(() -> {
      ((RadioButton) at.find("#byKeys")).fire();
      ((TextArea) at.find("#keys"))
          .setText(
              "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"imaging-1\",\"n\":\"%s\",\"e\":\"AQAB\"}]}"
                  .formatted(modulus));
      return true;
    });
    at.press("#save");

    at.awaitText("It has: imaging-1");
    assertThat(at.shows("#given")).isFalse();
  }
}
