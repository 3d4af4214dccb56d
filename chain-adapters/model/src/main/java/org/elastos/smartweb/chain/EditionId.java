// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

import java.math.BigInteger;

/// Names an edition of a work: keccak256(abi.encode(chainId, channel, salt)), which is also the id
/// of its access token (decision A2).
public record EditionId(Hash256 hash) {
  /// Reads 64 hexadecimal digits, with or without `0x`.
  public static EditionId fromHex(String hex) {
    return new EditionId(Hash256.fromHex(hex));
  }

  /// The token id, as contracts want it.
  public BigInteger toUint() {
    return hash.toUint();
  }

  @Override
  public String toString() {
    return hash.toString();
  }
}
