package io.daysheet.wire;

/// What goes into an authenticator. Answered once; nobody is asked for a code until one was
/// confirmed.
///
/// @param uri `otpauth://…`, for a picture that is scanned
/// @param key the same for typing, in Base32
public record SecondFactorKey(String uri, String key) {

  /// Nothing of it: what is printed ends up in logs.
  @Override
  public String toString() {
    return "SecondFactorKey";
  }
}
