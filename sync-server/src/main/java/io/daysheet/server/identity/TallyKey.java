package io.daysheet.server.identity;

import io.daysheet.identity.AccountId;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/// What failures are counted by.
///
/// @param text the name of the row
record TallyKey(String text, Backoff backoff) implements Comparable<TallyKey> {

  private static final Duration LOCK_OUT = Duration.ofMinutes(15);

  /// One login, whether or not there is such an account.
  static final Backoff OF_ONE =
      new Backoff(3, 10, LOCK_OUT, Duration.ofHours(1), Duration.ofHours(1));

  /// One address, behind which a whole hospital may sit in the morning.
  static final Backoff OF_MANY =
      new Backoff(20, 30, LOCK_OUT, Duration.ofHours(1), Duration.ofMinutes(1));

  private static final int SUBNET = 8;

  static TallyKey login(String login) {
    return new TallyKey("login:" + sha256(login), OF_ONE);
  }

  /// One account in one browser that it is known in.
  static TallyKey browser(String browser, AccountId account) {
    return new TallyKey(browsersOf(account) + sha256(browser), OF_ONE);
  }

  /// What the names of all of these begin with.
  static String browsersOf(AccountId account) {
    return "browser:" + account + ":";
  }

  /// Those who are signed in already, and are asked again.
  static TallyKey signedIn(AccountId account) {
    return new TallyKey("signed-in:" + account, OF_ONE);
  }

  static TallyKey address(String address) {
    return new TallyKey("address:" + sha256(network(address)), OF_MANY);
  }

  static TallyKey secondFactor(AccountId account) {
    return new TallyKey("second-factor:" + account, OF_ONE);
  }

  /// Who has one IPv6 address has the 2⁶⁴ beside it too.
  private static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(SUBNET, bytes.length)));
    } catch (IllegalArgumentException noAddress) {
      return address;
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public int compareTo(TallyKey other) {
    return text.compareTo(other.text);
  }
}
