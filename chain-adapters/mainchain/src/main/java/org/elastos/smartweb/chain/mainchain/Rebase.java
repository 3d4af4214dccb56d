// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import java.util.List;
import org.elastos.smartweb.chain.Hash256;

/// A newer checkpoint that an operator gives to a store that has begun, worked out as one change.
///
/// @param basis the best block from which it was worked out; internal order
/// @param dropped what leaves the best chain because it has to be verified anew, or was never
///   final, highest first
/// @param origin the checkpoint: the best and final block from now on
public record Rebase(Hash256 basis, List<Hash256> dropped, ChainOrigin origin) {
  /// Keeps a copy.
  public Rebase {
    dropped = List.copyOf(dropped);
  }
}
