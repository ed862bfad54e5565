package io.daysheet.desktop.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.signin.LockViewModel.Pin;
import io.daysheet.rule.Violation.FullSignInNeeded;
import io.daysheet.rule.Violation.WrongSecret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockViewModelTest {

  private final QuietAccount server = new QuietAccount();
  private boolean unlocked;
  private final LockViewModel lock = new LockViewModel(server, Pin.CHOSEN, () -> unlocked = true);

  @Test
  void theRightPinUnlocks() {
    lock.unlock("274915");
    assertThat(lock.shownProperty().get().checking()).isTrue();
    assertThat(unlocked).isFalse();
    server.right();

    assertThat(unlocked).isTrue();
    assertThat(server.tried).containsExactly("274915");
  }

  @Test
  void eachWrongPinTellsHowManyTriesAreLeftAndTheFifthEndsThem() {
    List<String> said = List.of("One try", "2 tries", "3 tries", "4 tries");
    for (int left = 4; left > 0; left--) {
      lock.unlock("111111");
      server.refuse(422, "wrong-secret", new WrongSecret("pin", left));
      assertThat(lock.shownProperty().get().told()).contains(said.get(left - 1));
      assertThat(lock.shownProperty().get().takesPin()).isTrue();
    }
    lock.unlock("111111");
    server.refuse(409, "full-sign-in-needed", new FullSignInNeeded());

    assertThat(lock.shownProperty().get().takesPin()).isFalse();
    assertThat(lock.shownProperty().get().told()).startsWith("Five wrong PINs");
    lock.unlock("274915");
    assertThat(server.tried).hasSize(5);
    assertThat(unlocked).isFalse();
  }

  @Test
  void aSessionThatEndedMeanwhileIsNoWrongPin() {
    lock.unlock("274915");
    server.refuse(401, "unauthenticated");

    assertThat(lock.shownProperty().get().takesPin()).isFalse();
    assertThat(lock.shownProperty().get().told()).startsWith("Your sign-in has ended");
  }

  @Test
  void afterFiveWrongOnesTheEndOfTheSessionChangesNothingThatIsSaid() {
    lock.unlock("111111");
    server.refuse(409, "full-sign-in-needed", new FullSignInNeeded());
    lock.ended();

    assertThat(lock.shownProperty().get().told()).startsWith("Five wrong PINs");
  }

  @Test
  void aTryThatWasNotAnsweredSpendsNone() {
    lock.unlock("274915");
    server.loseTheAnswer();

    assertThat(lock.shownProperty().get().takesPin()).isTrue();
    assertThat(lock.shownProperty().get().told()).contains("does not answer");
    lock.unlock("111111");
    server.refuse(422, "wrong-secret", new WrongSecret("pin", 4));
    assertThat(lock.shownProperty().get().told()).contains("4 tries");
  }

  @Test
  void oneIsLookedAtAtATime() {
    lock.unlock("274915");
    lock.unlock("274915");

    assertThat(server.tried).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "27491", "2749a5", "1234567890123", "٢٧٤٩١٥"})
  void whatCanBeNoPinIsNotSent(String typed) {
    lock.unlock(typed);

    assertThat(server.tried).isEmpty();
  }

  @Test
  void whoHasNoPinSignsIn() {
    var without = new LockViewModel(server, Pin.NOT_CHOSEN, () -> unlocked = true);

    assertThat(without.shownProperty().get().takesPin()).isFalse();
    assertThat(without.shownProperty().get().told()).contains("not chosen a desk PIN");
    without.ended();
    assertThat(without.shownProperty().get().told()).startsWith("Your sign-in has ended");
  }

  @Test
  void whereTheClinicSignsPeopleInThereIsNoPin() {
    var without = new LockViewModel(server, Pin.NOT_TAKEN, () -> unlocked = true);

    assertThat(without.shownProperty().get().takesPin()).isFalse();
    assertThat(without.shownProperty().get().told()).startsWith("Your clinic’s sign-in page");
  }

  @Test
  void nothingIsHeardOnceSomebodyElseSitsHere() {
    lock.unlock("274915");
    lock.close();
    server.right();

    assertThat(unlocked).isFalse();
  }
}
