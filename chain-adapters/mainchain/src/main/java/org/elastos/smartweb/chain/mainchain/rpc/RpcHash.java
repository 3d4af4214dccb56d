// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaHash;

/// The two byte orders in which nodes write hashes. Mining and the checks for repeated transactions
/// speak the internal one; everything else speaks the display order. Stateless.
final class RpcHash {
  private static final int DIGITS = 64;
  private static final int HEXADECIMAL = 16;

  private RpcHash() {}

  static String display(Hash256 hash) {
    return ElaHash.display(hash);
  }

  /// A hash written in display order.
  static Hash256 displayed(RpcValue value) {
    return ElaHash.reversed(internal(value));
  }

  /// A hash written in internal order.
  static Hash256 internal(RpcValue value) {
    byte[] bytes = value.bytes();
    if (bytes.length * 2 != DIGITS) {
      throw value.fault("not a hash of 64 digits");
    }
    return Hash256.of(bytes);
  }

  /// A compact target in hexadecimal without leading zeros.
  static long bits(RpcValue value) {
    String text = value.text();
    if (!text.matches("[0-9a-fA-F]{1,8}")) {
      throw value.fault("not a compact target");
    }
    return Long.parseLong(text, HEXADECIMAL);
  }
}
