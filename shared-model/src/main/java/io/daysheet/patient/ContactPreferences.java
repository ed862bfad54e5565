package io.daysheet.patient;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a patient wants to be reached: the preferred channel (`EMAIL`, `SMS`, `PUSH`, `PHONE`) and
/// the channels that are not to be used.
public record ContactPreferences(@Nullable String channel, List<String> optOuts) {

  public static final ContactPreferences NONE = new ContactPreferences(null, List.of());

  public ContactPreferences {
    optOuts = optOuts == null ? List.of() : List.copyOf(optOuts);
  }
}
