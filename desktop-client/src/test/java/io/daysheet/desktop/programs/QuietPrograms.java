package io.daysheet.desktop.programs;

import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.desktop.remote.ProgramServer;
import io.daysheet.desktop.remote.Request;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import io.daysheet.rule.Violation;
import io.daysheet.wire.ChangeClient;
import io.daysheet.wire.ClientSecret;
import io.daysheet.wire.CreateClient;
import io.daysheet.wire.NewClient;
import io.daysheet.wire.ProgramClient;
import io.daysheet.wire.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A server of programs that answers when the test says so.
final class QuietPrograms implements ProgramServer {

  static final AccountId LAB = new AccountId(new UUID(7, 21));
  static final Instant MADE = Instant.parse("2026-02-03T08:15:00Z");

  final List<CreateClient> created = new ArrayList<>();
  final List<ChangeClient> changed = new ArrayList<>();
  final List<String> rotated = new ArrayList<>();
  List<User> accounts = List.of(account(21, "Laboratory", true), account(22, "Old lab", false));
  private Consumer<Outcome<List<ProgramClient>>> list = _ -> {};
  private Consumer<Outcome<NewClient>> create = _ -> {};
  private Consumer<Outcome<ProgramClient>> change = _ -> {};
  private Consumer<Outcome<ClientSecret>> secret = _ -> {};

  static User account(int number, String name, boolean active) {
    return new User(
        new AccountId(new UUID(7, number)),
        "program-" + number,
        name,
        List.of(Role.INTEGRATION),
        List.of(),
        true,
        null,
        null,
        active,
        false,
        null,
        null,
        1);
  }

  static ProgramClient program(String id, String name, int version) {
    return program(id, name, true, List.of(), Instant.parse("2026-03-18T16:42:00Z"), version);
  }

  static ProgramClient program(
      String id,
      String name,
      boolean active,
      List<String> keys,
      @Nullable Instant lastUsed,
      int version) {
    return new ProgramClient(
        id,
        name,
        LAB,
        "Laboratory",
        List.of("patients:read", "schedule:read"),
        keys.isEmpty(),
        keys,
        active,
        MADE,
        lastUsed,
        version);
  }

  void list(ProgramClient... programs) {
    list.accept(new Outcome.Done<>(List.of(programs)));
  }

  void failToList() {
    list.accept(new Outcome.Unknown<>(Cause.NO_ANSWER));
  }

  void made(ProgramClient program, @Nullable String value) {
    create.accept(new Outcome.Done<>(new NewClient(program, value)));
  }

  void refuseToMake(Violation... violations) {
    create.accept(new Outcome.Refused<>(409, "refused-code", List.of(violations)));
  }

  void loseWhatIsMade() {
    create.accept(new Outcome.Unknown<>(Cause.NO_ANSWER));
  }

  void changed(ProgramClient program) {
    change.accept(new Outcome.Done<>(program));
  }

  void stale(ProgramClient current) {
    change.accept(new Outcome.Stale<>(current));
  }

  void give(String value) {
    secret.accept(new Outcome.Done<>(new ClientSecret(rotated.getLast(), value)));
  }

  void loseTheSecret() {
    secret.accept(new Outcome.Unknown<>(Cause.NO_ANSWER));
  }

  @Override
  public Request programs(Consumer<Outcome<List<ProgramClient>>> then) {
    list = then;
    return () -> list = _ -> {};
  }

  @Override
  public Request accounts(Consumer<Outcome<List<User>>> then) {
    then.accept(new Outcome.Done<>(accounts));
    return () -> {};
  }

  @Override
  public Request create(CreateClient command, Consumer<Outcome<NewClient>> then) {
    created.add(command);
    create = then;
    return () -> create = _ -> {};
  }

  @Override
  public Request change(
      ProgramClient program, ChangeClient command, Consumer<Outcome<ProgramClient>> then) {
    changed.add(command);
    change = then;
    return () -> change = _ -> {};
  }

  @Override
  public Request newSecret(ProgramClient program, Consumer<Outcome<ClientSecret>> then) {
    rotated.add(program.id());
    secret = then;
    return () -> secret = _ -> {};
  }
}
