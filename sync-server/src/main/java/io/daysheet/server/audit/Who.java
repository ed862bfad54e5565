package io.daysheet.server.audit;

import io.daysheet.identity.Account;
import io.daysheet.identity.Role;
import io.daysheet.patient.PatientId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Emergency;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who does something, from where, and why: what an entry says of them.
///
/// @param account null: the server itself, or somebody unknown who tries to sign in
/// @param client the program: the desk, or the client of a script
/// @param desk as the desk calls itself
/// @param request names the request, in each entry that it leads to
/// @param reason why, where one had to be given
/// @param emergencies why they see patients who aren't theirs
public record Who(
    @Nullable Account account,
    @Nullable String client,
    @Nullable String address,
    @Nullable String desk,
    UUID request,
    @Nullable String reason,
    List<Emergency> emergencies) {

  public Who {
    emergencies = List.copyOf(emergencies);
  }

  public Who(
      @Nullable Account account,
      @Nullable String client,
      @Nullable String address,
      @Nullable String desk,
      UUID request,
      @Nullable String reason) {
    this(account, client, address, desk, request, reason, List.of());
  }

  public static Who of(Caller caller) {
    return of(caller, null);
  }

  /// With the reason that was given for what the rules would not allow otherwise.
  public static Who of(Caller caller, @Nullable String reason) {
    return new Who(
        caller.account(),
        caller.client(),
        caller.address(),
        caller.desk(),
        UUID.randomUUID(),
        reason,
        caller.emergencies());
  }

  /// Why these patients, if no other reason was given: each emergency in which one of them is seen.
  public Who about(Collection<PatientId> patients) {
    String why =
        emergencies.stream()
            .filter(emergency -> patients.contains(emergency.patient()))
            .map(Emergency::reason)
            .distinct()
            .sorted()
            .collect(Collectors.joining("; "));
    return reason != null || why.isEmpty()
        ? this
        : new Who(account, client, address, desk, request, why, emergencies);
  }

  /// Somebody who signs in, or tries to: the account if what was typed names one.
  public static Who signingIn(@Nullable Account account, String client, String address) {
    return new Who(account, client, address, null, UUID.randomUUID(), null);
  }

  public static Who server() {
    return server(null);
  }

  /// The server itself, for a reason that somebody gave.
  public static Who server(@Nullable String reason) {
    return new Who(null, null, null, null, UUID.randomUUID(), reason);
  }

  @Nullable String roles() {
    return account == null
        ? null
        : account.roles().stream().sorted().map(Role::name).collect(Collectors.joining(","));
  }
}
