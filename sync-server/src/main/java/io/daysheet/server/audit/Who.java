package io.daysheet.server.audit;

import io.daysheet.identity.Account;
import io.daysheet.identity.Role;
import io.daysheet.server.access.Caller;
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
public record Who(
    @Nullable Account account,
    @Nullable String client,
    @Nullable String address,
    @Nullable String desk,
    UUID request,
    @Nullable String reason) {

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
        reason);
  }

  /// Somebody who signs in, or tries to: the account if what was typed names one.
  public static Who signingIn(@Nullable Account account, String client, String address) {
    return new Who(account, client, address, null, UUID.randomUUID(), null);
  }

  public static Who server() {
    return new Who(null, null, null, null, UUID.randomUUID(), null);
  }

  @Nullable String roles() {
    return account == null
        ? null
        : account.roles().stream().sorted().map(Role::name).collect(Collectors.joining(","));
  }
}
