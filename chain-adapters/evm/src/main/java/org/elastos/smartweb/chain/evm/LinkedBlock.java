// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Hash256;

/// One block and the hash of the one before it.
public record LinkedBlock(BlockRef ref, Hash256 parent) {
  /// Its height.
  public long number() {
    return ref.number();
  }

  /// Whether `before` is the block on which this one stands.
  public boolean follows(LinkedBlock before) {
    return number() == before.number() + 1 && parent.equals(before.ref().hash());
  }
}
