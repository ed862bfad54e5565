package io.daysheet.desktop.programs;

import io.daysheet.desktop.form.Draft;
import io.daysheet.identity.AccountId;
import io.daysheet.wire.ChangeClient;
import io.daysheet.wire.CreateClient;
import io.daysheet.wire.ProgramClient;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A program's client as it is typed.
///
/// @param before as the server has it; null for a new one
/// @param byKeys of a new one: whether it proves itself by keys of its own instead of a secret
/// @param keys public keys as pasted; empty: those that it has stay
record ProgramDraft(
    @Nullable ProgramClient before,
    String id,
    String name,
    @Nullable AccountId account,
    Set<String> scopes,
    boolean byKeys,
    String keys,
    boolean active)
    implements Draft<ProgramDraft.Flaw> {

  private static final int LONGEST_NAME = 200;
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{2,63}");

  /// What may be wrong with it; each has a text.
  enum Flaw {
    ID,
    NAME,
    ACCOUNT,
    SCOPES,
    KEYS,
    PRIVATE_KEYS
  }

  ProgramDraft {
    scopes = Set.copyOf(scopes);
  }

  static ProgramDraft empty() {
    return new ProgramDraft(null, "", "", null, Set.of(), false, "", true);
  }

  static ProgramDraft of(ProgramClient program) {
    return new ProgramDraft(
        program,
        program.id(),
        program.name(),
        program.accountId(),
        Set.copyOf(program.scopes()),
        false,
        "",
        program.active());
  }

  @Override
  public boolean isNew() {
    return before == null;
  }

  @Override
  public boolean isChanged() {
    return !equals(before == null ? empty() : of(before));
  }

  /// Whether keys are wanted: a new program that comes with its own, or an old one's others.
  boolean takesKeys() {
    return isNew() ? byKeys : !keys.isBlank();
  }

  @Override
  public Set<Flaw> flaws() {
    Set<Flaw> flaws = new LinkedHashSet<>();
    add(flaws, Flaw.ID, !ID.matcher(id.strip()).matches());
    add(flaws, Flaw.NAME, name.isBlank() || name.strip().length() > LONGEST_NAME);
    add(flaws, Flaw.ACCOUNT, account == null);
    add(flaws, Flaw.SCOPES, scopes.isEmpty() && (before == null || !before.scopes().isEmpty()));
    if (takesKeys()) {
      switch (PublicKeySet.of(keys)) {
        case PublicKeySet.Keys _ -> {}
        case PublicKeySet.Private _ -> flaws.add(Flaw.PRIVATE_KEYS);
        case PublicKeySet.Unreadable _ -> flaws.add(Flaw.KEYS);
      }
    }
    return flaws;
  }

  private static void add(Set<Flaw> flaws, Flaw flaw, boolean found) {
    if (found) {
      flaws.add(flaw);
    }
  }

  /// @throws IllegalStateException if no account is chosen
  CreateClient create() {
    AccountId as = account;
    if (as == null) {
      throw new IllegalStateException("nobody whom it acts as");
    }
    return new CreateClient(id.strip(), name.strip(), as, scopes, jwks());
  }

  ChangeClient change() {
    return new ChangeClient(name.strip(), scopes, jwks(), active);
  }

  private @Nullable Map<String, Object> jwks() {
    return takesKeys() && PublicKeySet.of(keys) instanceof PublicKeySet.Keys(var jwks)
        ? jwks
        : null;
  }

  ProgramDraft withId(String typed) {
    return new ProgramDraft(before, typed, name, account, scopes, byKeys, keys, active);
  }

  ProgramDraft withName(String typed) {
    return new ProgramDraft(before, id, typed, account, scopes, byKeys, keys, active);
  }

  ProgramDraft with(@Nullable AccountId chosen) {
    return new ProgramDraft(before, id, name, chosen, scopes, byKeys, keys, active);
  }

  ProgramDraft with(String scope, boolean has) {
    Set<String> now = new TreeSet<>(scopes);
    boolean _ = has ? now.add(scope) : now.remove(scope);
    return new ProgramDraft(before, id, name, account, now, byKeys, keys, active);
  }

  ProgramDraft withByKeys(boolean now) {
    return new ProgramDraft(before, id, name, account, scopes, now, keys, active);
  }

  ProgramDraft withKeys(String pasted) {
    return new ProgramDraft(before, id, name, account, scopes, byKeys, pasted, active);
  }

  ProgramDraft withActive(boolean now) {
    return new ProgramDraft(before, id, name, account, scopes, byKeys, keys, now);
  }
}
