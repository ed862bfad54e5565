package io.daysheet.desktop.programs;

import io.daysheet.desktop.form.RefusedFields;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.programs.ProgramDraft.Flaw;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.ClientIdTaken;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import java.util.List;
import java.util.Map;

/// What the server refuses, said where it belongs.
final class ProgramRefusals {

  private static final RefusedFields<Flaw> FIELDS =
      new RefusedFields<>(
          Map.of(
              "id", Flaw.ID,
              "name", Flaw.NAME,
              "accountId", Flaw.ACCOUNT,
              "scopes", Flaw.SCOPES,
              "jwks", Flaw.KEYS),
          violation -> violation instanceof ClientIdTaken ? "id" : "");

  private final Messages messages;

  ProgramRefusals(Messages messages) {
    this.messages = messages;
  }

  /// What is said beside a field.
  Map<Flaw, String> beside(List<Violation> violations) {
    return FIELDS.beside(violations, this::text);
  }

  /// What is said of the whole.
  String told(String code, List<Violation> violations) {
    boolean besideAll = !violations.isEmpty() && violations.stream().allMatch(FIELDS::have);
    return besideAll ? "" : messages.get("refused", code);
  }

  private String text(Violation violation) {
    if (violation instanceof ClientIdTaken) {
      return messages.get("refused.id-taken");
    }
    if (violation instanceof InvalidValue(var _, Expected expected)) {
      return messages.get(
          switch (expected) {
            case PROGRAM, EXISTING_ID -> "refused.account";
            case PUBLIC_KEYS -> "refused.keys";
            default -> "refused.value";
          });
    }
    return messages.get("refused.value");
  }
}
