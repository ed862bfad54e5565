package io.daysheet.wire;

/// `POST /me/second-factor/remove`.
///
/// @param code of the authenticator, or a recovery code
public record RemoveSecondFactor(String password, String code) {

  public RemoveSecondFactor {
    MissingFields.refuse("password", password, "code", code);
  }

  /// Nothing of it: what is printed ends up in logs.
  @Override
  public String toString() {
    return "RemoveSecondFactor";
  }
}
