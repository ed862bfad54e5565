package io.daysheet.desktop.users;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.desktop.fx.ThemePicture;
import io.daysheet.desktop.users.UserDraft.Flaw;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.wire.OneTimePassword;
import io.daysheet.wire.User;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

/// Pictures of the administrator's screen in each theme.
class UsersPicturesIT {

  private static final Instant LATER = Instant.parse("2026-03-19T12:05:00Z");

  private static final Hospital HARBOUR =
      new Hospital(
          new HospitalId(new UUID(1, 2)),
          "Harbour Hospital for Children",
          Clinic.HOSPITAL.timeZone(),
          Clinic.HOSPITAL.location(),
          Clinic.HOSPITAL.operatingHours(),
          List.of(),
          Clinic.HOSPITAL.policy(),
          true,
          1);

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @EnumSource
  void users(Theme theme) throws Exception {
    take("users", theme, (_, _) -> {});
    take(
        "users-new",
        theme,
        (users, _) -> {
          users.create();
          form(users).type(d -> d.withLogin("Ä"), Flaw.LOGIN);
          form(users).type(d -> d.with(Role.RECEPTIONIST, true), Flaw.NO_ROLE);
          form(users).type(d -> d.with(Role.DOCTOR, true), Flaw.DOCTOR);
        });
    take(
        "users-patient",
        theme,
        (users, server) -> {
          users.create();
          form(users).type(d -> d.withLogin("portal-4711"), Flaw.LOGIN);
          form(users).type(d -> d.with(Role.PATIENT, true), Flaw.NO_ROLE);
          form(users).type(d -> d.with(new PatientDraft("100045", "1987-04-23")), Flaw.PATIENT);
          form(users).save();
          server.refuse(new InvalidValue("patient", Expected.EXISTING_ID));
        });
    take(
        "users-password",
        theme,
        (users, server) -> {
          users.open(users.list().users().get(1));
          var open = Objects.requireNonNull(users.openProperty().get());
          Objects.requireNonNull(open.recovery()).resetPassword();
          server.give(new OneTimePassword("wet-walnut-grove-41", LATER));
        });
    ThemePicture.take(
        "users-provider",
        theme,
        1216,
        () -> screen(SignsIn.AT_A_PROVIDER, (users, _) -> users.open(users.list().users().get(1))));
    take(
        "users-empty",
        theme,
        (users, server) -> {
          users.list().queryProperty().set("zz");
          users.list().load();
          server.list(null);
        });
  }

  private static UserFormViewModel form(UsersViewModel users) {
    return Objects.requireNonNull(users.openProperty().get()).form();
  }

  private static User[] people(HospitalId hospital) {
    return List.of(
            QuietUsers.user(1, "admin", "Ada Administrator", true, true, null, Role.ADMIN),
            QuietUsers.user(3, "m.krol", "Marta Król"),
            QuietUsers.user(2, "j.novak", "Jan Novák", true, false, LATER, Role.SCHEDULER),
            QuietUsers.user(
                5, "a.haddad", "Dr. Amira Haddad", true, true, null, Role.DOCTOR, Role.SCHEDULER),
            QuietUsers.user(
                4, "o.bondarenko", "Oksana Bondarenko", false, false, null, Role.AUDITOR),
            QuietUsers.user(
                7, "hl7-bridge", "Laboratory bridge", true, false, null, Role.INTEGRATION))
        .stream()
        .map(user -> at(hospital, user))
        .toArray(User[]::new);
  }

  private static User at(HospitalId hospital, User user) {
    return new User(
        user.id(),
        user.login(),
        user.name(),
        user.roles(),
        user.roles().contains(Role.ADMIN)
            ? List.of()
            : user.lockedUntil() == null ? List.of(hospital) : List.of(hospital, HARBOUR.id()),
        user.roles().contains(Role.INTEGRATION),
        null,
        null,
        user.active(),
        user.secondFactor(),
        user.lockedUntil(),
        user.lastSignIn(),
        1);
  }

  @FunctionalInterface
  private interface Story {
    void play(UsersViewModel users, QuietUsers server);
  }

  private static void take(String name, Theme theme, Story story) throws Exception {
    ThemePicture.take(name, theme, 1216, () -> screen(SignsIn.HERE, story));
  }

  private static Parent screen(SignsIn signsIn, Story story) {
    var server = new QuietUsers();
    server.hospitals = List.of(Clinic.HOSPITAL, HARBOUR);
    server.doctors = Clinic.DOCTORS;
    var users =
        new UsersViewModel(server, (_, _) -> () -> {}, new AccountId(new UUID(7, 1)), signsIn);
    Parent root = UsersScreen.load(users).root();
    users.start();
    server.list(null, people(server.hospitals.getFirst().id()));
    story.play(users, server);
    return root;
  }
}
