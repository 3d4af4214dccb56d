// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.tx.Attribute;
import org.elastos.smartweb.chain.ela.tx.BasicPayload;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.OutputPayload;
import org.elastos.smartweb.chain.ela.tx.SideChainPayload;
import org.elastos.smartweb.chain.ela.tx.TxOutput;

/// What a transaction deposits, output by output: each one's own program hash says whether it is a
/// deposit at all (docs/spec/mainchain.md, "Deposits"). Says nothing about whether the transaction
/// is final. Total and stateless.
public final class DepositReading {
  private static final Pattern EVM_ADDRESS = Pattern.compile("(0x|0X)?[0-9a-fA-F]{40}");

  private DepositReading() {}

  /// One output that pays the treasury.
  public sealed interface TreasuryOutput {
    /// A deposit; what the memo must say is the bridge's to judge.
    record Deposit(int index, Sela amount, Bytes memo) implements TreasuryOutput {}

    /// Money that came, but not as a deposit. It is not lost: operators can give it back.
    record Unusable(int index, Sela amount, Flaw flaw) implements TreasuryOutput {}
  }

  /// One output that pays a side chain's locking address. Shown, never minted for (decision F1).
  public sealed interface SideChainOutput {
    /// A deposit.
    ///
    /// @param fee what the output holds beyond the amount
    record Deposit(int index, EvmAddress target, Sela amount, Sela fee, Bytes data)
        implements SideChainOutput {}

    /// Money that is locked without a target that the side chain could pay.
    record Unusable(int index, Flaw flaw) implements SideChainOutput {}
  }

  /// Why an output is no deposit.
  public enum Flaw {
    /// Another asset than ELA.
    OTHER_ASSET,
    /// Nothing, or less than nothing.
    NO_AMOUNT,
    /// Locked until a height.
    LOCKED,
    /// A block's reward, which may yet vanish.
    COINBASE,
    /// No memo.
    MEMO_MISSING,
    /// More than one memo: nobody can say which one counts.
    MEMO_AMBIGUOUS,
    /// The output names no target, or another type of transaction pays the address.
    TARGET_MISSING,
    /// Two targets name one output.
    TARGET_AMBIGUOUS,
    /// The target is no EVM address.
    TARGET_MALFORMED,
    /// The output does not hold amount and fee.
    FEE_TOO_LOW
  }

  /// The outputs that pay the treasury.
  public static List<TreasuryOutput> treasury(ElaTransaction tx, ProgramHash treasury) {
    List<Bytes> memos =
        tx.attributes().stream()
            .filter(attribute -> attribute.usage() == Attribute.MEMO)
            .map(Attribute::data)
            .toList();
    return outputsOf(tx, treasury).mapToObj(index -> treasuryOutput(tx, index, memos)).toList();
  }

  /// The outputs that pay a side chain's locking address.
  ///
  /// @param leastFee what an output must hold beyond the amount
  public static List<SideChainOutput> sideChain(
      ElaTransaction tx, ProgramHash address, Sela leastFee) {
    return outputsOf(tx, address).mapToObj(index -> sideOutput(tx, index, leastFee)).toList();
  }

  private static IntStream outputsOf(ElaTransaction tx, ProgramHash owner) {
    return IntStream.range(0, tx.outputs().size())
        .filter(index -> tx.outputs().get(index).programHash().equals(owner));
  }

  private static TreasuryOutput treasuryOutput(ElaTransaction tx, int index, List<Bytes> memos) {
    TxOutput output = tx.outputs().get(index);
    Optional<Flaw> flaw = moneyFlaw(tx, output);
    if (flaw.isEmpty() && memos.size() != 1) {
      flaw = Optional.of(memos.isEmpty() ? Flaw.MEMO_MISSING : Flaw.MEMO_AMBIGUOUS);
    }
    return flaw.<TreasuryOutput>map(
            found -> new TreasuryOutput.Unusable(index, output.value(), found))
        .orElseGet(() -> new TreasuryOutput.Deposit(index, output.value(), memos.getFirst()));
  }

  private static Optional<Flaw> moneyFlaw(ElaTransaction tx, TxOutput output) {
    if (!output.assetId().equals(TxOutput.ELA)) {
      return Optional.of(Flaw.OTHER_ASSET);
    }
    if (output.value().units() <= 0) {
      return Optional.of(Flaw.NO_AMOUNT);
    }
    if (output.outputLock() != 0) {
      return Optional.of(Flaw.LOCKED);
    }
    return tx.payload() instanceof BasicPayload.CoinBase
        ? Optional.of(Flaw.COINBASE)
        : Optional.empty();
  }

  private record Target(Bytes address, Sela amount, Bytes data) {}

  private static SideChainOutput sideOutput(ElaTransaction tx, int index, Sela leastFee) {
    TxOutput output = tx.outputs().get(index);
    Optional<Flaw> money = moneyFlaw(tx, output);
    if (money.isPresent()) {
      return new SideChainOutput.Unusable(index, money.get());
    }
    List<Target> targets = targets(tx, index);
    if (targets.size() != 1) {
      return new SideChainOutput.Unusable(
          index, targets.isEmpty() ? Flaw.TARGET_MISSING : Flaw.TARGET_AMBIGUOUS);
    }
    Target target = targets.getFirst();
    String address = new String(target.address.bytes(), StandardCharsets.ISO_8859_1);
    if (!EVM_ADDRESS.matcher(address).matches()) {
      return new SideChainOutput.Unusable(index, Flaw.TARGET_MALFORMED);
    }
    if (target.amount.units() <= 0) {
      return new SideChainOutput.Unusable(index, Flaw.NO_AMOUNT);
    }
    Sela fee = output.value().minus(target.amount);
    return fee.compareTo(leastFee) < 0
        ? new SideChainOutput.Unusable(index, Flaw.FEE_TOO_LOW)
        : new SideChainOutput.Deposit(index, evmAddress(address), target.amount, fee, target.data);
  }

  private static EvmAddress evmAddress(String text) {
    return EvmAddress.fromHex(text.substring(text.length() - 40));
  }

  private static List<Target> targets(ElaTransaction tx, int index) {
    return switch (tx.payload()) {
      case SideChainPayload.DepositV0(var all) ->
          all.stream()
              .filter(target -> target.outputIndex() == index)
              .map(target -> new Target(target.address(), target.amount(), Bytes.EMPTY))
              .toList();
      case SideChainPayload.DepositV1 _ ->
          tx.outputs().get(index).payload()
                  instanceof OutputPayload.CrossChain(Bytes address, Sela amount, Bytes data)
              ? List.of(new Target(address, amount, data))
              : List.of();
      default -> List.of();
    };
  }
}
