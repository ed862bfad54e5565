package io.daysheet.wire;

/// `PUT /me/second-factor`.
public record BeginSecondFactor(String password) {

  public BeginSecondFactor {
    MissingFields.refuse("password", password);
  }

  /// Nothing of it: what is printed ends up in logs.
  @Override
  public String toString() {
    return "BeginSecondFactor";
  }
}
