// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.OutputPayload;
import org.elastos.smartweb.chain.ela.tx.TxInput;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.elastos.smartweb.chain.ela.tx.TxType;

/// Whether the chain takes a transaction that somebody sends. Takes transfers, notes, deposits,
/// withdrawals and refunds; producers, votes and the council's affairs are not part of a
/// development chain. Stateless beyond the constants; thread-safe.
public final class TransactionRules {
  private static final int MOST_BYTES = 1_000_000;
  private static final Set<TxType> TAKEN =
      Set.of(
          TxType.TRANSFER_ASSET,
          TxType.RECORD,
          TxType.TRANSFER_CROSS_CHAIN_ASSET,
          TxType.WITHDRAW_FROM_SIDE_CHAIN,
          TxType.RETURN_SIDE_CHAIN_DEPOSIT_COIN);
  private static final Set<Integer> USAGES = Set.of(0x00, 0x20, 0x81, 0x90, 0x91, 0x92);
  private static final Set<Integer> PAYABLE = Set.of(0x21, 0x12, 0x4b, 0x1f, 0x3f);

  private final DevRules rules;
  private final SideChainRules sideChains;
  private final LockedOutputs locked;

  /// The rules with these constants.
  public TransactionRules(DevRules rules) {
    this.rules = rules;
    this.sideChains = new SideChainRules(rules);
    this.locked = new LockedOutputs(rules);
  }

  /// Where a transaction would stand.
  ///
  /// @param consensus what holds for that height
  public record Place(long height, Consensus consensus, Coins coins) {}

  /// A transaction with what its inputs spend, in their order.
  record Spend(ElaTransaction transaction, List<Coin> coins) {
    List<ProgramHash> owners() {
      return coins.stream().map(coin -> coin.output().programHash()).toList();
    }
  }

  /// What is wrong with it, if anything.
  public Optional<Flaw> check(ElaTransaction tx, Place at) {
    return checkType(tx, at)
        .or(() -> checkInputs(tx))
        .or(() -> checkOutputs(tx))
        .or(() -> checkSpending(tx, at));
  }

  private Optional<Flaw> checkType(ElaTransaction tx, Place at) {
    if (!TAKEN.contains(tx.type())) {
      return Flaw.of("type_not_taken", tx.type());
    }
    int size = tx.encoded().size();
    if (size > MOST_BYTES) {
      return Flaw.of("too_large", size);
    }
    if (at.coins.transaction(tx.txid()).isPresent()) {
      return Flaw.of("duplicate", "already in the chain");
    }
    return tx.attributes().stream()
        .filter(attribute -> !USAGES.contains(attribute.usage()))
        .findFirst()
        .map(attribute -> new Flaw("attribute_usage", String.valueOf(attribute.usage())))
        .or(() -> sideChains.checkType(tx, at));
  }

  private static Optional<Flaw> checkInputs(ElaTransaction tx) {
    if (tx.inputs().isEmpty()) {
      return Flaw.of("no_inputs", 0);
    }
    Set<OutPoint> seen = new HashSet<>();
    for (TxInput input : tx.inputs()) {
      if (!seen.add(OutPoint.of(input))) {
        return Flaw.of("input_twice", OutPoint.of(input));
      }
    }
    return Optional.empty();
  }

  private Optional<Flaw> checkOutputs(ElaTransaction tx) {
    if (tx.outputs().isEmpty() || tx.outputs().size() > 0xffff) {
      return Flaw.of("output_count", tx.outputs().size());
    }
    for (TxOutput output : tx.outputs()) {
      if (!output.assetId().equals(TxOutput.ELA)) {
        return Flaw.of("asset", output.assetId());
      }
      if (output.value().units() < 0) {
        return Flaw.of("negative_value", output.value());
      }
      if (!PAYABLE.contains(output.programHash().prefix())) {
        return Flaw.of("output_owner", output.programHash());
      }
      if (!(output.payload() instanceof OutputPayload.None)
          && !sideChains.knowsOutput(tx.type(), output.payload())) {
        return Flaw.of("output_payload", output.payload().type());
      }
    }
    return Optional.empty();
  }

  private Optional<Flaw> checkSpending(ElaTransaction tx, Place at) {
    List<Coin> coins = new ArrayList<>();
    for (TxInput input : tx.inputs()) {
      Optional<Coin> coin = at.coins.coin(OutPoint.of(input));
      if (coin.isEmpty()) {
        return Flaw.of("unknown_or_spent", OutPoint.of(input));
      }
      coins.add(coin.get());
    }
    Spend spend = new Spend(tx, coins);
    return checkTime(spend, at)
        .or(() -> checkAmounts(spend))
        .or(() -> locked.check(spend, at))
        .or(() -> sideChains.check(spend, at))
        .or(() -> Witnesses.check(tx, spend.owners()));
  }

  private Optional<Flaw> checkTime(Spend spend, Place at) {
    ElaTransaction tx = spend.transaction();
    boolean allFinal = tx.inputs().stream().allMatch(input -> input.sequence() == 0xffff);
    if (tx.lockTime() != 0 && tx.lockTime() >= at.height && !allFinal) {
      return Flaw.of("lock_time", tx.lockTime());
    }
    for (int i = 0; i < spend.coins().size(); i++) {
      Coin coin = spend.coins().get(i);
      if (coin.coinbase() && at.height - coin.height() < rules.money().maturity()) {
        return Flaw.of("immature", coin.height());
      }
      long lock = coin.output().outputLock();
      boolean opened =
          tx.inputs().get(i).sequence() == TxInput.LOCKED_SEQUENCE && tx.lockTime() >= lock;
      if (lock > 0 && !opened) {
        return Flaw.of("output_locked", lock);
      }
    }
    return Optional.empty();
  }

  private Optional<Flaw> checkAmounts(Spend spend) {
    try {
      long fee = fee(spend.transaction(), spend.coins());
      return Flaw.when(fee < rules.money().minimumFee().units(), "fee", fee);
    } catch (ArithmeticException _) {
      return Flaw.of("amount_overflow", "the amounts leave 64 bits");
    }
  }

  /// What the inputs hold beyond the outputs, in sela.
  ///
  /// @throws ArithmeticException outside 64 bits
  public static long fee(ElaTransaction tx, List<Coin> coins) {
    long fee = 0;
    for (Coin coin : coins) {
      fee = Math.addExact(fee, coin.output().value().units());
    }
    for (TxOutput output : tx.outputs()) {
      fee = Math.subtractExact(fee, output.value().units());
    }
    return fee;
  }
}
