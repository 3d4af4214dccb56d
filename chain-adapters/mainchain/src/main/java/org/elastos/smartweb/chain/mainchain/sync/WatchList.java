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
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxInput;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.elastos.smartweb.chain.ela.verify.BlockProofs;
import org.elastos.smartweb.chain.ela.verify.TransactionProof;
import org.elastos.smartweb.chain.ela.verify.XSpendRule;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.KeptTransaction;
import org.elastos.smartweb.chain.mainchain.OutputId;
import org.elastos.smartweb.chain.mainchain.WatchedOutput;

/// Picks out of blocks what pays to watched program hashes, and what spends from them or from what
/// is locked for side chains. Outputs from before the store's origin, or from before a program hash
/// was watched, are not recognised when they are spent. Looks at one source's blocks; asks the
/// store once for all of them. Not thread-safe.
final class WatchList {
  private final Set<ProgramHash> programs;
  private final Map<OutputId, WatchedOutput> outputs;

  WatchList(Set<ProgramHash> programs, HeaderStore store, List<DposBlock> blocks) {
    this.programs = programs;
    Set<OutputId> inputs = new HashSet<>();
    for (DposBlock block : blocks) {
      // The coinbase spends nothing.
      for (ElaTransaction transaction : block.block().transactions().stream().skip(1).toList()) {
        transaction.inputs().forEach(input -> inputs.add(id(input)));
      }
    }
    this.outputs = new HashMap<>(store.watchedAmong(inputs));
  }

  /// What a block's transactions have to do with what is watched.
  ///
  /// @param spent what they spend of it
  record Seen(
      List<KeptTransaction> kept,
      Map<OutputId, WatchedOutput> outputs,
      Map<OutputId, WatchedOutput> spent) {}

  /// What is to be kept of a block that the rules have passed.
  Seen of(ElaHeader header, List<ElaTransaction> transactions) {
    Map<OutputId, WatchedOutput> paid = paid(transactions);
    outputs.putAll(paid);
    Map<OutputId, WatchedOutput> spent = spent(transactions);
    Set<Hash256> paying =
        paid.entrySet().stream()
            .filter(entry -> programs.contains(entry.getValue().program()))
            .map(entry -> entry.getKey().txid())
            .collect(toSet());
    List<Integer> wanted = new ArrayList<>();
    for (int i = 0; i < transactions.size(); i++) {
      ElaTransaction transaction = transactions.get(i);
      boolean spends =
          !spent.isEmpty()
              && transaction.inputs().stream().map(WatchList::id).anyMatch(spent::containsKey);
      if (spends || (!paying.isEmpty() && paying.contains(transaction.txid()))) {
        wanted.add(i);
      }
    }
    return new Seen(kept(header, transactions, wanted), paid, spent);
  }

  private Map<OutputId, WatchedOutput> paid(List<ElaTransaction> transactions) {
    Map<OutputId, WatchedOutput> paid = new HashMap<>();
    for (ElaTransaction transaction : transactions) {
      List<TxOutput> all = transaction.outputs();
      for (int index = 0; index < all.size(); index++) {
        TxOutput output = all.get(index);
        if (programs.contains(output.programHash()) || XSpendRule.locks(output.programHash())) {
          paid.put(
              new OutputId(transaction.txid(), index),
              new WatchedOutput(output.programHash(), output.value()));
        }
      }
    }
    return paid;
  }

  private Map<OutputId, WatchedOutput> spent(List<ElaTransaction> transactions) {
    Map<OutputId, WatchedOutput> spent = new HashMap<>();
    for (ElaTransaction transaction : transactions) {
      for (TxInput input : transaction.inputs()) {
        WatchedOutput output = outputs.get(id(input));
        if (output != null) {
          spent.put(id(input), output);
        }
      }
    }
    return spent;
  }

  static OutputId id(TxInput input) {
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
