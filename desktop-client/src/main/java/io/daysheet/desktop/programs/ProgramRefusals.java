package io.daysheet.desktop.programs;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.programs.ProgramDraft.Flaw;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.ClientIdTaken;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.MissingField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the server refuses, said where it belongs.
final class ProgramRefusals {

  private static final Map<String, Flaw> FIELDS =
      Map.of(
          "id", Flaw.ID,
          "name", Flaw.NAME,
          "accountId", Flaw.ACCOUNT,
          "scopes", Flaw.SCOPES,
          "jwks", Flaw.KEYS);

  private final Messages messages;

  ProgramRefusals(Messages messages) {
    this.messages = messages;
  }

  /// What is said beside a field.
  Map<Flaw, String> beside(List<Violation> violations) {
    Map<Flaw, String> said = new EnumMap<>(Flaw.class);
    for (Violation violation : violations) {
      Flaw flaw = FIELDS.get(field(violation));
      if (flaw != null) {
        said.put(flaw, text(violation));
      }
    }
    return said;
  }

  /// What is said of the whole.
  String told(String code, List<Violation> violations) {
    boolean besideAll =
        !violations.isEmpty()
            && violations.stream().allMatch(each -> FIELDS.containsKey(field(each)));
    return besideAll ? "" : messages.get("refused", code);
  }

  private static String field(Violation violation) {
    if (violation instanceof InvalidValue(String field, var _)) {
      return field;
    }
    if (violation instanceof MissingField(String field)) {
      return field;
    }
    return violation instanceof ClientIdTaken ? "id" : "";
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
