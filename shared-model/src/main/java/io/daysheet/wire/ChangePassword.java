package io.daysheet.wire;

/// `POST /me/password`. The other sign-ins of the account are over then.
public record ChangePassword(String currentPassword, String newPassword) {

  public ChangePassword {
    MissingFields.refuse("currentPassword", currentPassword, "newPassword", newPassword);
  }

  /// Nothing of it: what is printed ends up in logs.
  @Override
  public String toString() {
    return "ChangePassword";
  }
}
