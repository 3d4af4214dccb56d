// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

/// The hash that names a transaction on its chain.
public record TxHash(Hash256 hash) {
  /// Reads 64 hexadecimal digits, with or without `0x`.
  public static TxHash fromHex(String hex) {
    return new TxHash(Hash256.fromHex(hex));
  }

  @Override
  public String toString() {
    return hash.toString();
  }
}
