package io.daysheet.desktop.form;

import io.daysheet.rule.Violation.ClientIdTaken;
import io.daysheet.rule.Violation.FullSignInNeeded;
import io.daysheet.rule.Violation.LastAdministrator;
import io.daysheet.rule.Violation.LoginTaken;
import io.daysheet.rule.Violation.OfAccount;
import io.daysheet.rule.Violation.OwnAccount;
import io.daysheet.rule.Violation.PasswordNamesAccount;
import io.daysheet.rule.Violation.PasswordTooCommon;
import io.daysheet.rule.Violation.PasswordTooShort;
import io.daysheet.rule.Violation.PasswordUnchanged;
import io.daysheet.rule.Violation.PinTooSimple;
import io.daysheet.rule.Violation.SecondFactorActive;
import io.daysheet.rule.Violation.WrongSecret;
import java.util.function.UnaryOperator;

/// What of a refusal about an account is filled into its text.
final class AccountFacts {

  private AccountFacts() {}

  /// @param field how a field of the wire is called
  static Object[] of(OfAccount violation, UnaryOperator<String> field) {
    return switch (violation) {
      case PasswordTooShort v -> new Object[] {Integer.toString(v.requiredLength())};
      case WrongSecret v -> new Object[] {field.apply(v.field())};
      case OwnAccount v -> new Object[] {field.apply(v.field())};
      case PasswordTooCommon _,
          PasswordNamesAccount _,
          PasswordUnchanged _,
          PinTooSimple _,
          FullSignInNeeded _,
          LoginTaken _,
          ClientIdTaken _,
          LastAdministrator _,
          SecondFactorActive _ ->
          new Object[] {};
    };
  }
}
