package io.daysheet.desktop.programs;

import static io.daysheet.desktop.programs.QuietPrograms.LAB;
import static io.daysheet.desktop.programs.QuietPrograms.program;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.programs.ProgramDraft.Flaw;
import io.daysheet.desktop.programs.ProgramsViewModel.State;
import io.daysheet.desktop.programs.SecretViewModel.Step;
import io.daysheet.identity.AccountId;
import io.daysheet.rule.Violation.ClientIdTaken;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.wire.ChangeClient;
import io.daysheet.wire.CreateClient;
import io.daysheet.wire.ProgramClient;
import io.daysheet.wire.User;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProgramsViewModelTest {

  private static final ProgramClient BRIDGE = program("lab-bridge", "Laboratory bridge", 1);
  private static final ProgramClient SCRIPT = program("night-script", "Night script", 4);
  private static final String KEY = "{\"kty\":\"RSA\",\"n\":\"x\",\"e\":\"AQAB\"}";

  private final QuietPrograms server = new QuietPrograms();
  private final ProgramsViewModel programs = new ProgramsViewModel(server);

  private ProgramFormViewModel form() {
    return Objects.requireNonNull(programs.openProperty().get()).form();
  }

  private SecretViewModel secret() {
    return Objects.requireNonNull(Objects.requireNonNull(programs.openProperty().get()).secret());
  }

  private void typeABridge() {
    programs.create();
    form().type(d -> d.with(LAB), Flaw.ACCOUNT);
    form().type(d -> d.withId(" lab-bridge "), Flaw.ID);
    form().type(d -> d.withName("Laboratory bridge"), Flaw.NAME);
    form().type(d -> d.with("patients:read", true), Flaw.SCOPES);
  }

  @Test
  void theListIsShownOrThatItDidNotCome() {
    programs.start();
    assertThat(programs.stateProperty().get()).isEqualTo(State.LOADING);
    server.failToList();
    assertThat(programs.stateProperty().get()).isEqualTo(State.FAILED);
    programs.load();
    server.list(BRIDGE, SCRIPT);

    assertThat(programs.stateProperty().get()).isEqualTo(State.WHOLE);
    assertThat(programs.programs()).containsExactly(BRIDGE, SCRIPT);
  }

  @Test
  void onlyAccountsInServiceCanBeChosen() {
    programs.start();

    assertThat(programs.accounts()).extracting(User::name).containsExactly("Laboratory");
  }

  @Test
  void whatIsMissingIsSaidAndNothingIsSentBefore() {
    programs.create();
    assertThat(form().reason()).startsWith("At least three small letters");
    form().type(d -> d.withId("Up"), Flaw.ID);
    form().save();

    assertThat(form().shownProperty().get().wrong()).containsOnlyKeys(Flaw.ID);
    assertThat(server.created).isEmpty();
    assertThat(form().draft().flaws())
        .containsExactly(Flaw.ID, Flaw.NAME, Flaw.ACCOUNT, Flaw.SCOPES);
  }

  @Test
  void aNewProgramsSecretIsShownUntilItIsHiddenAndNothingElseIsOpenedBefore() {
    programs.start();
    server.list(SCRIPT);
    typeABridge();
    form().save();
    assertThat(server.created)
        .containsExactly(
            new CreateClient(
                "lab-bridge", "Laboratory bridge", LAB, Set.of("patients:read"), null));
    server.made(BRIDGE, "s3cret");

    assertThat(programs.programs()).containsExactly(BRIDGE, SCRIPT);
    assertThat(secret().stepProperty().get()).isEqualTo(new Step.Given("s3cret"));
    assertThat(programs.isUnfinished()).isTrue();
    assertThat(programs.open(SCRIPT)).isFalse();
    programs.leave();
    assertThat(form().shownProperty().get().told()).startsWith("Put the secret where it belongs");
    secret().hide();
    assertThat(programs.isUnfinished()).isFalse();
    assertThat(programs.open(SCRIPT)).isTrue();
    assertThat(secret().isShown()).isFalse();
  }

  @Test
  void aProgramWithKeysOfItsOwnGetsNoSecret() {
    typeABridge();
    form().type(d -> d.withByKeys(true));
    assertThat(form().reason()).isEqualTo("This is no JWK set");
    form().type(d -> d.withKeys(KEY.replace("\"n\"", "\"d\":\"s\",\"n\"")), Flaw.PRIVATE_KEYS);
    assertThat(form().shownProperty().get().wrong()).containsKey(Flaw.PRIVATE_KEYS);
    form().type(d -> d.withKeys(KEY), Flaw.KEYS);
    form().save();
    server.made(BRIDGE, null);

    assertThat(Objects.requireNonNull(server.created.getFirst().jwks())).containsKey("keys");
    assertThat(secret().isShown()).isFalse();
  }

  @Test
  void refusalsAreSaidBesideTheField() {
    typeABridge();
    form().save();
    server.refuseToMake(
        new ClientIdTaken(new AccountId(new UUID(1, 1))),
        new InvalidValue("accountId", Expected.PROGRAM),
        new InvalidValue("jwks", Expected.PUBLIC_KEYS));

    assertThat(form().shownProperty().get().wrong())
        .isEqualTo(
            Map.of(
                Flaw.ID, "Another program has this client id",
                Flaw.ACCOUNT, "This account can’t be a program’s any more",
                Flaw.KEYS, "The server takes RSA keys from 2048 bits and EC keys P-256 only"));
    assertThat(form().shownProperty().get().told()).isEmpty();
    form().type(d -> d.withId("lab-bridge-2"), Flaw.ID);
    assertThat(form().shownProperty().get().wrong()).isEmpty();
  }

  @Test
  void whatMayBeMadeOrNotIsSaidAsItIs() {
    typeABridge();
    form().save();
    server.loseWhatIsMade();

    assertThat(form().shownProperty().get().told()).contains("it may be made");
  }

  @Test
  void aProgramIsTakenOutOfService() {
    programs.open(BRIDGE);
    form().type(d -> d.withActive(false));
    form().save();
    assertThat(server.changed)
        .containsExactly(
            new ChangeClient(
                "Laboratory bridge", Set.of("patients:read", "schedule:read"), null, false));
    ProgramClient out = program("lab-bridge", "Laboratory bridge", false, List.of(), null, 2);
    server.changed(out);

    assertThat(programs.programs()).containsExactly(out);
    assertThat(programs.isUnfinished()).isFalse();
  }

  /// A client without a scope is one that a demo makes for a person's account.
  @Test
  void oneThatMayNothingCanStillBeTakenOutOfService() {
    programs.open(
        new ProgramClient(
            "demo-admin",
            "A",
            LAB,
            "A",
            List.of(),
            true,
            List.of(),
            true,
            BRIDGE.createdAt(),
            null,
            1));
    form().type(d -> d.withActive(false));

    assertThat(form().shownProperty().get().canSave()).isTrue();
  }

  @Test
  void whatSomebodyElseChangedIsShownAsItIs() {
    programs.open(BRIDGE);
    form().type(d -> d.withName("Bridge"), Flaw.NAME);
    form().save();
    server.stale(program("lab-bridge", "Lab", 2));

    assertThat(form().draft().name()).isEqualTo("Lab");
    assertThat(form().shownProperty().get().told()).startsWith("Somebody else changed");
  }

  @Test
  void anotherSecretIsMadeOnlyAfterASecondWord() {
    programs.open(BRIDGE);
    programs.newSecret();
    assertThat(secret().stepProperty().get()).isInstanceOf(Step.Sure.class);
    secret().notNow();
    assertThat(server.rotated).isEmpty();
    programs.newSecret();
    secret().make();
    secret().make();
    assertThat(server.rotated).containsExactly("lab-bridge");
    server.give("an0ther");

    assertThat(secret().stepProperty().get()).isEqualTo(new Step.Given("an0ther"));
    assertThat(Objects.requireNonNull(form().draft().before()).version()).isEqualTo(2);
    assertThat(programs.isUnfinished()).isTrue();
  }

  @Test
  void aSecretThatIsLostOnTheWayIsMadeAgain() {
    programs.open(BRIDGE);
    programs.newSecret();
    secret().make();
    server.loseTheSecret();

    assertThat(secret().stepProperty().get())
        .isEqualTo(
            new Step.Idle(
                "The server did not answer. The old secret may be worth nothing by now: make a new"
                    + " one."));
  }

  @Test
  void noSecretIsMadeWhileSomethingIsTyped() {
    programs.open(BRIDGE);
    form().type(d -> d.withName("Bridge"), Flaw.NAME);
    programs.newSecret();

    assertThat(secret().stepProperty().get()).isEqualTo(new Step.Idle(""));
    assertThat(form().shownProperty().get().told()).startsWith("Save or discard");
  }

  @Test
  void nothingThatIsPrintedHoldsASecret() {
    typeABridge();
    form().save();
    server.made(BRIDGE, "s3cret");

    assertThat(
            List.of(
                    secret().stepProperty().get(),
                    new ProgramFormViewModel.Written(BRIDGE, "s3cret"))
                .toString())
        .doesNotContain("s3cret");
  }
}
