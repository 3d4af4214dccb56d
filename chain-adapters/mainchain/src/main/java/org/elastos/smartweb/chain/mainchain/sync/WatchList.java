// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxInput;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.elastos.smartweb.chain.ela.verify.PartialMerkleTree;
import org.elastos.smartweb.chain.ela.verify.TransactionProof;
import org.elastos.smartweb.chain.mainchain.BlockChange.Watched;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.KeptTransaction;
import org.elastos.smartweb.chain.mainchain.OutputId;
import org.elastos.smartweb.chain.mainchain.WatchedOutput;

/// Picks out of blocks what pays to or spends from watched program hashes. Outputs from before the
/// store's origin, or from before a program hash was watched, are not recognised when they are
/// spent. Remembers the outputs of one look at a source. Not thread-safe.
final class WatchList {
  private final Set<ProgramHash> programs;
  private final HeaderStore store;
  private final Set<OutputId> seen = new HashSet<>();

  WatchList(Set<ProgramHash> programs, HeaderStore store) {
    this.programs = programs;
    this.store = store;
  }

  /// What is to be kept of a block that the rules have passed.
  Watched of(ElaHeader header, List<ElaTransaction> transactions) {
    if (programs.isEmpty()) {
      return Watched.NOTHING;
    }
    List<Hash256> ids = transactions.stream().map(ElaTransaction::txid).toList();
    Map<OutputId, WatchedOutput> outputs = outputs(transactions, ids);
    seen.addAll(outputs.keySet());
    Set<OutputId> spent = spent(transactions);
    List<KeptTransaction> kept = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      ElaTransaction transaction = transactions.get(i);
      Hash256 id = ids.get(i);
      boolean pays = outputs.keySet().stream().anyMatch(output -> output.txid().equals(id));
      boolean spends = transaction.inputs().stream().map(WatchList::id).anyMatch(spent::contains);
      if (pays || spends) {
        kept.add(kept(header, transaction, ids, i));
      }
    }
    return new Watched(kept, outputs);
  }

  private Map<OutputId, WatchedOutput> outputs(
      List<ElaTransaction> transactions, List<Hash256> ids) {
    Map<OutputId, WatchedOutput> outputs = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      List<TxOutput> all = transactions.get(i).outputs();
      for (int index = 0; index < all.size(); index++) {
        TxOutput output = all.get(index);
        if (programs.contains(output.programHash())) {
          outputs.put(
              new OutputId(ids.get(i), index),
              new WatchedOutput(output.programHash(), output.value()));
        }
      }
    }
    return outputs;
  }

  /// Which watched outputs the block spends; asks the store once.
  private Set<OutputId> spent(List<ElaTransaction> transactions) {
    Set<OutputId> inputs = new HashSet<>();
    for (ElaTransaction transaction : transactions) {
      transaction.inputs().forEach(input -> inputs.add(id(input)));
    }
    Set<OutputId> spent = new HashSet<>(store.watchedAmong(inputs));
    inputs.retainAll(seen);
    spent.addAll(inputs);
    return spent;
  }

  private static OutputId id(TxInput input) {
    return new OutputId(input.previous(), input.index());
  }

  private static KeptTransaction kept(
      ElaHeader header, ElaTransaction transaction, List<Hash256> ids, int position) {
    Hash256 id = ids.get(position);
    ElaWriter proof = new ElaWriter();
    new TransactionProof(header.hash(), header.height(), PartialMerkleTree.of(ids, Set.of(id)))
        .write(proof);
    return new KeptTransaction(id, header.hash(), position, transaction.encoded(), proof.toBytes());
  }
}
