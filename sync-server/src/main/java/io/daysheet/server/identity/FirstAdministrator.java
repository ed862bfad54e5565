package io.daysheet.server.identity;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import java.io.PrintStream;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The way in where there is none yet: at a start without any account, `admin` is made with a
/// one-time password. It is shown once, on standard output; the log doesn't get it. Who loses it,
/// or forgets the password of the only administrator, starts the server once with
/// `--daysheet.identity.reset-password=LOGIN`.
///
/// After the demo, which has accounts of its own. With an external provider there is nothing to
/// sign in with here.
@Component
@Order(FirstAdministrator.AFTER_THE_DEMO)
class FirstAdministrator implements ApplicationRunner {

  static final int AFTER_THE_DEMO = 1_000;
  static final String LOGIN = "admin";

  private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

  private final AccountRegister register;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Recovery recovery;
  private final IdentitySettings settings;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final PrintStream output;

  FirstAdministrator(
      AccountRegister register,
      Accounts accounts,
      Passwords passwords,
      Recovery recovery,
      IdentitySettings settings,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.register = register;
    this.accounts = accounts;
    this.passwords = passwords;
    this.recovery = recovery;
    this.settings = settings;
    this.transaction = transaction;
    this.events = events;
    this.output = System.out;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    String forgotten = settings.resetPassword();
    if (forgotten != null) {
      accounts
          .findByLogin(Login.normalized(forgotten))
          .ifPresentOrElse(this::reset, () -> log.warn("There is no account to reset"));
    } else if (!settings.hasExternalProvider()) {
      transaction.executeWithoutResult(_ -> makeIfNobodyIsThere());
    }
  }

  private void makeIfNobodyIsThere() {
    if (!register.isEmpty()) {
      return;
    }
    var account =
        new Account(
            new AccountId(UUID.randomUUID()),
            LOGIN,
            "Administrator",
            Set.of(Role.ADMIN),
            Set.of(),
            false,
            null,
            null,
            true,
            1);
    // another node may be starting on the same database
    if (register.add(account) instanceof AccountRegister.Outcome.Written) {
      show(LOGIN, passwords.giveLastingOneTime(account.id()));
      events.publishEvent(new GivenAtStart(account, true));
    }
  }

  private void reset(Account account) {
    String password =
        recovery
            .reset(account.id(), () -> events.publishEvent(new GivenAtStart(account, false)))
            .password();
    log.warn("A password was reset because the start line asks for it: take that out again");
    show(account.login(), password);
  }

  private void show(String login, String password) {
    output.printf(
        """

        Sign in to Daysheet as        %s
        with the one-time password    %s
        It is shown this once. The first sign-in asks for one of your own.

        """
            .replace("\n", "%n"),
        login,
        password);
  }
}
