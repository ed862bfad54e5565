package io.daysheet.desktop.users;

import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.UserServer;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import io.daysheet.rule.Violation;
import io.daysheet.wire.ChangeUser;
import io.daysheet.wire.CreateUser;
import io.daysheet.wire.OneTimePassword;
import io.daysheet.wire.Page;
import io.daysheet.wire.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A server of accounts that answers when the test says so.
final class QuietUsers implements UserServer {

  static final HospitalId HEDWIG = new HospitalId(new UUID(1, 1));

  final List<String> asked = new ArrayList<>();
  final List<CreateUser> created = new ArrayList<>();
  final List<ChangeUser> changed = new ArrayList<>();
  final List<CommandKey> keys = new ArrayList<>();
  List<Hospital> hospitals = List.of();
  List<Doctor> doctors = List.of();
  private Consumer<Outcome<Page<User>>> list = _ -> {};
  private Consumer<Outcome<User>> write = _ -> {};
  private Consumer<Outcome<OneTimePassword>> password = _ -> {};
  private Consumer<Outcome<Boolean>> done = _ -> {};

  /// A receptionist at one hospital.
  static User user(int number, String login, String name) {
    return user(number, login, name, true, false, null, Role.RECEPTIONIST);
  }

  static User user(
      int number,
      String login,
      String name,
      boolean active,
      boolean secondFactor,
      @Nullable Instant lockedUntil,
      Role... roles) {
    return new User(
        new AccountId(new UUID(7, number)),
        login,
        name,
        List.of(roles),
        List.of(HEDWIG),
        false,
        null,
        null,
        active,
        secondFactor,
        lockedUntil,
        number % 2 == 0 ? null : Instant.parse("2026-03-18T16:42:00Z"),
        number);
  }

  void list(@Nullable String next, User... users) {
    list.accept(new Outcome.Done<>(new Page<>(List.of(users), next)));
  }

  void failToList() {
    list.accept(new Outcome.Unknown<>(Cause.NO_ANSWER));
  }

  void write(User user) {
    write.accept(new Outcome.Done<>(user));
  }

  void refuse(Violation... violations) {
    write.accept(new Outcome.Refused<>(409, "refused-code", List.of(violations)));
  }

  void stale(User current) {
    write.accept(new Outcome.Stale<>(current));
  }

  void loseTheWrite() {
    write.accept(new Outcome.Unknown<>(Cause.NO_ANSWER));
  }

  void give(OneTimePassword one) {
    password.accept(new Outcome.Done<>(one));
  }

  void done() {
    done.accept(new Outcome.Done<>(true));
  }

  @Override
  public Request users(String query, @Nullable String after, Consumer<Outcome<Page<User>>> then) {
    asked.add(query + (after == null ? "" : " after " + after));
    list = then;
    return () -> list = _ -> {};
  }

  @Override
  public Request create(CreateUser command, CommandKey key, Consumer<Outcome<User>> then) {
    created.add(command);
    return write(key, then);
  }

  @Override
  public Request change(
      User user, ChangeUser command, CommandKey key, Consumer<Outcome<User>> then) {
    changed.add(command);
    return write(key, then);
  }

  private Request write(CommandKey key, Consumer<Outcome<User>> then) {
    keys.add(key);
    write = then;
    return () -> write = _ -> {};
  }

  @Override
  public Request resetPassword(User user, Consumer<Outcome<OneTimePassword>> then) {
    password = then;
    return () -> password = _ -> {};
  }

  @Override
  public Request unlock(User user, Consumer<Outcome<Boolean>> then) {
    done = then;
    return () -> done = _ -> {};
  }

  @Override
  public Request removeSecondFactor(User user, Consumer<Outcome<Boolean>> then) {
    done = then;
    return () -> done = _ -> {};
  }

  @Override
  public Request hospitals(Consumer<Outcome<List<Hospital>>> then) {
    then.accept(new Outcome.Done<>(hospitals));
    return () -> {};
  }

  @Override
  public Request doctors(Consumer<Outcome<List<Doctor>>> then) {
    then.accept(new Outcome.Done<>(doctors));
    return () -> {};
  }
}
