package io.daysheet.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestDatabase;
import io.daysheet.server.identity.AccountRegister.Outcome;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@ServerTest
class AccountRegisterIT {

  @Autowired Environment server;
  @Autowired AccountRegister register;
  @Autowired Accounts accounts;

  @BeforeEach
  void empty() {
    TestDatabase.owner(server).sql("truncate account cascade").update();
    accounts.refresh();
  }

  @AfterEach
  void letOtherTestsSignInAgain() {
    TestAccounts.in(TestDatabase.owner(server));
  }

  @Test
  void aChangeIsKnownAtOnceAndAnOlderOneIsRefused() {
    Account anna = add("anna", Role.RECEPTIONIST, Role.SCHEDULER);
    assertThat(accounts.find(anna.id())).contains(anna);

    Account changed = with(anna, 2, true, Role.AUDITOR);
    assertThat(register.change(changed)).isEqualTo(new Outcome.Written(changed));
    assertThat(accounts.find(anna.id())).contains(changed);
    assertThat(register.change(with(anna, 2, true, Role.ADMIN)))
        .isEqualTo(new Outcome.Stale(changed));
  }

  @Test
  void aLoginIsOneAccounts() {
    Account anna = add("anna", Role.RECEPTIONIST);
    Account other = account("anna", Role.ADMIN);
    assertThat(register.add(other)).isEqualTo(new Outcome.LoginTaken(anna.id()));
  }

  @Test
  void theLastAdministratorStays() {
    Account one = add("one", Role.ADMIN);
    assertThat(register.change(with(one, 2, false, Role.ADMIN)))
        .isEqualTo(new Outcome.LastAdministrator());
    assertThat(register.change(with(one, 2, true, Role.AUDITOR)))
        .isEqualTo(new Outcome.LastAdministrator());
    add("two", Role.ADMIN);
    assertThat(register.change(with(one, 2, true, Role.AUDITOR)))
        .isInstanceOf(Outcome.Written.class);
  }

  @RepeatedTest(10)
  void twoAdministratorsWhoPutEachOtherOutOfServiceLeaveOne() throws Exception {
    List<Account> both = List.of(add("one", Role.ADMIN), add("two", Role.ADMIN));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Stream<Callable<Outcome>> writes =
          both.stream().map(each -> () -> register.change(with(each, 2, false, Role.ADMIN)));
      assertThat(threads.invokeAll(writes.toList()).stream().map(Future::resultNow))
          .hasAtLeastOneElementOfType(Outcome.Written.class)
          .hasAtLeastOneElementOfType(Outcome.LastAdministrator.class);
    }
  }

  private Account add(String login, Role... roles) {
    Account account = account(login, roles);
    assertThat(register.add(account)).isInstanceOf(Outcome.Written.class);
    return account;
  }

  private static Account account(String login, Role... roles) {
    return new Account(
        new AccountId(UUID.randomUUID()),
        login,
        login,
        Set.of(roles),
        Set.of(),
        false,
        null,
        null,
        true,
        1);
  }

  private static Account with(Account account, int version, boolean active, Role... roles) {
    return new Account(
        account.id(),
        account.login(),
        account.name(),
        Set.of(roles),
        account.hospitals(),
        true,
        null,
        null,
        active,
        version);
  }
}
