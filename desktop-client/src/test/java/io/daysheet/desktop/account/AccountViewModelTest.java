package io.daysheet.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.account.SecondStep.Beginning;
import io.daysheet.desktop.account.SecondStep.Codes;
import io.daysheet.desktop.account.SecondStep.Off;
import io.daysheet.desktop.account.SecondStep.On;
import io.daysheet.desktop.account.SecondStep.Removing;
import io.daysheet.desktop.account.SecondStep.Renewing;
import io.daysheet.desktop.account.SecondStep.Scanning;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.rule.Violation.WrongSecret;
import io.daysheet.wire.BeginSecondFactor;
import io.daysheet.wire.ConfirmSecondFactor;
import io.daysheet.wire.RemoveSecondFactor;
import io.daysheet.wire.RenewRecoveryCodes;
import io.daysheet.wire.SetPin;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountViewModelTest {

  private static final String PASSWORD = "wet walnut grove";

  private final OwnServer server = new OwnServer();
  private final List<Boolean> pins = new ArrayList<>();
  private AccountViewModel account = with(true, false);

  private AccountViewModel with(boolean password, boolean secondFactor) {
    return new AccountViewModel(
        server, OwnServer.me(password, secondFactor, secondFactor ? 7 : 0, false), pins::add);
  }

  private SecondStepViewModel second() {
    return account.secondStep();
  }

  private SecondStep step() {
    return second().shownProperty().get().step();
  }

  private String told() {
    return second().shownProperty().get().told();
  }

  private void scan() {
    account.open(Section.SECOND_STEP);
    second().begin();
    second().passwordProperty().set(PASSWORD);
    second().send();
    server.answer(OwnServer.KEY);
  }

  private void prove(String code) {
    second().passwordProperty().set(PASSWORD);
    second().codeProperty().set(code);
    second().send();
  }

  @Test
  void theSecondStepIsTurnedOnByThePasswordAndACodeAndItsCodesAreShownOnce() {
    scan();
    assertThat(step()).isEqualTo(new Scanning(OwnServer.KEY));
    assertThat(second().passwordProperty().get()).as("not kept").isEmpty();
    second().codeProperty().set(" 123 456 ");
    second().send();
    server.refuse(new WrongSecret("code", null));
    assertThat(second().shownProperty().get().wrong()).containsOnlyKeys(SecretField.CODE);
    assertThat(second().shownProperty().get().isGood()).isFalse();
    second().codeProperty().set("654321");
    second().send();
    server.answer(OwnServer.CODES);

    assertThat(server.asked)
        .containsExactly(
            new BeginSecondFactor(PASSWORD),
            new ConfirmSecondFactor("123 456"),
            new ConfirmSecondFactor("654321"));
    assertThat(step()).isEqualTo(new Codes(OwnServer.CODES.codes()));
    assertThat(account.mayLeave()).isFalse();
    assertThat(told()).startsWith("Keep the codes first");
    assertThat(account.back()).as("Esc").isTrue();
    assertThat(step()).isInstanceOf(Codes.class);
    second().kept();
    assertThat(step()).isEqualTo(new On());
    assertThat(second().shownProperty().get().left()).isEqualTo(10);
    assertThat(account.mayLeave()).isTrue();
  }

  @Test
  void aWrongPasswordIsSaidAtItsPlace() {
    account.open(Section.SECOND_STEP);
    second().begin();
    second().passwordProperty().set("nonsense");
    second().send();
    server.refuse(new WrongSecret("password", null));

    assertThat(step()).isEqualTo(new Beginning());
    assertThat(second().shownProperty().get().wrong()).containsOnlyKeys(SecretField.PASSWORD);
  }

  @Test
  void whereTheCodesAreLostOnTheWayTheAccountIsAsked() {
    scan();
    second().codeProperty().set("654321");
    second().send();
    server.lose(Cause.NO_ANSWER);
    assertThat(server.asked).last().isEqualTo("me");
    server.answer(OwnServer.me(true, true, 10, false));

    assertThat(step()).isEqualTo(new On());
    assertThat(account.shownProperty().get().told()).contains("lost on the way");
    assertThat(account.shownProperty().get().open()).isEqualTo(Section.NONE);
  }

  @Test
  void whereNothingWasTurnedOnTheSameCodeCanBeTriedAgain() {
    scan();
    second().codeProperty().set("654321");
    second().send();
    server.lose(Cause.NO_ANSWER);
    server.answer(OwnServer.me(true, false, 0, false));

    assertThat(step()).isInstanceOf(Scanning.class);
    assertThat(told()).startsWith("The server did not answer");
    assertThat(second().shownProperty().get().isGood()).isTrue();
  }

  @Test
  void whoTriedTooOftenIsToldToWait() {
    scan();
    second().codeProperty().set("654321");
    second().send();
    server.lose(Cause.UNAVAILABLE);

    assertThat(told()).startsWith("Nothing is changed");
    assertThat(step()).isInstanceOf(Scanning.class);
  }

  @Test
  void itIsTurnedOffByThePasswordAndACode() {
    account = with(true, true);
    account.open(Section.SECOND_STEP);
    second().remove();
    second().passwordProperty().set(PASSWORD);
    assertThat(second().shownProperty().get().isGood()).isFalse();
    prove("123456");
    assertThat(server.asked).containsExactly(new RemoveSecondFactor(PASSWORD, "123456"));
    server.answer(true);

    assertThat(step()).isEqualTo(new Off());
    assertThat(account.shownProperty().get().told()).isEqualTo("The second step is off.");
  }

  @Test
  void itsRemovalWhoseAnswerIsLostIsSeenAtTheAccount() {
    account = with(true, true);
    second().remove();
    prove("123456");
    server.lose(Cause.NO_ANSWER);
    server.answer(OwnServer.me(true, false, 0, false));

    assertThat(step()).isEqualTo(new Off());
  }

  @Test
  void otherRecoveryCodesComeForThePasswordAndACode() {
    account = with(true, true);
    assertThat(second().shownProperty().get().left()).isEqualTo(7);
    second().renew();
    prove("k4tz-9wq0");
    assertThat(server.asked).containsExactly(new RenewRecoveryCodes(PASSWORD, "k4tz-9wq0"));
    server.lose(Cause.NO_ANSWER);
    server.answer(OwnServer.me(true, true, 10, false));
    assertThat(step()).isEqualTo(new Renewing());
    assertThat(told()).contains("may be worth nothing already");
    second().send();
    server.answer(OwnServer.CODES);

    assertThat(step()).isInstanceOf(Codes.class);
  }

  @Test
  void anotherSectionTakesWhatWasTypedWithIt() {
    account.open(Section.PASSWORD);
    account.password().currentProperty().set(PASSWORD);
    account.open(Section.PIN);
    account.pin().pinProperty().set("274915");
    assertThat(account.password().currentProperty().get()).isEmpty();
    account.open(Section.SECOND_STEP);
    second().begin();
    second().passwordProperty().set(PASSWORD);

    assertThat(account.pin().pinProperty().get()).isEmpty();
    assertThat(account.back()).isTrue();
    assertThat(step()).isEqualTo(new Off());
    assertThat(second().passwordProperty().get()).isEmpty();
    assertThat(account.back()).as("nothing is open").isFalse();
  }

  @Test
  void leftThePageForgetsAlsoTheKeyAndTheCodes() {
    scan();
    account.close();
    assertThat(step()).isEqualTo(new Off());
    account = with(true, true);
    second().renew();
    prove("123456");
    server.answer(OwnServer.CODES);
    account.close();

    assertThat(step()).isEqualTo(new On());
    assertThat(second().passwordProperty().get()).isEmpty();
  }

  @Test
  void howTheAccountStandsByNowIsAskedWhenThePageOpens() {
    account.start();
    assertThat(server.asked).containsExactly("me");
    server.answer(OwnServer.me(true, true, 4, true));

    assertThat(step()).isEqualTo(new On());
    assertThat(second().shownProperty().get().left()).isEqualTo(4);
    assertThat(account.shownProperty().get().pin()).isTrue();
  }

  @Test
  void withoutAnAnswerThePageSaysThatItMayBeOld() {
    account.start();
    server.lose(Cause.NO_ANSWER);

    assertThat(account.shownProperty().get().told()).contains("may be old");
  }

  @Test
  void thePinIsChosenAndRemovedAndTheDeskHearsOfIt() {
    account.open(Section.PIN);
    account.pin().pinProperty().set("274915");
    account.pin().againProperty().set("274915");
    account.pin().passwordProperty().set(PASSWORD);
    account.pin().save();
    server.answer(true);
    assertThat(account.shownProperty().get())
        .isEqualTo(
            new AccountViewModel.Shown(
                Section.NONE, true, false, "Your PIN is saved. It unlocks the desk from now on."));
    account.removePin();
    server.answer(true);

    assertThat(account.shownProperty().get().pin()).isFalse();
    assertThat(server.asked).containsExactly(new SetPin("274915", PASSWORD), "no pin");
    assertThat(pins).containsExactly(true, false);
  }

  @Test
  void whatProvesIsAskedForInEachStep() {
    assertThat(new Removing().asksForPassword() && new Removing().asksForCode()).isTrue();
    assertThat(new Beginning().asksForCode() || new Off().asksForPassword()).isFalse();
  }
}
