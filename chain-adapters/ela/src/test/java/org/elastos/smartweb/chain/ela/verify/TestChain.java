// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.tx.Attribute;
import org.elastos.smartweb.chain.ela.tx.BasicPayload;
import org.elastos.smartweb.chain.ela.tx.ConsensusPayload;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.Payload;
import org.elastos.smartweb.chain.ela.tx.Program;
import org.elastos.smartweb.chain.ela.tx.TxInput;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.elastos.smartweb.chain.ela.tx.TxType;

/// A chain in memory: a store that applies each step, and blocks to offer it.
final class TestChain implements HeaderView {
  static final long TIME = 1_700_000_000L;
  static final int SEATS = 6;
  static final ElaNetwork INSTANT =
      new ElaNetwork(
          "test",
          Hash256.ZERO,
          ElaNetwork.CHAIN_ID,
          new WorkRules(WorkRules.INSTANT_BITS, 720, 86_400, 4),
          new ElaNetwork.BposRules(SEATS, 5, 5, 5, 3_600, 1_000, 600),
          new ElaNetwork.CrossChainRules(100, 200, 2, 10_000));

  final TestMiner miner;
  private final Map<Hash256, ChainPoint> points = new HashMap<>();
  private final List<Hash256> chain = new ArrayList<>();
  private ChainPoint best;
  long finalHeight;
  long now = TIME + 100_000;

  /// A chain that begins with a checkpoint at that height.
  TestChain(long seed, long height, ConsensusState consensus) {
    miner = new TestMiner(seed);
    best =
        new ChainPoint(
            height,
            miner.hash(),
            miner.hash(),
            TestMiner.EASY,
            BigInteger.valueOf(1_000),
            TIME,
            List.of(TIME),
            consensus);
    points.put(best.hash(), best);
    for (long below = 0; below < height; below++) {
      chain.add(miner.hash());
    }
    chain.add(best.hash());
    finalHeight = height;
  }

  @Override
  public Optional<ChainPoint> point(Hash256 hash) {
    return Optional.ofNullable(points.get(hash));
  }

  @Override
  public Optional<Hash256> bestAt(long height) {
    return height < chain.size() ? Optional.of(chain.get((int) height)) : Optional.empty();
  }

  @Override
  public ChainPoint best() {
    return best;
  }

  @Override
  public long finalHeight() {
    return finalHeight;
  }

  /// Applies a step as a store does.
  ChainStep apply(ChainStep step) {
    switch (step) {
      case ChainStep.Extended(ChainPoint point) -> {
        points.put(point.hash(), point);
        chain.add(point.hash());
        best = point;
      }
      case ChainStep.Branched(ChainPoint point) -> points.put(point.hash(), point);
      case ChainStep.Contradicted(var _, ChainPoint point, long _) ->
          points.put(point.hash(), point);
      case ChainStep.Reorganised(ChainPoint point, ChainPoint fork, var dropped, var adopted) -> {
        points.put(point.hash(), point);
        for (Hash256 gone : dropped) {
          if (!chain.removeLast().equals(gone)) {
            throw new AssertionError("dropped in another order than stored");
          }
        }
        if (!chain.getLast().equals(fork.hash())) {
          throw new AssertionError("not the fork");
        }
        chain.addAll(adopted);
        best = point;
      }
      case ChainStep.Known _, ChainStep.Orphan _, ChainStep.Rejected _ -> {}
    }
    return step;
  }

  /// A header above a block.
  ElaHeader above(ChainPoint parent, long seconds, List<ElaTransaction> transactions) {
    Hash256 root =
        transactions.isEmpty()
            ? miner.hash()
            : MerkleTree.root(transactions.stream().map(ElaTransaction::txid).toList());
    return miner.mine(
        new ElaHeader.Fields(
            1,
            parent.hash(),
            root,
            parent.timestamp() + seconds,
            TestMiner.EASY,
            0,
            parent.height() + 1),
        TestMiner.Shape.PLAIN);
  }

  static BlockOffer bare(ElaHeader header) {
    return new BlockOffer(header, new BlockOffer.HeaderOnly(), Optional.empty());
  }

  static BlockOffer whole(ElaHeader header, List<ElaTransaction> transactions, Confirm confirm) {
    return new BlockOffer(header, new BlockOffer.Whole(transactions), Optional.of(confirm));
  }

  static ElaTransaction coinbase(long height) {
    return transaction(
        TxType.COINBASE, 4, new BasicPayload.CoinBase(Bytes.EMPTY), List.of(), height);
  }

  static ElaTransaction nextTurn(long workingHeight, ArbiterSet set) {
    return transaction(
        TxType.NEXT_TURN_DPOS_INFO,
        0,
        new ConsensusPayload.NextTurnDposInfo(
            0, workingHeight, set.council(), set.seats(), List.of()),
        List.of(),
        0);
  }

  static ElaTransaction revertToPow(int reason, long workingHeight) {
    return transaction(
        TxType.REVERT_TO_POW,
        0,
        new ConsensusPayload.RevertToPow(reason, workingHeight),
        List.of(),
        0);
  }

  static ElaTransaction revertToDpos(long interval) {
    return transaction(
        TxType.REVERT_TO_DPOS, 0, new ConsensusPayload.RevertToDpos(interval, 1), List.of(), 0);
  }

  static ElaTransaction transaction(
      TxType type, int payloadVersion, Payload payload, List<TxOutput> outputs, long lockTime) {
    return new ElaTransaction(
        9,
        type,
        payloadVersion,
        payload,
        List.of(new Attribute(Attribute.NONCE, Bytes.of(new byte[] {1}))),
        List.<TxInput>of(),
        outputs,
        lockTime,
        List.<Program>of());
  }
}
