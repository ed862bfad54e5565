package io.daysheet.desktop.users;

/// Where people prove who they are, and so where their passwords and second steps are kept.
public enum SignsIn {
  /// At the server.
  HERE,
  /// At the clinic's own provider, which the server believes.
  AT_A_PROVIDER
}
