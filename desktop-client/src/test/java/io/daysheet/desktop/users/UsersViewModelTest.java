package io.daysheet.desktop.users;

import static io.daysheet.desktop.users.QuietUsers.HEDWIG;
import static io.daysheet.desktop.users.QuietUsers.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.users.UserDraft.Flaw;
import io.daysheet.desktop.users.UserListViewModel.State;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.LastAdministrator;
import io.daysheet.rule.Violation.LoginTaken;
import io.daysheet.wire.NamedPatient;
import io.daysheet.wire.OneTimePassword;
import io.daysheet.wire.User;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UsersViewModelTest {

  private static final AccountId OWN = new AccountId(new UUID(7, 99));
  private static final User MARTA = user(1, "m.krol", "Marta Król");
  private static final User JAN = user(2, "j.novak", "Jan Novák");

  private final QuietUsers server = new QuietUsers();
  private final List<Runnable> pauses = new ArrayList<>();
  private final UsersViewModel users =
      new UsersViewModel(
          server,
          (_, task) -> {
            pauses.add(task);
            return () -> pauses.remove(task);
          },
          OWN,
          SignsIn.HERE);

  private UserFormViewModel form() {
    return Objects.requireNonNull(users.openProperty().get()).form();
  }

  private RecoveryViewModel recovery() {
    return Objects.requireNonNull(Objects.requireNonNull(users.openProperty().get()).recovery());
  }

  private void typeAReceptionist() {
    users.create();
    form().type(d -> d.withLogin("A.Haddad"), Flaw.LOGIN);
    form().type(d -> d.withName("Amira Haddad"), Flaw.NAME);
    form().type(d -> d.with(Role.RECEPTIONIST, true), Flaw.NO_ROLE);
    form().type(d -> d.with(HEDWIG, true), Flaw.HOSPITALS);
  }

  @Test
  void theListIsAskedForWhenTheTypingPausesAndOnlyForWhatIsTypedNow() {
    users.start();
    users.list().queryProperty().set("ma");
    users.list().queryProperty().set("mar");
    server.list(null, JAN);
    assertThat(users.list().users()).isEmpty();
    assertThat(pauses).hasSize(1);
    pauses.getFirst().run();
    server.list("cursor", MARTA);

    assertThat(server.asked).containsExactly("", "mar");
    assertThat(users.list().users()).containsExactly(MARTA);
    assertThat(users.list().stateProperty().get()).isEqualTo(State.PART);
  }

  @Test
  void moreComeBehindTheFirst() {
    users.start();
    server.list("cursor", MARTA);
    users.list().more();
    server.list(null, JAN);

    assertThat(server.asked).containsExactly("", " after cursor");
    assertThat(users.list().users()).containsExactly(MARTA, JAN);
    assertThat(users.list().stateProperty().get()).isEqualTo(State.WHOLE);
  }

  @Test
  void aListThatDoesNotComeIsTold() {
    users.start();
    server.failToList();

    assertThat(users.list().stateProperty().get()).isEqualTo(State.FAILED);
  }

  @Test
  void aNewAccountSaysWhatIsMissingAndIsWrittenWhole() {
    users.create();
    assertThat(form().reason()).startsWith("At least two small letters");
    assertThat(form().shownProperty().get().wrong()).isEmpty();
    form().type(d -> d.withLogin("ä"), Flaw.LOGIN);
    assertThat(form().shownProperty().get().wrong()).containsKey(Flaw.LOGIN);
    users.leave();
    typeAReceptionist();
    assertThat(form().reason()).isEmpty();
    form().save();

    assertThat(server.created)
        .singleElement()
        .satisfies(made -> {
          assertThat(made.login()).isEqualTo("a.haddad");
          assertThat(made.roles()).containsExactly(Role.RECEPTIONIST);
          assertThat(made.hospitals()).containsExactly(HEDWIG);
        });
    server.write(user(3, "a.haddad", "Amira Haddad"));
    assertThat(users.list().users()).hasSize(1);
    assertThat(recovery().shownProperty().get().canReset()).isTrue();
  }

  @Test
  void aProgramHasNoOtherRoleAndADoctorIsOne() {
    users.create();
    form().type(d -> d.with(Role.INTEGRATION, true).with(Role.DOCTOR, true), Flaw.ROLES);

    assertThat(form().draft().flaws()).contains(Flaw.ROLES, Flaw.DOCTOR);
  }

  private void typeAPatient() {
    users.create();
    form().type(d -> d.withLogin("portal-4711"), Flaw.LOGIN);
    form().type(d -> d.with(Role.PATIENT, true), Flaw.NO_ROLE);
    form().type(d -> d.with(d.patient().withMrn(" 100045 ")), Flaw.PATIENT);
  }

  @Test
  void aPatientIsNamedByTheNumberAndTheBirthDateAndByNoName() {
    typeAPatient();
    form().type(d -> d.with(d.patient().withBorn("23.4.1987")), Flaw.BIRTH_DATE);
    assertThat(form().draft().flaws()).containsExactly(Flaw.BIRTH_DATE);
    form().type(d -> d.with(d.patient().withBorn("1987-04-23")), Flaw.BIRTH_DATE);
    form().save();

    assertThat(server.created)
        .singleElement()
        .satisfies(made -> {
          assertThat(made.patient())
              .isEqualTo(new NamedPatient("100045", LocalDate.parse("1987-04-23")));
          assertThat(made.name()).isEqualTo("portal-4711");
          assertThat(made.hospitals()).isEmpty();
        });
  }

  @Test
  void aRecordThatIsNotThereIsSaidBesideTheNumber() {
    typeAPatient();
    form().type(d -> d.with(d.patient().withBorn("1987-04-23")), Flaw.BIRTH_DATE);
    form().save();
    server.refuse(new InvalidValue("patient", Expected.EXISTING_ID));

    assertThat(form().shownProperty().get().wrong())
        .containsOnlyKeys(Flaw.PATIENT)
        .extractingByKey(Flaw.PATIENT)
        .asString()
        .startsWith("There is no record");
    assertThat(form().draft().toString()).doesNotContain("100045", "1987");
  }

  @Test
  void aPatientHasNoOtherRole() {
    typeAPatient();
    form().type(d -> d.with(Role.ADMIN, true), Flaw.ROLES);

    assertThat(form().draft().flaws()).contains(Flaw.ROLES);
  }

  @Test
  void whatTheServerRefusesStandsBesideItsField() {
    typeAReceptionist();
    form().save();
    server.refuse(new LoginTaken(MARTA.id()));

    assertThat(form().shownProperty().get().wrong())
        .containsExactly(Map.entry(Flaw.LOGIN, "Somebody else has this sign-in name"));
    form().type(d -> d.withLogin("a.haddad2"), Flaw.LOGIN);
    assertThat(form().shownProperty().get().wrong()).isEmpty();
  }

  @Test
  void theLastAdministratorStays() {
    users.open(MARTA);
    form().type(d -> d.withActive(false));
    form().save();
    server.refuse(new LastAdministrator(MARTA.id()));

    assertThat(form().shownProperty().get().told()).contains("last administrator");
    assertThat(form().draft().active()).isFalse();
  }

  @Test
  void aTryWithoutAnAnswerIsRepeatedByItsKeyUntilSomethingElseIsTyped() {
    typeAReceptionist();
    form().save();
    server.loseTheWrite();
    form().save();
    server.loseTheWrite();
    form().type(d -> d.withName("Amira K. Haddad"), Flaw.NAME);
    form().save();

    assertThat(server.keys).hasSize(3);
    assertThat(server.keys.get(1)).isEqualTo(server.keys.get(0));
    assertThat(server.keys.get(2)).isNotEqualTo(server.keys.get(0));
  }

  @Test
  void whatSomebodyElseChangedMeanwhileIsShownAsItIsNow() {
    users.open(MARTA);
    form().type(d -> d.withName("M. Król"), Flaw.NAME);
    form().save();
    server.stale(user(1, "m.krol", "Marta Nowak"));

    assertThat(form().draft().name()).isEqualTo("Marta Nowak");
    assertThat(form().shownProperty().get().told()).startsWith("Somebody else changed");
  }

  @Test
  void whatIsTypedIsNotThrownAwayForAnother() {
    users.open(MARTA);
    form().type(d -> d.withName("M. Król"), Flaw.NAME);

    assertThat(users.isUnfinished()).isTrue();
    assertThat(users.open(JAN)).isFalse();
    assertThat(form().draft().name()).isEqualTo("M. Król");
    assertThat(form().shownProperty().get().told()).contains("Save or discard");
  }

  @Test
  void aOneTimePasswordIsShownUntilItIsHidden() {
    users.open(MARTA);
    recovery().resetPassword();
    var one = new OneTimePassword("tuba-olive-9", Instant.parse("2026-03-20T10:00:00Z"));
    server.give(one);
    assertThat(recovery().shownProperty().get().password()).isEqualTo(one);
    recovery().forgetPassword();

    assertThat(recovery().shownProperty().get().password()).isNull();
  }

  @Test
  void whoIsLockedOutMayTryAgain() {
    users.start();
    User locked = user(1, "m.krol", "M", true, true, Instant.parse("2026-03-19T12:00:00Z"));
    server.list(null, locked);
    users.open(locked);
    recovery().unlock();
    server.done();
    assertThat(users.list().users().getFirst().lockedUntil()).isNull();
    recovery().removeSecondFactor();
    server.done();

    assertThat(users.list().users().getFirst().secondFactor()).isFalse();
    assertThat(recovery().shownProperty().get().canRemoveSecondFactor()).isFalse();
  }

  /// A password of this server would open nothing.
  @Test
  void whereAProviderSignsPeopleInThereIsNoHelpHere() {
    User locked = user(1, "m.krol", "M", true, true, Instant.parse("2026-03-19T12:00:00Z"));
    var there = new UsersViewModel(server, (_, _) -> () -> {}, OWN, SignsIn.AT_A_PROVIDER);
    there.open(locked);
    var help =
        Objects.requireNonNull(Objects.requireNonNull(there.openProperty().get()).recovery());

    assertThat(help.isHere()).isFalse();
    assertThat(help.shownProperty().get())
        .matches(shown -> !shown.canReset() && !shown.canUnlock())
        .matches(shown -> !shown.canRemoveSecondFactor())
        .extracting(RecoveryViewModel.Shown::whyNot)
        .asString()
        .contains("kept there");
  }

  @Test
  void nobodyHelpsThemselvesIn() {
    users.open(user(99, "admin", "Ada Administrator", true, true, null, Role.ADMIN));

    assertThat(recovery().shownProperty().get().canReset()).isFalse();
    assertThat(recovery().shownProperty().get().whyNot()).startsWith("This is your own account");
    assertThat(Set.copyOf(form().draft().roles())).containsExactly(Role.ADMIN);
  }
}
