// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

import org.bouncycastle.crypto.digests.KeccakDigest;
import org.elastos.smartweb.chain.Hash256;

/// Keccak-256 with the original padding, as Ethereum uses it. Stateless.
public final class Keccak256 {
  private Keccak256() {}

  /// Hashes the concatenation of the parts.
  public static Hash256 of(byte[]... parts) {
    KeccakDigest digest = new KeccakDigest(256);
    for (byte[] part : parts) {
      digest.update(part, 0, part.length);
    }
    byte[] out = new byte[Hash256.BYTES];
    digest.doFinal(out, 0);
    return Hash256.of(out);
  }
}
