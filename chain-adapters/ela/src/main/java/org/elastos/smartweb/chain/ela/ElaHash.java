// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import org.elastos.smartweb.chain.Hash256;

/// The two byte orders of ELA hashes. A [Hash256] always holds the internal order: what double
/// SHA-256 gives and the wire carries. The display order, printed by most RPC methods, is the
/// reverse and exists only as text.
public final class ElaHash {
  private ElaHash() {}

  /// 64 digits in display order.
  public static String display(Hash256 internal) {
    return reversed(internal).hex();
  }

  /// Reads 64 digits in display order.
  ///
  /// @throws IllegalArgumentException when the text has another shape
  public static Hash256 fromDisplay(String hex) {
    return reversed(Hash256.fromHex(hex));
  }

  /// The 32 bytes the other way round, for the few places of the protocol that store a hash so: the
  /// AuxPoW commitment, a withdrawal's EVM transaction hash, a side chain's genesis hash.
  public static Hash256 reversed(Hash256 hash) {
    byte[] bytes = hash.bytes();
    for (int low = 0, high = bytes.length - 1; low < high; low++, high--) {
      byte swap = bytes[low];
      bytes[low] = bytes[high];
      bytes[high] = swap;
    }
    return Hash256.of(bytes);
  }
}
