package io.daysheet.wire;

/// `POST /me/recovery-codes`: others, of which the ones before are worth nothing any more.
///
/// @param code of the authenticator, or one of the recovery codes that are left
public record RenewRecoveryCodes(String password, String code) {

  public RenewRecoveryCodes {
    MissingFields.refuse("password", password, "code", code);
  }

  /// Nothing of it: what is printed ends up in logs.
  @Override
  public String toString() {
    return "RenewRecoveryCodes";
  }
}
