package io.daysheet.server.booking;

import io.daysheet.hospital.Hospital;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import io.daysheet.server.idempotency.CommandOutcome;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.wire.Change;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/// What a request about a visit has come to, after all the rules about the request itself.
sealed interface Attempt {

  /// Something is to be written.
  ///
  /// @param after the visit as it will be
  /// @param command writes it, together with the answer that it gets
  /// @param change as the desks are told of it, by its number
  /// @param inTheWay why the command was refused: nothing, if that is over by now
  record Write(
      Hospital hospital,
      Appointment after,
      Function<StoredAnswer, CommandOutcome> command,
      LongFunction<Change> change,
      Supplier<List<Violation>> inTheWay)
      implements Attempt {}

  /// It is already as it was asked for.
  record Nothing(Hospital hospital, Appointment visit) implements Attempt {}
}
