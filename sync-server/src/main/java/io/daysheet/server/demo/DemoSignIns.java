package io.daysheet.server.demo;

import io.daysheet.identity.Account;
import io.daysheet.identity.Role;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.identity.AccountRegister;
import io.daysheet.server.identity.Passwords;
import io.daysheet.server.patient.Patients;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// Makes the demo's accounts with passwords of this data folder's own, and writes them where only
/// its owner can read them. Only where signing in is possible at all: a script takes the file as
/// the word that it has to.
@Component
@ConditionalOnProperty("daysheet.demo")
class DemoSignIns {

  /// One of the list `users` in the file.
  record User(String role, String login, String password) {}

  private static final String PART = "users";
  private static final Logger log = LoggerFactory.getLogger(DemoSignIns.class);

  private final AccountRegister register;
  private final Passwords passwords;
  private final Doctors doctors;
  private final Patients patients;
  private final DemoCredentials credentials;
  private final SecureRandom random = new SecureRandom();

  DemoSignIns(
      AccountRegister register,
      Passwords passwords,
      Doctors doctors,
      Patients patients,
      DemoCredentials credentials) {
    this.register = register;
    this.passwords = passwords;
    this.doctors = doctors;
    this.patients = patients;
    this.credentials = credentials;
  }

  /// In the database that was just filled.
  void make() {
    DemoAccounts.all().forEach(register::add);
    givePasswords();
  }

  /// In one that was there before. A demo from before there was sign-in gets its accounts; where
  /// the file was lost or belongs to another database, there are new passwords.
  void keep() {
    if (register.isEmpty() && isDemo()) {
      make();
    } else if (!isWritten() && DemoAccounts.all().stream().allMatch(this::isThere)) {
      givePasswords();
    }
  }

  private boolean isDemo() {
    return doctors.find(DemoAccounts.DOCTOR.id()).isPresent()
        && patients.find(DemoAccounts.PATIENT).isPresent();
  }

  private boolean isThere(Account account) {
    return register.find(account.id()).isPresent();
  }

  private void givePasswords() {
    List<User> users =
        DemoAccounts.all().stream().filter(DemoSignIns::isPerson).map(this::user).toList();
    credentials.put(PART, users);
    log.info("How to sign in to the demo: {}", credentials.file());
  }

  private boolean isWritten() {
    ObjectNode written = credentials.read();
    Set<String> logins =
        written
            .path(PART)
            .valueStream()
            .map(user -> user.path("login").asString(""))
            .collect(Collectors.toSet());
    return DemoAccounts.all().stream()
        .filter(DemoSignIns::isPerson)
        .allMatch(account -> logins.contains(account.login()));
  }

  private User user(Account account) {
    byte[] secret = new byte[10];
    random.nextBytes(secret);
    String password = HexFormat.ofDelimiter("-").formatHex(secret);
    passwords.giveLasting(account.id(), password);
    String role = account.roles().iterator().next().name().toLowerCase(Locale.ROOT);
    return new User(role, account.login(), password);
  }

  private static boolean isPerson(Account account) {
    return !account.roles().contains(Role.INTEGRATION);
  }
}
