package io.daysheet.server.crypto;

import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// A master key as it is written in a file or an environment variable: base64, or 64 hexadecimal
/// digits.
final class MasterKeyText {

  private static final Pattern HEXADECIMAL = Pattern.compile("\\p{XDigit}{64}");

  private MasterKeyText() {}

  static String of(byte[] key) {
    return Base64.getEncoder().encodeToString(key) + "\n";
  }

  /// @param where it stands, for the message
  static byte[] parse(String text, String where) {
    String stripped = text.strip();
    byte[] key = new byte[0];
    if (HEXADECIMAL.matcher(stripped).matches()) {
      key = HexFormat.of().parseHex(stripped);
    } else {
      try {
        key = Base64.getDecoder().decode(stripped);
      } catch (IllegalArgumentException notBase64) {
        // told below, without its message, which quotes the text
      }
    }
    if (key.length != MasterKey.BYTES) {
      throw new KeyTrouble(
          "master-key-malformed",
          "the master key in " + where + " is not 32 bytes in base64 or hexadecimal digits.",
          "Restore it from where it is kept, or make one with: openssl rand -base64 32");
    }
    return key;
  }
}
