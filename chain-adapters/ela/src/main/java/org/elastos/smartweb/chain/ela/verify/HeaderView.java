// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;

/// What is stored of the chain and of its branches; a port. {@link HeaderChain} only reads it:
/// whoever stores applies each {@link ChainStep} at once and whole.
public interface HeaderView {
  /// The point of a stored block of any branch, by hash in internal order. Points below the final
  /// height may be forgotten.
  Optional<ChainPoint> point(Hash256 hash);

  /// The hash of the best chain's block at a height.
  Optional<Hash256> bestAt(long height);

  /// The end of the best chain. A store begins with a checkpoint, so there always is one.
  ChainPoint best();

  /// The height up to which the best chain is never left, whatever a branch brings.
  long finalHeight();
}
