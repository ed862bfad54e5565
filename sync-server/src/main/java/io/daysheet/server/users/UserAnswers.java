package io.daysheet.server.users;

import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Account;
import io.daysheet.identity.Role;
import io.daysheet.server.identity.Standing;
import io.daysheet.wire.User;
import java.util.Comparator;
import java.util.List;

/// Accounts in the form that they travel in; lists have an order there.
final class UserAnswers {

  private UserAnswers() {}

  static User user(Standing standing) {
    Account account = standing.account();
    return new User(
        account.id(),
        account.login(),
        account.name(),
        roles(account),
        hospitals(account),
        account.everyHospital(),
        account.doctorId(),
        account.patientId(),
        account.active(),
        standing.hasSecondFactor(),
        standing.lockedUntil(),
        standing.lastSignIn(),
        account.version());
  }

  static List<Role> roles(Account account) {
    return account.roles().stream().sorted().toList();
  }

  static List<HospitalId> hospitals(Account account) {
    return account.hospitals().stream().sorted(Comparator.comparing(HospitalId::value)).toList();
  }
}
