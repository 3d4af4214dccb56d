// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.rules.Coin;
import org.elastos.smartweb.chain.devnet.ela.rules.DevRules;
import org.elastos.smartweb.chain.devnet.ela.rules.Merkle;
import org.elastos.smartweb.chain.devnet.ela.rules.OutPoint;
import org.elastos.smartweb.chain.devnet.ela.rules.TransactionRules;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.tx.Attribute;
import org.elastos.smartweb.chain.ela.tx.BasicPayload;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxInput;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.elastos.smartweb.chain.ela.tx.TxType;

/// Puts blocks together. Used under the chain's lock.
final class Miner {
  private static final int MOST_BYTES = 4_000_000;
  private static final int COINBASE_PAYLOAD_VERSION = 4;
  private static final int NONCE_BYTES = 8;
  private static final long FOUNDATION_PERCENT = 30;
  private static final Bytes INFO =
      Bytes.of("SmartWeb development node".getBytes(StandardCharsets.US_ASCII));

  private final DevRules rules;
  private final SecureRandom random;

  Miner(DevRules rules, SecureRandom random) {
    this.rules = rules;
    this.random = random;
  }

  /// What shall stand in a block.
  ///
  /// @param special transactions of the consensus, ahead of the others
  /// @param now seconds
  record Order(
      ProgramHash payTo, List<ElaTransaction> special, List<ElaTransaction> waiting, long now) {}

  /// The next block without proof.
  Candidate assemble(ChainState chain, Order order) {
    long height = chain.height() + 1;
    List<ElaTransaction> others = new ArrayList<>(order.special);
    long fees = 0;
    long size = 0;
    for (ElaTransaction tx : order.waiting) {
      size += tx.encoded().size();
      if (size <= MOST_BYTES) {
        others.add(tx);
        fees += fee(tx, chain);
      }
    }
    List<ElaTransaction> all = new ArrayList<>();
    all.add(coinbase(height, order.payTo, fees));
    all.addAll(others);
    long time = Math.max(order.now, chain.medianTime() + 1);
    Hash256 root = Merkle.root(all.stream().map(ElaTransaction::txid).toList());
    return new Candidate(
        new ElaHeader.Fields(0, chain.tip().hash(), root, time, rules.bits(), 0, height), all);
  }

  private ElaTransaction coinbase(long height, ProgramHash payTo, long fees) {
    long reward = rules.money().reward().units();
    long share = reward / 100 * FOUNDATION_PERCENT;
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    return new ElaTransaction(
        ElaTransaction.VERSION_9,
        TxType.COINBASE,
        COINBASE_PAYLOAD_VERSION,
        new BasicPayload.CoinBase(INFO),
        List.of(new Attribute(Attribute.NONCE, Bytes.of(nonce))),
        List.of(new TxInput(Hash256.ZERO, 0xffff, TxInput.FINAL_SEQUENCE)),
        List.of(
            TxOutput.of(Genesis.foundation(), new Sela(share)),
            TxOutput.of(payTo, new Sela(reward - share + fees))),
        height,
        List.of());
  }

  private static long fee(ElaTransaction tx, ChainState chain) {
    List<Coin> coins =
        tx.inputs().stream().map(input -> chain.coin(OutPoint.of(input)).orElseThrow()).toList();
    return TransactionRules.fee(tx, coins);
  }
}
