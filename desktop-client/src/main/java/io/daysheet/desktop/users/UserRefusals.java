package io.daysheet.desktop.users;

import io.daysheet.desktop.form.RefusedFields;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.users.UserDraft.Flaw;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.LastAdministrator;
import io.daysheet.rule.Violation.LoginTaken;
import io.daysheet.rule.Violation.OwnAccount;
import java.util.List;
import java.util.Map;

/// What the server refuses, said where it belongs.
final class UserRefusals {

  private static final RefusedFields<Flaw> FIELDS =
      new RefusedFields<>(
          Map.of(
              "login", Flaw.LOGIN,
              "name", Flaw.NAME,
              "roles", Flaw.ROLES,
              "hospitals", Flaw.HOSPITALS,
              "doctorId", Flaw.DOCTOR,
              "patient", Flaw.PATIENT),
          UserRefusals::field);

  private final Messages messages;

  UserRefusals(Messages messages) {
    this.messages = messages;
  }

  /// What is said beside a field.
  Map<Flaw, String> beside(List<Violation> violations) {
    return FIELDS.beside(violations, this::text);
  }

  /// What is said of the whole.
  String told(String code, List<Violation> violations) {
    return violations.stream()
        .filter(violation -> !FIELDS.have(violation))
        .map(this::text)
        .findFirst()
        .orElse(violations.isEmpty() ? messages.get("refused", code) : "");
  }

  private static String field(Violation violation) {
    if (violation instanceof OwnAccount(String field)) {
      return field.equals("everyHospital") ? "hospitals" : field;
    }
    return violation instanceof LoginTaken ? "login" : "";
  }

  private String text(Violation violation) {
    if (violation instanceof LoginTaken) {
      return messages.get("refused.login-taken");
    }
    if (violation instanceof LastAdministrator) {
      return messages.get("refused.last-administrator");
    }
    if (violation instanceof OwnAccount) {
      return messages.get("refused.own-account");
    }
    return messages.get(
        FIELDS.field(violation).equals("patient") ? "refused.no-such-patient" : "refused.value");
  }
}
