// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.rules.Arbiters;
import org.elastos.smartweb.chain.devnet.ela.rules.BlockRules;
import org.elastos.smartweb.chain.devnet.ela.rules.Claims;
import org.elastos.smartweb.chain.devnet.ela.rules.Coin;
import org.elastos.smartweb.chain.devnet.ela.rules.Coins;
import org.elastos.smartweb.chain.devnet.ela.rules.Consensus;
import org.elastos.smartweb.chain.devnet.ela.rules.DevRules;
import org.elastos.smartweb.chain.devnet.ela.rules.Flaw;
import org.elastos.smartweb.chain.devnet.ela.rules.OutPoint;
import org.elastos.smartweb.chain.devnet.ela.rules.SpecialRules;
import org.elastos.smartweb.chain.devnet.ela.rules.TransactionRules;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.tx.ConsensusPayload;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxInput;
import org.elastos.smartweb.chain.ela.tx.TxOutput;

/// The active chain and its ledger in memory: blocks go on and come off at the tip. As all blocks
/// have the same bits, the higher of two branches has more work. Used under the chain's lock.
final class ChainState implements Coins {
  /// How many blocks can come off.
  static final int MOST_UNDO = 2_000;

  private static final int MEDIAN_OF = 11;

  private final DevRules rules;
  private final BlockRules blockRules;
  private final TransactionRules transactionRules;
  private final SpecialRules specialRules;
  private final Function<Hash256, DposBlock> blocks;
  private final Ledger ledger = new Ledger();
  private final List<Entry> active = new ArrayList<>();
  private final Map<Hash256, Long> heights = new HashMap<>();
  private final Deque<Step> steps = new ArrayDeque<>();
  private Consensus consensus;

  /// A block of the active chain, by height.
  record Entry(Hash256 hash, long timestamp, boolean confirmed) {}

  /// What a block did.
  private record Step(DposBlock block, List<Ledger.Undo> undo, Consensus before) {}

  /// The genesis block alone.
  ///
  /// @param blocks finds blocks of the active chain
  ChainState(DevRules rules, Arbiters first, Function<Hash256, DposBlock> blocks) {
    this.rules = rules;
    this.blockRules = new BlockRules(rules);
    this.transactionRules = new TransactionRules(rules);
    this.specialRules = new SpecialRules(rules);
    this.blocks = blocks;
    this.consensus = Consensus.starting(first);
    DposBlock genesis = Genesis.block();
    List<ElaTransaction> transactions = genesis.block().transactions();
    for (int i = 0; i < transactions.size(); i++) {
      ledger.enter(transactions.get(i), new Ledger.Place(0, i));
    }
    enter(genesis);
  }

  long height() {
    return active.size() - 1L;
  }

  Entry entry(long height) {
    return active.get((int) height);
  }

  Entry tip() {
    return active.getLast();
  }

  /// The height of a block of the active chain.
  Optional<Long> heightOf(Hash256 hash) {
    return Optional.ofNullable(heights.get(hash));
  }

  /// What holds for the next block.
  Consensus next() {
    return consensus.at(height() + 1);
  }

  Ledger ledger() {
    return ledger;
  }

  /// The middle of the last eleven times.
  long medianTime() {
    List<Long> times = new ArrayList<>();
    for (long at = height(); at >= 0 && times.size() < MEDIAN_OF; at--) {
      times.add(entry(at).timestamp);
    }
    Collections.sort(times);
    return times.get(times.size() / 2);
  }

  /// What is wrong with a transaction for the next block, if anything.
  Optional<Flaw> check(ElaTransaction tx) {
    return transactionRules.check(tx, place());
  }

  /// Puts a block on the tip, unless it breaks a rule: then nothing changes.
  ///
  /// @param now seconds
  Optional<Flaw> connect(DposBlock block, long now) {
    BlockRules.Place at = new BlockRules.Place(tip().hash, height() + 1, medianTime(), now, next());
    Optional<Flaw> flaw = blockRules.check(block, at);
    return flaw.isPresent() ? flaw : apply(block, true);
  }

  /// Puts a block on the tip that passed all rules before.
  ///
  /// @throws IllegalStateException when it does not fit: the file is not what this program wrote
  void reconnect(DposBlock block) {
    if (!block.block().header().previous().equals(tip().hash)) {
      throw new IllegalStateException("a stored block does not stand on the one before it");
    }
    apply(block, false)
        .ifPresent(flaw -> {
          throw new IllegalStateException("a stored block is refused: " + flaw.code());
        });
  }

  /// Takes the tip off.
  DposBlock disconnect() {
    Step step = steps.removeLast();
    undo(step.undo);
    consensus = step.before;
    heights.remove(active.removeLast().hash);
    return step.block;
  }

  /// Whether so many blocks can come off.
  boolean canUndo(long depth) {
    return depth <= steps.size();
  }

  private Optional<Flaw> apply(DposBlock block, boolean checked) {
    Consensus before = consensus;
    consensus = next();
    long height = height() + 1;
    SpecialRules.Place place =
        new SpecialRules.Place(
            height, block.block().header().timestamp() - entry(height - 1).timestamp);
    List<Ledger.Undo> undo = new ArrayList<>();
    List<ElaTransaction> transactions = block.block().transactions();
    long fees = 0;
    Optional<Flaw> flaw = Optional.empty();
    for (int i = 1; i < transactions.size() && flaw.isEmpty(); i++) {
      ElaTransaction tx = transactions.get(i);
      flaw = special(tx, place).or(() -> checked ? checkOrdinary(tx) : Optional.empty());
      if (flaw.isEmpty()) {
        fees += fee(tx);
        undo.add(ledger.enter(tx, new Ledger.Place(height, i)));
      }
    }
    ElaTransaction coinbase = transactions.getFirst();
    if (flaw.isEmpty() && paid(coinbase) > rules.money().reward().units() + fees) {
      flaw = Flaw.of("coinbase_value", paid(coinbase));
    }
    if (flaw.isPresent()) {
      undo(undo);
      consensus = before;
      return flaw;
    }
    undo.add(ledger.enter(coinbase, new Ledger.Place(height, 0)));
    steps.addLast(new Step(block, undo, before));
    if (steps.size() > MOST_UNDO) {
      steps.removeFirst();
    }
    enter(block);
    return Optional.empty();
  }

  private Optional<Flaw> special(ElaTransaction tx, SpecialRules.Place at) {
    return switch (specialRules.step(tx, at, consensus)) {
      case SpecialRules.Step.NotSpecial _ -> Optional.empty();
      case SpecialRules.Step.Broken(Flaw flaw) -> Optional.of(flaw);
      case SpecialRules.Step.Next(Consensus after) -> {
        consensus = after;
        yield Optional.empty();
      }
    };
  }

  private Optional<Flaw> checkOrdinary(ElaTransaction tx) {
    boolean ordinary = !(tx.payload() instanceof ConsensusPayload);
    return ordinary
        ? transactionRules.check(tx, new TransactionRules.Place(height() + 1, consensus, this))
        : Optional.empty();
  }

  private TransactionRules.Place place() {
    return new TransactionRules.Place(height() + 1, next(), this);
  }

  private long fee(ElaTransaction tx) {
    if (tx.inputs().isEmpty()) {
      return 0;
    }
    List<Coin> coins = new ArrayList<>();
    for (TxInput input : tx.inputs()) {
      coins.add(ledger.coin(OutPoint.of(input)).orElseThrow());
    }
    return TransactionRules.fee(tx, coins);
  }

  private static long paid(ElaTransaction coinbase) {
    long sum = 0;
    for (TxOutput output : coinbase.outputs()) {
      long more = sum + output.value().units();
      sum = more < sum ? Long.MAX_VALUE : more;
    }
    return sum;
  }

  private void undo(List<Ledger.Undo> undo) {
    undo.reversed().forEach(ledger::takeBack);
  }

  private void enter(DposBlock block) {
    ElaHeader header = block.block().header();
    heights.put(header.hash(), (long) active.size());
    active.add(new Entry(header.hash(), header.timestamp(), block.confirm().isPresent()));
  }

  @Override
  public Optional<Coin> coin(OutPoint at) {
    return ledger.coin(at);
  }

  @Override
  public Optional<ElaTransaction> transaction(Hash256 txid) {
    return ledger
        .place(txid)
        .filter(place -> place.height() <= height())
        .map(place ->
            blocks.apply(entry(place.height()).hash).block().transactions().get(place.index()));
  }

  @Override
  public boolean withdrawn(Hash256 sideTransaction) {
    return ledger.holds(new Claims.Withdrawal(sideTransaction));
  }

  @Override
  public boolean refunded(Hash256 deposit) {
    return ledger.holds(new Claims.Refund(deposit));
  }
}
