// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxInput;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.elastos.smartweb.chain.ela.verify.BlockProofs;
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
    Set<Hash256> paying = outputs.keySet().stream().map(OutputId::txid).collect(toSet());
    List<Integer> wanted = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      boolean spends =
          transactions.get(i).inputs().stream().map(WatchList::id).anyMatch(spent::contains);
      if (spends || paying.contains(ids.get(i))) {
        wanted.add(i);
      }
    }
    return new Watched(kept(header, transactions, wanted), outputs);
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

  /// With one tree for all of them: blocks full of watched transactions cost no more than others.
  private static List<KeptTransaction> kept(
      ElaHeader header, List<ElaTransaction> transactions, List<Integer> wanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    BlockProofs proofs = BlockProofs.of(header, transactions).orElseThrow();
    return wanted.stream()
        .map(position ->
            new KeptTransaction(
                proofs.ids().get(position),
                header.hash(),
                position,
                transactions.get(position).encoded(),
                ElaCodec.write(proofs.of(position), TransactionProof::write)))
        .toList();
  }
}
