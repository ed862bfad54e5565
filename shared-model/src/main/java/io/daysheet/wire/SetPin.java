package io.daysheet.wire;

import org.jspecify.annotations.Nullable;

/// `PUT /me/pin`.
///
/// @param pin 6 to 12 digits
/// @param password the account's, if it has one here: who finds a desk open must not leave a PIN
///   there
public record SetPin(String pin, @Nullable String password) {

  public SetPin {
    MissingFields.refuse("pin", pin);
  }

  /// Nothing of it: what is printed ends up in logs.
  @Override
  public String toString() {
    return "SetPin";
  }
}
