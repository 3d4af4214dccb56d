// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Instant;
import java.util.Optional;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.ddrm.Condition;

/// Port to rights on chains, as a quorum of each chain's sources tells them. A chain that this node
/// does not follow is `sources_unavailable`. Safe for many threads.
public interface RightsReader {
  /// The newest and the final agreed block of a chain.
  Reading<Heads> heads(ChainId chain);

  /// What access the holder has to this edition at exactly this block.
  Reading<Right> right(Condition.HoldsEdition edition, EvmAddress holder, BlockRef at);

  /// Until when the holder's unit cannot leave him, as read at exactly this block: {@link
  /// Instant#MAX} when the edition cannot be transferred at all, empty when nothing binds it.
  Reading<Optional<Instant>> lockedUntil(
      Condition.HoldsEdition edition, EvmAddress holder, BlockRef at);

  /// What a contract answers to a read-only call at exactly this block; empty when it reverts, or
  /// uses more gas than a question may.
  Reading<Optional<Bytes>> call(Condition.Contract contract, Bytes data, BlockRef at);
}
