package io.daysheet.server.records;

import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a write of a record is refused.
final class Refusing {

  private Refusing() {}

  /// @throws RequestRefused with all of them, if there are any
  @SafeVarargs
  static void refuse(Stream<Violation>... violations) {
    List<Violation> all = new ArrayList<>();
    for (Stream<Violation> some : violations) {
      some.forEach(all::add);
    }
    if (!all.isEmpty()) {
      throw new RequestRefused(Problems.refused(all));
    }
  }

  static RequestRefused because(Violation violation) {
    return new RequestRefused(Problems.refused(List.of(violation)));
  }

  static RequestRefused stale(IfMatch seen, int version, Object current) {
    return new RequestRefused(Problems.stale(seen.version(), version, current));
  }

  /// What is new has no id and no version yet.
  static Stream<Violation> unaddressed(@Nullable Object id, @Nullable Integer version) {
    return Stream.concat(
        check(id == null, "id", Expected.AS_ADDRESSED),
        check(version == null, "version", Expected.AS_ADDRESSED));
  }

  /// What is sent back as it was read is what the address and the header say.
  static <T> Stream<Violation> addressed(
      @Nullable T id, T addressed, @Nullable Integer version, IfMatch seen) {
    return Stream.concat(
        addressed("id", id, addressed), addressed("version", version, seen.version()));
  }

  /// The same of one field.
  static <T> Stream<Violation> addressed(String field, @Nullable T sent, T addressed) {
    return check(sent == null || sent.equals(addressed), field, Expected.AS_ADDRESSED);
  }

  static Stream<Violation> check(boolean isSo, String field, Expected expected) {
    return isSo ? Stream.empty() : Stream.of(new InvalidValue(field, expected));
  }
}
