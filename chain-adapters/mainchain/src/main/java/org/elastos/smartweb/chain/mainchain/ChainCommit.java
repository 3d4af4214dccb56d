// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;

/// What one look at a source changes, all of it or nothing.
///
/// @param basis the best block from which the changes were worked out; internal order
/// @param changes new blocks in order, each once
/// @param finalHeight up to which nothing is undone afterwards; a lower one than before is ignored
/// @param contest what contradicts the chain from now on; an earlier one stays
public record ChainCommit(
    Hash256 basis, List<BlockChange> changes, long finalHeight, Optional<Contest> contest) {
  /// Keeps a copy.
  public ChainCommit {
    changes = List.copyOf(changes);
  }
}
