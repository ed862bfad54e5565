package io.daysheet.desktop.board;

import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.wire.RegisterPatient;
import java.util.HashMap;
import java.util.Map;

/// The registrations of this desk that nobody on it has seen answered.
///
/// Each may have happened: the same patient is asked for again with the same key, also from a form
/// that is opened later, so that nobody is registered twice.
public final class UnansweredRegistrations {

  private final Map<RegisterPatient, CommandKey> keys = new HashMap<>();

  public CommandKey keyOf(RegisterPatient command) {
    return keys.computeIfAbsent(command, _ -> CommandKey.fresh());
  }

  public void seenAnswered(RegisterPatient command) {
    keys.remove(command);
  }
}
