package io.daysheet.server.web;

import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.MissingField;
import io.daysheet.rule.Violation.UnknownField;
import io.daysheet.wire.MissingFields;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/// Says what is wrong with a body, by field. Jackson's own messages quote the body, so none of them
/// is used.
final class MalformedBody {

  private MalformedBody() {}

  /// Empty if it is no JSON at all, or no body.
  static List<Violation> violations(HttpMessageNotReadableException unreadable) {
    return cause(unreadable, JacksonException.class) instanceof JacksonException json
        ? ofJson(json)
        : List.of();
  }

  private static List<Violation> ofJson(JacksonException failure) {
    String path = path(failure);
    if (cause(failure, MissingFields.class) instanceof MissingFields missing) {
      return missing.names().stream()
          .<Violation>map(name -> new MissingField(path.isEmpty() ? name : path + "." + name))
          .toList();
    }
    return switch (failure) {
      case UnrecognizedPropertyException _ -> List.of(new UnknownField(path));
      case InvalidTypeIdException _ -> invalid(path, Expected.KNOWN_WORD);
      case InvalidFormatException wrong -> invalid(path, ExpectedValue.of(wrong.getTargetType()));
      case ValueInstantiationException wrong ->
          invalid(path, ExpectedValue.of(wrong.getType().getRawClass()));
      case MismatchedInputException wrong -> invalid(path, ExpectedValue.of(wrong.getTargetType()));
      default -> List.of();
    };
  }

  private static List<Violation> invalid(String path, Expected expected) {
    return List.of(new InvalidValue(path.isEmpty() ? "$" : path, expected));
  }

  private static String path(JacksonException failure) {
    return failure.getPath().stream()
        .flatMap(step ->
            step.getPropertyName() == null
                ? Stream.of("[" + step.getIndex() + "]")
                : Stream.of("." + step.getPropertyName()))
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  static <T extends Throwable> @Nullable Throwable cause(Throwable failure, Class<T> type) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return each;
      }
    }
    return null;
  }
}
