// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.nio.ByteBuffer;

/// The one suite there is: TDH2 over secp256k1 with SHA-256 and AES-256-GCM.
final class Suite {
  static final short NUMBER = 1;

  private Suite() {}

  static byte[] id() {
    return u16(NUMBER);
  }

  static byte[] u16(int value) {
    return ByteBuffer.allocate(2).putShort((short) value).array();
  }

  static byte[] u64(long value) {
    return ByteBuffer.allocate(8).putLong(value).array();
  }
}
