package io.daysheet.desktop.remote;

import io.daysheet.schedule.Availability;
import io.daysheet.wire.ChangeAvailability;
import io.daysheet.wire.CloseAvailability;
import java.util.function.Consumer;

/// What somebody asks of the server who changes a doctor's time or takes it back, together with
/// what becomes of the visits inside: all of it or nothing.
public interface ArrangingServer extends FreeSlots {

  /// Changes the version that is given.
  Request change(
      Availability availability,
      ChangeAvailability command,
      CommandKey key,
      Consumer<Outcome<Availability>> then);

  /// Removes the version that is given; its answer repeats it.
  Request close(
      Availability availability,
      CloseAvailability command,
      CommandKey key,
      Consumer<Outcome<Availability>> then);
}
