package io.daysheet.server.identity;

import io.daysheet.identity.Account;
import io.daysheet.rule.TextRules;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.PasswordNamesAccount;
import io.daysheet.rule.Violation.PasswordTooCommon;
import io.daysheet.rule.Violation.PasswordTooShort;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What a password has to be, after NIST SP 800-63B §5.1.1.2: long, and none that is tried first.
/// Nothing about capitals and digits: that makes worse ones.
@Component
class PasswordRules {

  static final int SHORTEST = 12;
  static final int LONGEST = 256;

  /// Shorter parts of a name are in too many words.
  private static final int SHORTEST_NAME = 4;

  private final CommonPasswords common;

  PasswordRules(CommonPasswords common) {
    this.common = common;
  }

  /// All that is wrong with it.
  List<Violation> check(String field, String typed, Account account) {
    String password = PasswordHashing.normalized(typed);
    return Stream.of(
            TextRules.check(field, password, LONGEST),
            length(field, password),
            names(field, password, account),
            common.contain(password)
                ? Stream.<Violation>of(new PasswordTooCommon(field))
                : Stream.<Violation>empty())
        .flatMap(violations -> violations)
        .toList();
  }

  private static Stream<Violation> length(String field, String password) {
    return password.codePointCount(0, password.length()) < SHORTEST
        ? Stream.of(new PasswordTooShort(field, SHORTEST))
        : Stream.empty();
  }

  private static Stream<Violation> names(String field, String password, Account account) {
    String small = password.toLowerCase(Locale.ROOT);
    boolean isNamed =
        Stream.concat(
                Stream.of(account.login()), Stream.of(account.name().split("[^\\p{L}\\p{N}]+")))
            .filter(part -> part.length() >= SHORTEST_NAME)
            .anyMatch(part -> small.contains(part.toLowerCase(Locale.ROOT)));
    return isNamed ? Stream.of(new PasswordNamesAccount(field)) : Stream.empty();
  }
}
