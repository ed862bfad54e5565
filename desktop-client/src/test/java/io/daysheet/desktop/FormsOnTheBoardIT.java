package io.daysheet.desktop;

import static io.daysheet.desktop.FormsAtHand.onFx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.QuietHospital;
import io.daysheet.desktop.remote.Outcome;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The forms beside their slots, with real keys; the pictures go to `target/pictures`.
class FormsOnTheBoardIT {

  private FormsAtHand desk;
  private FxRobot robot;
  private QuietHospital server;

  @BeforeEach
  void show() throws Exception {
    desk = FormsAtHand.show(1280, 800);
    robot = desk.robot;
    server = desk.server;
  }

  @AfterEach
  void hide() throws Exception {
    FxToolkit.cleanupStages();
  }

  @Test
  void emptyTimeTakesAnAvailabilityByTheKeysAlone() throws Exception {
    desk.choose(Clinic.HADDAD.id(), Clinic.at(16));
    picture("availability-form");

    robot.type(KeyCode.DIGIT1, KeyCode.DIGIT9, KeyCode.ENTER);

    await().until(() -> server.additions.size() == 1);
    assertThat(server.additions.getFirst().command().end().toInstant()).isEqualTo(Clinic.at(19));
    onFx(() -> {
      server
          .additions
          .getFirst()
          .answer()
          .accept(new Outcome.Done<>(Clinic.availability(9, Clinic.HADDAD, 16, 19)));
      return true;
    });
    assertThat(robot.lookup(".form").queryAll()).isEmpty();
  }

  @Test
  void aFreeSlotIsBookedWithTwoLettersAndTwoEnters() throws Exception {
    desk.choose(Clinic.LINDQVIST.id(), Clinic.at(13));
    search();
    picture("book-form");

    robot.type(KeyCode.ENTER);
    robot.type(KeyCode.ENTER);

    await().until(() -> server.bookings.size() == 1);
    picture("book-form-saving");
  }

  @Test
  void aPatientWhoIsBusyIsNamedWithALink() throws Exception {
    desk.choose(Clinic.HADDAD.id(), Clinic.at(11));
    onFx(() -> {
      server.booked(Clinic.visit(8, Clinic.MENSAH, 11, 1), "Desk 2");
      return true;
    });
    search();
    robot.type(KeyCode.ENTER);
    picture("book-form-violation");

    assertThat(robot.lookup("Show that visit").queryAll()).isNotEmpty();
    assertThat(robot.lookup(".form .accent").<Button>query().isDisabled()).isTrue();
  }

  @Test
  void aChangeOfAnotherDeskLeavesFocusTextAndCaretAndOffersWhatIsFree() throws Exception {
    desk.choose(Clinic.LINDQVIST.id(), Clinic.at(13));
    search();
    TextField query = robot.lookup("#patient-search").query();
    robot.type(KeyCode.LEFT);
    int caret = query.getCaretPosition();

    onFx(() -> {
      server.booked(Clinic.visit(9, Clinic.LINDQVIST, 13, 8), "Desk 2");
      return true;
    });
    picture("refused");

    assertThat(robot.lookup("13:00 with Dr. Lindqvist is taken").queryAll()).isNotEmpty();
    assertThat(query.getText()).isEqualTo("ko");
    assertThat(query.isFocused()).isTrue();
    assertThat(query.getCaretPosition()).isEqualTo(caret);
    robot.press(KeyCode.ALT).type(KeyCode.DIGIT2).release(KeyCode.ALT);
    picture("refused-chosen");
    assertThat(robot.lookup(".form .accent").<Button>query().getText()).isEqualTo("Book 13:00");
  }

  @Test
  void aVisitIsCancelledWithAReason() throws Exception {
    desk.choose(Clinic.LINDQVIST.id(), Clinic.at(14));
    picture("visit-panel");
    assertThat(robot.lookup("Cancel visit").<Button>query().isDisabled()).isTrue();

    robot.interact(() -> robot.lookup("#reason").query().requestFocus());
    robot.write("asked");

    assertThat(robot.lookup("Cancel visit").<Button>query().isDisabled()).isFalse();
  }

  @Test
  void altGrTypesALetterAndRegistersNobody() throws Exception {
    desk.choose(Clinic.LINDQVIST.id(), Clinic.at(13));
    robot.press(KeyCode.CONTROL, KeyCode.ALT).type(KeyCode.N).release(KeyCode.ALT, KeyCode.CONTROL);
    assertThat(robot.lookup("Date of birth").queryAll()).isEmpty();

    robot.press(KeyCode.ALT).type(KeyCode.N).release(KeyCode.ALT);
    assertThat(robot.lookup("Date of birth").queryAll()).isNotEmpty();
  }

  @Test
  void whileNumbersMeanFreeTimesNothingElseHasThem() throws Exception {
    desk.choose(Clinic.LINDQVIST.id(), Clinic.at(13));
    search();
    robot.type(KeyCode.ENTER);
    onFx(() -> {
      server.booked(Clinic.visit(8, Clinic.MENSAH, 13, 1), "Desk 2");
      return true;
    });
    assertThat(robot.lookup("Alt 1").queryAll()).isNotEmpty();
    onFx(() -> {
      server.booked(Clinic.visit(9, Clinic.LINDQVIST, 13, 8), "Desk 2");
      return true;
    });

    assertThat(robot.lookup("Show that visit").queryAll()).isNotEmpty();
    assertThat(robot.lookup("Alt 1").queryAll()).isEmpty();
  }

  private void search() throws Exception {
    robot.write("ko");
    desk.find(
        QuietHospital.patient(1, "Kowalska", "Zofia"),
        QuietHospital.patient(2, "Kowalczyk", "Zoltán"));
  }

  private void picture(String name) throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    onFx(() -> {
      write(robot.window(0).getScene().snapshot(null), name);
      return true;
    });
    for (Node form : robot.lookup(".form").queryAll()) {
      assertThat(form.getBoundsInParent().getHeight()).as(name).isLessThan(700);
    }
  }

  private static void write(WritableImage picture, String name) throws IOException {
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, picture.getPixelReader().getArgb(x, y));
      }
    }
    Path folder = Files.createDirectories(Path.of("target", "pictures"));
    ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
  }
}
