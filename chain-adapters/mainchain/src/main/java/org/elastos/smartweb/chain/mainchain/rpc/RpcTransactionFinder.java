// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.tx.ElaBlock;
import org.elastos.smartweb.chain.ela.verify.BlockProofs;
import org.elastos.smartweb.chain.ela.verify.TransactionProof;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.KeptTransaction;
import org.elastos.smartweb.chain.mainchain.TransactionFinder;

/// Asks a node in which block a transaction stands, and believes it only where the whole block has
/// the hash of a stored one and its transactions lead to the root in its header. Thread-safe.
public final class RpcTransactionFinder implements TransactionFinder {
  private final MainchainRpc rpc;
  private final HeaderStore store;

  public RpcTransactionFinder(MainchainRpc rpc, HeaderStore store) {
    this.rpc = rpc;
    this.store = store;
  }

  @Override
  public Optional<KeptTransaction> find(Hash256 txid) {
    return rpc.blockOf(txid)
        .answered()
        .flatMap(block -> block)
        .filter(block -> store.storedAmong(Set.of(block)).contains(block))
        .flatMap(block -> rpc.block(block).answered())
        .flatMap(block -> proved(block, txid));
  }

  private static Optional<KeptTransaction> proved(ElaBlock block, Hash256 txid) {
    return BlockProofs.of(block.header(), block.transactions())
        .filter(proofs -> proofs.ids().contains(txid))
        .map(proofs -> {
          int position = proofs.ids().indexOf(txid);
          return new KeptTransaction(
              txid,
              block.header().hash(),
              position,
              block.transactions().get(position).encoded(),
              ElaCodec.write(proofs.of(position), TransactionProof::write));
        });
  }
}
