package io.daysheet.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.rule.Violation.PasswordNamesAccount;
import io.daysheet.rule.Violation.PasswordTooCommon;
import io.daysheet.rule.Violation.PasswordTooShort;
import io.daysheet.rule.Violation.PasswordUnchanged;
import io.daysheet.rule.Violation.WrongSecret;
import io.daysheet.wire.ChangePassword;
import org.junit.jupiter.api.Test;

class PasswordViewModelTest {

  private static final String OLD = "wet walnut grove";
  private static final String NEW = "seven quiet lamps";

  private final OwnServer server = new OwnServer();
  private boolean changed;
  private final PasswordViewModel password = new PasswordViewModel(server, () -> changed = true);

  private void type(String current, String fresh, String again) {
    password.currentProperty().set(current);
    password.freshProperty().set(fresh);
    password.againProperty().set(again);
  }

  private PasswordViewModel.Shown shown() {
    return password.shownProperty().get();
  }

  @Test
  void itsLengthIsJudgedInCharactersWhileItIsTyped() {
    type("", "🐌🐌🐌🐌🐌🐌🐌🐌🐌🐌🐌", "");
    assertThat(shown().wrong().get(SecretField.NEW_PASSWORD)).startsWith("At least 12 characters");
    type("", "🐌🐌🐌🐌🐌🐌🐌🐌🐌🐌🐌🐌", "");
    assertThat(shown().wrong()).isEmpty();
  }

  @Test
  void theSecondTimeHasToBecomeTheFirst() {
    type(OLD, NEW, "seven quiet");
    assertThat(shown().wrong()).isEmpty();
    assertThat(shown().isGood()).isFalse();
    type(OLD, NEW, "seven noisy");
    assertThat(shown().wrong()).containsOnlyKeys(SecretField.AGAIN);
    type(OLD, NEW, NEW);
    assertThat(shown().isGood()).isTrue();
  }

  @Test
  void changedItIsForgottenHere() {
    type(OLD, NEW, NEW);
    password.save();
    assertThat(shown().saving()).isTrue();
    password.save();
    assertThat(server.asked).as("once").containsExactly(new ChangePassword(OLD, NEW));
    server.answer(true);

    assertThat(changed).isTrue();
    assertThat(password.currentProperty().get()).isEmpty();
    assertThat(password.freshProperty().get()).isEmpty();
    assertThat(password.againProperty().get()).isEmpty();
    assertThat(shown().wrong()).isEmpty();
  }

  @Test
  void eachThingThatTheServerRefusesIsNamedBesideItsField() {
    type(OLD, NEW, NEW);
    password.save();
    server.refuse(
        new WrongSecret("currentPassword", null),
        new PasswordTooShort("newPassword", 20),
        new PasswordTooCommon("newPassword"),
        new PasswordNamesAccount("newPassword"),
        new PasswordUnchanged("newPassword"));

    assertThat(shown().wrong().get(SecretField.CURRENT_PASSWORD))
        .isEqualTo("That is not your password.");
    assertThat(shown().wrong().get(SecretField.NEW_PASSWORD))
        .asString()
        .hasLineCount(4)
        .startsWith("At least 20 characters");
    assertThat(shown().isGood()).isFalse();
    assertThat(changed).isFalse();

    password.freshProperty().set(NEW + " on a hill");
    assertThat(shown().wrong()).as("typing takes it away").doesNotContainKey(SecretField.AGAIN);
    assertThat(shown().wrong()).isEmpty();
  }

  @Test
  void whereNobodyKnowsWhatBecameOfItThatIsSaid() {
    type(OLD, NEW, NEW);
    password.save();
    server.lose(Cause.NO_ANSWER);
    assertThat(shown().told()).contains("nobody knows");
    assertThat(shown().isGood()).isTrue();

    password.save();
    server.lose(Cause.UNAVAILABLE);
    assertThat(shown().told()).startsWith("Nothing is changed");
  }

  @Test
  void anAnswerThatComesAfterThePageWasLeftIsHeardByNobody() {
    type(OLD, NEW, NEW);
    password.save();
    password.close();
    server.answer(true);

    assertThat(changed).isFalse();
    assertThat(password.freshProperty().get()).isEmpty();
  }
}
