package io.daysheet.desktop.account;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.PasswordNamesAccount;
import io.daysheet.rule.Violation.PasswordTooCommon;
import io.daysheet.rule.Violation.PasswordTooShort;
import io.daysheet.rule.Violation.PasswordUnchanged;
import io.daysheet.rule.Violation.TooLong;
import io.daysheet.rule.Violation.WrongSecret;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the server refuses of an own account, each thing named, beside the field that it is about.
final class AccountRefusals {

  private final Messages messages;

  AccountRefusals(Messages messages) {
    this.messages = messages;
  }

  /// What is said beside the fields: everything, each on a line of its own.
  Map<SecretField, String> beside(List<Violation> violations) {
    Map<SecretField, String> said = new EnumMap<>(SecretField.class);
    for (Violation violation : violations) {
      text(violation)
          .ifPresent(
              text -> said.merge(field(violation), text, (before, more) -> before + "\n" + more));
    }
    return said;
  }

  /// What is said of the whole: nothing, if all is said beside the fields.
  String told(String code, List<Violation> violations) {
    boolean all =
        !violations.isEmpty() && violations.stream().allMatch(each -> text(each).isPresent());
    return all ? "" : messages.get("refused", code);
  }

  private static SecretField field(Violation violation) {
    if (violation instanceof WrongSecret(String field, var _)) {
      return switch (field) {
        case "currentPassword" -> SecretField.CURRENT_PASSWORD;
        case "code" -> SecretField.CODE;
        default -> SecretField.PASSWORD;
      };
    }
    return SecretField.NEW_PASSWORD;
  }

  private Optional<String> text(Violation violation) {
    return switch (violation) {
      case WrongSecret(String field, var _) ->
          Optional.of(messages.get(field.equals("code") ? "wrong.code" : "wrong.password"));
      case PasswordTooShort(var _, int needed) ->
          Optional.of(messages.get("password.short", Integer.toString(needed)));
      case PasswordTooCommon _ -> Optional.of(messages.get("password.common"));
      case PasswordNamesAccount _ -> Optional.of(messages.get("password.names"));
      case PasswordUnchanged _ -> Optional.of(messages.get("password.unchanged"));
      case TooLong(var _, int _, int limit) ->
          Optional.of(messages.get("password.long", Integer.toString(limit)));
      case Violation _ -> Optional.empty();
    };
  }
}
