// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import java.util.List;
import org.elastos.smartweb.chain.Hash256;

/// What an operator decided about a contest, worked out as one change of the store.
///
/// @param basis the best block from which it was worked out; internal order
/// @param dropped what leaves the best chain, highest first; nothing when the chain stays
/// @param adopted what joins it, lowest first
/// @param rejected the lowest block of the branch that lost: it and all above it are built on no
///   more
/// @param finalHeight the final height from now on: the one thing that may lower it
public record Settlement(
    Hash256 basis,
    List<Hash256> dropped,
    List<Hash256> adopted,
    Hash256 rejected,
    long finalHeight) {
  /// Keeps copies.
  public Settlement {
    dropped = List.copyOf(dropped);
    adopted = List.copyOf(adopted);
  }
}
