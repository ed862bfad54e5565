package io.daysheet.desktop.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.rule.Violation;
import io.daysheet.wire.SetPin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinViewModelTest {

  private final QuietAccount server = new QuietAccount();
  private boolean chosen;
  private final PinViewModel choice = new PinViewModel(server, true, () -> chosen = true);

  private void type(String pin, String again, String password) {
    choice.pinProperty().set(pin);
    choice.againProperty().set(again);
    choice.passwordProperty().set(password);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          27491,         '',     At least six digits
          2749a5,        '',     Digits only
          1234567890123, '',     Twelve digits at most
          274915,        28,     The two are not the same
          274915,        274,    ''
          274915,        274915, ''
          """)
  void whatIsTypedIsJudgedWhileItIsTyped(String pin, String again, String told) {
    type(pin, again, "a long password");

    assertThat(choice.shownProperty().get().told()).isEqualTo(told);
    assertThat(choice.shownProperty().get().isGood()).isEqualTo(pin.equals(again));
  }

  @Test
  void aGoodOneIsSavedWithTheProofAndForgottenHere() {
    type("274915", "274915", "a long password");
    choice.save();
    assertThat(choice.shownProperty().get().saving()).isTrue();
    server.right();

    assertThat(chosen).isTrue();
    assertThat(server.chosen).containsExactly(new SetPin("274915", "a long password"));
    assertThat(choice.pinProperty().get()).isEmpty();
    assertThat(choice.passwordProperty().get()).isEmpty();
  }

  @Test
  void withoutTheProofNothingIsSent() {
    type("274915", "274915", "");
    choice.save();

    assertThat(server.chosen).isEmpty();
  }

  @Test
  void whereSomebodyElseChecksPasswordsNoneIsAskedFor() {
    var other = new PinViewModel(server, false, () -> chosen = true);
    other.pinProperty().set("274915");
    other.againProperty().set("274915");
    other.save();

    assertThat(server.chosen).containsExactly(new SetPin("274915", null));
  }

  @Test
  void onesThatAreTooEasyAreRefusedInPlaceUntilTheyAreChanged() {
    type("123456", "123456", "a long password");
    choice.save();
    server.refuse(422, "pin-too-simple", new Violation.PinTooSimple("pin"));
    assertThat(choice.shownProperty().get().told()).startsWith("Too easy to guess");
    assertThat(choice.shownProperty().get().isGood()).isFalse();

    type("274915", "274915", "a long password");
    assertThat(choice.shownProperty().get().isGood()).isTrue();
    assertThat(chosen).isFalse();
  }

  @Test
  void anAnswerThatIsLostIsToldAndCanBeTriedAgain() {
    type("274915", "274915", "a long password");
    choice.save();
    server.loseTheAnswer();

    assertThat(choice.shownProperty().get().told()).contains("not saved");
  }
}
