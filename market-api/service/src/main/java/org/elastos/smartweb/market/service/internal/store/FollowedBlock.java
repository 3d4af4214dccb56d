// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.store;

import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Hash256;

/// A block whose events are in the catalogue.
public record FollowedBlock(long number, Hash256 hash) {
  /// The block that a chain reading named.
  public static FollowedBlock of(BlockRef block) {
    return new FollowedBlock(block.number(), block.hash());
  }
}
