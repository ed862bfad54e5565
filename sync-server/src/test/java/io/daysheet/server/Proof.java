package io.daysheet.server;

/// Tests that try what happens to come find the more, the longer they try. In the suite each tries
/// for a few seconds; with `mvn -Pproofs verify` for as long as it likes.
public final class Proof {

  private Proof() {}

  /// How many rounds, seeds, rows or seconds.
  public static int length(int inTheSuite, int inFull) {
    return "full".equals(System.getProperty("daysheet.proofs")) ? inFull : inTheSuite;
  }
}
