package io.daysheet.desktop.emergency;

import static io.daysheet.desktop.emergency.QuietEmergencies.access;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.wire.BeginEmergencyAccess;
import io.daysheet.wire.EmergencyAccess;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EmergencyViewModelTest {

  private static final String WHY = "Unconscious in the corridor";
  private static final EmergencyAccess ZOFIA = access(1, "Kowalska", Duration.ofHours(12));

  private final QuietEmergencies server = new QuietEmergencies();
  private final EmergenciesViewModel accesses = new EmergenciesViewModel(server, server, server);
  private boolean begun;
  private final EmergencyViewModel emergency =
      new EmergencyViewModel(
          server, accesses, server, ZoneOffset.UTC, Locale.ENGLISH, () -> begun = true);

  private void type(String mrn, String born, String reason) {
    emergency.mrnProperty().set(mrn);
    emergency.birthDateProperty().set(born);
    emergency.reasonProperty().set(reason);
  }

  private EmergencyViewModel.Shown shown() {
    return emergency.shownProperty().get();
  }

  @Test
  void nothingIsWrongBeforeTheFirstTryAndAllOfItAfter() {
    type("", "14", "ill");
    assertThat(shown().wrong()).isEmpty();
    emergency.begin();

    assertThat(server.begun).isEmpty();
    assertThat(shown().wrong())
        .containsOnlyKeys(EmergencyField.values())
        .containsEntry(EmergencyField.REASON, "Say why in at least 10 letters");
    type("10023", "1987-05-14", WHY);
    assertThat(shown().wrong()).as("as it is typed").isEmpty();
  }

  @Test
  void aReasonIsWordsAndFits() {
    type("10023", "1987-05-14", "1234567890 .....");
    emergency.begin();
    assertThat(shown().wrong()).containsOnlyKeys(EmergencyField.REASON);
    type("10023", "1987-05-14", "x".repeat(501));
    assertThat(shown().wrong()).containsEntry(EmergencyField.REASON, "At most 500 characters");
  }

  @Test
  void begunItIsForgottenHereAndShownOverTheDay() {
    type(" 10023 ", "5/14/1987", "  " + WHY + "\n");
    emergency.begin();
    assertThat(shown().sending()).isTrue();
    emergency.begin();
    assertThat(server.begun)
        .as("once")
        .extracting(QuietEmergencies.Begun::command)
        .containsExactly(new BeginEmergencyAccess("10023", LocalDate.of(1987, 5, 14), WHY));
    server.begins(ZOFIA);

    assertThat(begun).isTrue();
    assertThat(accesses.shownProperty().get().current()).containsExactly(ZOFIA);
    assertThat(emergency.mrnProperty().get()).isEmpty();
    assertThat(emergency.birthDateProperty().get()).isEmpty();
    assertThat(emergency.reasonProperty().get()).isEmpty();
    assertThat(shown().wrong()).isEmpty();
  }

  @Test
  void nobodyIsNobodyAndWhatWasTypedStays() {
    type("10023", "1987-05-14", WHY);
    emergency.begin();
    server.refuses(404, "not-found");

    assertThat(shown().told()).startsWith("No patient has this number and this date of birth");
    assertThat(emergency.reasonProperty().get()).isEqualTo(WHY);
    emergency.mrnProperty().set("10024");
    assertThat(shown().told()).isEmpty();
  }

  /// It may have begun: the same asked again is the same.
  @Test
  void aLostAnswerIsAskedForWithTheSameKeyAndAnythingElseWithAnother() {
    type("10023", "1987-05-14", WHY);
    emergency.begin();
    server.losesTheAnswer(Cause.NO_ANSWER);
    assertThat(shown().told()).startsWith("The server did not answer");
    emergency.begin();
    server.losesTheAnswer(Cause.UNAVAILABLE);
    assertThat(shown().told()).startsWith("Too many tries");
    emergency.mrnProperty().set("10024");
    emergency.begin();

    assertThat(server.begun.get(1).key()).isEqualTo(server.begun.get(0).key());
    assertThat(server.begun.get(2).key()).isNotEqualTo(server.begun.get(0).key());
  }

  @Test
  void whatElseTheServerRefusesIsSaidByItsCode() {
    type("10023", "1987-05-14", WHY);
    emergency.begin();
    server.refuses(403, "forbidden");

    assertThat(shown().told()).contains("(forbidden)").contains("Nothing was opened");
  }

  /// Locking the desk closes the form; what was on its way has begun all the same.
  @Test
  void leftNothingThatWasTypedStaysAndTheSignStillTells() {
    type("10023", "1987-05-14", WHY);
    emergency.begin();
    emergency.close();
    server.begins(ZOFIA);

    assertThat(emergency.reasonProperty().get()).isEmpty();
    assertThat(accesses.shownProperty().get().current()).containsExactly(ZOFIA);
    assertThat(begun).as("nobody is there to go back").isFalse();
  }
}
