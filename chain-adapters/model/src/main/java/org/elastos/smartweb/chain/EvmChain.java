// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// Port to one EVM chain, read through several sources. Every method blocks until a quorum agreed
/// or time ran out, and is safe to call from many threads; call it off the event loop.
public interface EvmChain {
  /// Which chain this is.
  ChainId id();

  /// Whether the sources are run by different parties; false on a development chain.
  boolean independent();

  /// The newest and the final block; `stale_node` when the newest is too old.
  Reading<Heads> heads();

  /// The answer of a read-only call at exactly this block; `reverted` carries the revert data.
  Reading<Bytes> call(EvmCall call, BlockRef at);

  /// The native balance in wei at exactly this block.
  Reading<BigInteger> balance(EvmAddress account, BlockRef at);

  /// The code of an account at exactly this block; empty bytes for a plain account.
  Reading<Bytes> code(EvmAddress account, BlockRef at);

  /// All events of the filter, in chain order. Its last block must not lie above the newest agreed
  /// one.
  Reading<List<EvmLog>> logs(LogFilter filter);

  /// The outcome of a transaction, empty while no quorum sees it in a block.
  Reading<Optional<TxReceipt>> receipt(TxHash transaction);

  /// The block at this height on the agreed chain.
  Reading<BlockRef> block(long number);
}
