// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;

/// What one look at a source changes, all of it or nothing.
///
/// @param basis the best block from which the changes were worked out; internal order
/// @param settled the final height from which they were worked out: an operator may move it
/// @param changes new blocks in order, each once
/// @param finalHeight up to which nothing is undone afterwards; a lower one than before is ignored
/// @param contest what contradicts the chain from now on, in place of an earlier one; empty leaves
///   an earlier one as it is
public record ChainCommit(
    Hash256 basis,
    long settled,
    List<BlockChange> changes,
    long finalHeight,
    Optional<Contest> contest) {
  /// Keeps a copy.
  public ChainCommit {
    changes = List.copyOf(changes);
  }
}
