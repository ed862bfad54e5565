package io.daysheet.desktop.doctors;

import static io.daysheet.desktop.demo.Hand.onScreen;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.demo.Hand;
import io.daysheet.desktop.hospitals.QuietDirectory;
import io.daysheet.desktop.rebooking.AttentionViewModel;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The doctors in a window, worked by keys.
class DoctorsScreenIT {

  private final QuietDirectory server = new QuietDirectory();
  private final DoctorsViewModel doctors =
      new DoctorsViewModel(server, new AttentionViewModel.Visits(true, _ -> {}));

  @Test
  void aNewDoctorIsTypedAndSavedByKeysAndAMistypedNumberIsSaidAtOnce() throws Exception {
    server.hospitals = List.of(Clinic.HOSPITAL);
    Hand hand =
        Hand.at(() -> {
          Parent root = DoctorsScreen.load(doctors).root();
          doctors.start();
          return root;
        });
    hand.focus("#create");
    hand.press(KeyCode.N);
    hand.focus("#name");
    hand.type("Dr. Nora Roth");
    hand.focus("#npi");
    hand.type("1234567890");
    assertThat(onScreen(() -> ((Label) hand.find("#npiWrong").orElseThrow()).getText()))
        .contains("mistyped");
    hand.press(KeyCode.S, KeyCode.CONTROL);
    assertThat(server.doctorsKept).isEmpty();
    hand.press(KeyCode.BACK_SPACE);
    hand.type("3");
    hand.press(KeyCode.S, KeyCode.CONTROL);
    assertThat(server.doctorsKept).hasSize(1);
    hand.press(KeyCode.ESCAPE);
    hand.press(KeyCode.SLASH);
    hand.type("n");

    assertThat(onScreen(() -> doctors.list().isOpen())).isFalse();
    assertThat(onScreen(() -> doctors.queryProperty().get())).isEqualTo("n");
  }
}
