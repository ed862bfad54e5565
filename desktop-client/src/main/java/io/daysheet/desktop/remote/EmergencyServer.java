package io.daysheet.desktop.remote;

import io.daysheet.wire.BeginEmergencyAccess;
import io.daysheet.wire.EmergencyAccess;
import java.util.List;
import java.util.function.Consumer;

/// What a doctor asks of the server to see a patient who isn't theirs.
public interface EmergencyServer {

  /// The own ones that have not ended.
  Request current(Consumer<Outcome<List<EmergencyAccess>>> then);

  /// With the same key it begins once, however often it is asked.
  Request begin(
      BeginEmergencyAccess command, CommandKey key, Consumer<Outcome<EmergencyAccess>> then);

  /// Nothing more of that patient is seen.
  Request end(EmergencyAccess access, Consumer<Outcome<Boolean>> then);
}
