// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxCodec;
import org.elastos.smartweb.chain.ela.verify.DepositReading;
import org.elastos.smartweb.chain.ela.verify.ElaNetwork;
import org.elastos.smartweb.chain.ela.verify.XSpendRule;
import org.elastos.smartweb.chain.mainchain.KeptTransaction;
import org.elastos.smartweb.chain.mainchain.WatchedDeposit;

/// Reads deposits to watched program hashes from kept transactions: their bytes are decoded and
/// their id recomputed, whatever the store says of them. Immutable, thread-safe.
public final class WatchedDeposits {
  private final Set<ProgramHash> watched;
  private final Sela leastFee;

  public WatchedDeposits(ElaNetwork network, Set<ProgramHash> watched) {
    this.watched = Set.copyOf(watched);
    this.leastFee = new Sela(network.crossChain().depositFee());
  }

  /// What a kept transaction brings to watched program hashes, output by output.
  ///
  /// @param height of its block
  /// @throws IllegalStateException when the kept bytes are not the transaction's
  public List<WatchedDeposit> of(KeptTransaction kept, long height) {
    if (!(TxCodec.readTransaction(kept.body().bytes())
            instanceof Decoded.Value<ElaTransaction>(ElaTransaction transaction))
        || !transaction.txid().equals(kept.txid())) {
      throw new IllegalStateException("a kept transaction is not what it was kept as");
    }
    List<WatchedDeposit> deposits = new ArrayList<>();
    watched.stream()
        .filter(program ->
            transaction.outputs().stream().anyMatch(out -> out.programHash().equals(program)))
        .forEach(program ->
            readings(transaction, program)
                .forEach(reading ->
                    deposits.add(
                        new WatchedDeposit(kept.txid(), kept.block(), height, program, reading))));
    return deposits;
  }

  private List<WatchedDeposit.Reading> readings(ElaTransaction transaction, ProgramHash program) {
    return XSpendRule.locks(program)
        ? DepositReading.sideChain(transaction, program, leastFee).stream()
            .<WatchedDeposit.Reading>map(WatchedDeposit.Reading.SideChain::new)
            .toList()
        : DepositReading.treasury(transaction, program).stream()
            .<WatchedDeposit.Reading>map(WatchedDeposit.Reading.Treasury::new)
            .toList();
  }
}
