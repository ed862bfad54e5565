package io.daysheet.wire;

/// `POST /me/unlock`: five tries, then the sign-in is over.
public record UnlockDesk(String pin) {

  public UnlockDesk {
    MissingFields.refuse("pin", pin);
  }

  /// Nothing of it: what is printed ends up in logs.
  @Override
  public String toString() {
    return "UnlockDesk";
  }
}
