package io.daysheet.desktop.form;

import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.MissingField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Beside which field of a form it is said what the server refuses.
///
/// @param fields what may be wrong in the form, by the field's name on the wire
/// @param others the field that another violation is about; empty if it is about none
public record RefusedFields<F extends Enum<F>>(
    Map<String, F> fields, Function<Violation, String> others) {

  public RefusedFields {
    fields = Map.copyOf(fields);
  }

  /// The name on the wire; empty if a violation is about no field.
  public String field(Violation violation) {
    if (violation instanceof InvalidValue(String field, var _)) {
      return field;
    }
    return violation instanceof MissingField(String field) ? field : others.apply(violation);
  }

  public boolean have(Violation violation) {
    return fields.containsKey(field(violation));
  }

  /// What is said beside each.
  public Map<F, String> beside(List<Violation> violations, Function<Violation, String> text) {
    Map<F, String> said = new HashMap<>();
    for (Violation violation : violations) {
      F flaw = fields.get(field(violation));
      if (flaw != null) {
        said.put(flaw, text.apply(violation));
      }
    }
    return said;
  }
}
