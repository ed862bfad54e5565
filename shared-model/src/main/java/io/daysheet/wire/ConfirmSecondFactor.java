package io.daysheet.wire;

/// `POST /me/second-factor`.
///
/// @param code what the authenticator shows
public record ConfirmSecondFactor(String code) {

  public ConfirmSecondFactor {
    MissingFields.refuse("code", code);
  }

  /// Nothing of it: what is printed ends up in logs.
  @Override
  public String toString() {
    return "ConfirmSecondFactor";
  }
}
