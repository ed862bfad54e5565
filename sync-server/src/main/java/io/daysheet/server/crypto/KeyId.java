package io.daysheet.server.crypto;

import java.nio.ByteBuffer;

/// Which of a purpose's keys made a value: Tink writes a byte 1 and the key's number before it.
final class KeyId {

  static final int PREFIX = 5;

  private KeyId() {}

  /// 0, which no key has, if it is nothing that Tink wrote.
  static int of(byte[] encrypted) {
    return encrypted.length < PREFIX || encrypted[0] != 1
        ? 0
        : ByteBuffer.wrap(encrypted, 1, Integer.BYTES).getInt();
  }

  /// What every value begins with that this key made.
  static byte[] prefix(int keyId) {
    return ByteBuffer.allocate(PREFIX).put((byte) 1).putInt(keyId).array();
  }
}
