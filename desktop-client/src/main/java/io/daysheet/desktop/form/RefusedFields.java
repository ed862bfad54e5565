package io.daysheet.desktop.form;

import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.MissingField;
import io.daysheet.rule.Violation.TooLong;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Beside which field of a form it is said what the server refuses.
///
/// @param fields what may be wrong in the form, by the field's name on the wire; it stands for what
///   is inside it, too: `hours` for `hours[2].start`
/// @param others the field that another violation is about; empty if it is about none
public record RefusedFields<F extends Enum<F>>(
    Map<String, F> fields, Function<Violation, String> others) {

  public RefusedFields {
    fields = Map.copyOf(fields);
  }

  /// The name on the wire; empty if a violation is about no field.
  public String field(Violation violation) {
    return switch (violation) {
      case InvalidValue(String field, var _) -> field;
      case MissingField(String field) -> field;
      case TooLong(String field, var _, var _) -> field;
      default -> others.apply(violation);
    };
  }

  /// What is wrong by a violation; empty if the form has no such field.
  public Optional<F> about(Violation violation) {
    String name = field(violation);
    return fields.entrySet().stream()
        .filter(field -> name.equals(field.getKey()) || isInside(name, field.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean isInside(String name, String field) {
    return name.startsWith(field + ".") || name.startsWith(field + "[");
  }

  public boolean have(Violation violation) {
    return about(violation).isPresent();
  }

  /// What is said beside each.
  public Map<F, String> beside(List<Violation> violations, Function<Violation, String> text) {
    Map<F, String> said = new HashMap<>();
    violations.forEach(
        violation -> about(violation).ifPresent(flaw -> said.put(flaw, text.apply(violation))));
    return said;
  }
}
