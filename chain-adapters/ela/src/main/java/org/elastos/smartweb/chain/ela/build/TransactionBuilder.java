// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.build;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.address.ElaAddress;
import org.elastos.smartweb.chain.ela.tx.Attribute;
import org.elastos.smartweb.chain.ela.tx.BasicPayload;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.OutputPayload;
import org.elastos.smartweb.chain.ela.tx.Payload;
import org.elastos.smartweb.chain.ela.tx.SideChainPayload;
import org.elastos.smartweb.chain.ela.tx.TxInput;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.elastos.smartweb.chain.ela.tx.TxType;

/// Makes unsigned transactions of version 9. The same wish gives the same transaction: inputs are
/// the largest outputs first, equal ones by transaction id and index; change is the last output.
public final class TransactionBuilder {
  /// What the node relays at least, in sela per transaction.
  public static final Sela LEAST_FEE = new Sela(100);

  /// More inputs than this are refused: joining outputs is a decision of its own.
  public static final int MAX_INPUTS = 500;

  private static final Comparator<Spendable> LARGEST_FIRST =
      Comparator.comparing((Spendable each) -> each.output().value())
          .reversed()
          .thenComparing(Spendable::txid)
          .thenComparingInt(Spendable::index);

  private TransactionBuilder() {}

  /// Pays these outputs. Attributes carry memos and, against equal transactions, a nonce.
  public static Built transfer(Purse purse, List<TxOutput> outputs, List<Attribute> attributes) {
    Kind kind = new Kind(TxType.TRANSFER_ASSET, 0, new BasicPayload.TransferAsset());
    return build(kind, purse, outputs, attributes);
  }

  /// Deposits to a side chain: one output to its address, worth the amount and the arbiters' fee.
  public static Built deposit(Purse purse, DepositTarget target, List<Attribute> attributes) {
    if (target.sideChain().kind() != ElaAddress.Kind.CROSS_CHAIN) {
      return new Built.Refused(Built.Reason.NOT_A_SIDE_CHAIN);
    }
    if (target.fee().compareTo(DepositTarget.LEAST_FEE) < 0) {
      return new Built.Refused(Built.Reason.FEE_TOO_LOW);
    }
    if (target.data().size() > OutputPayload.MAX_TARGET_DATA) {
      return new Built.Refused(Built.Reason.TARGET_DATA_TOO_LONG);
    }
    if (target.amount().units() <= 0
        || target.fee().units() > Long.MAX_VALUE - target.amount().units()) {
      return new Built.Refused(Built.Reason.BAD_AMOUNT);
    }
    TxOutput output =
        new TxOutput(
            TxOutput.ELA,
            target.amount().plus(target.fee()),
            0,
            target.sideChain().programHash(),
            new OutputPayload.CrossChain(
                ascii("0x" + target.recipient().hex()), target.amount(), target.data()));
    Kind kind = new Kind(TxType.TRANSFER_CROSS_CHAIN_ASSET, 1, new SideChainPayload.DepositV1());
    return build(kind, purse, List.of(output), attributes);
  }

  private record Kind(TxType type, int payloadVersion, Payload payload) {}

  private record Choice(List<Spendable> chosen, long held) {}

  private static Built build(
      Kind kind, Purse purse, List<TxOutput> outputs, List<Attribute> attributes) {
    if (purse.fee().compareTo(LEAST_FEE) < 0) {
      return new Built.Refused(Built.Reason.FEE_TOO_LOW);
    }
    long needed = purse.fee().units();
    for (TxOutput output : outputs) {
      long value = output.value().units();
      if (value <= 0 || value > Long.MAX_VALUE - needed || !output.assetId().equals(TxOutput.ELA)) {
        return new Built.Refused(Built.Reason.BAD_AMOUNT);
      }
      needed += value;
    }
    Choice choice = choose(purse, needed);
    if (choice.held < 0) {
      return new Built.Refused(Built.Reason.BAD_AMOUNT);
    }
    if (choice.held < needed) {
      return new Built.Refused(Built.Reason.INSUFFICIENT_FUNDS);
    }
    if (choice.chosen.size() > MAX_INPUTS) {
      return new Built.Refused(Built.Reason.TOO_MANY_INPUTS);
    }
    List<TxOutput> all = new ArrayList<>(outputs);
    if (choice.held > needed) {
      all.add(TxOutput.of(purse.owner().programHash(), new Sela(choice.held - needed)));
    }
    return Assembled.checked(transaction(kind, attributes, choice.chosen, all));
  }

  /// The largest outputs until they suffice or end; a negative sum when they do not add up.
  private static Choice choose(Purse purse, long needed) {
    List<Spendable> chosen = new ArrayList<>();
    long held = 0;
    for (Spendable each : usable(purse).toList()) {
      if (held < 0 || held >= needed) {
        break;
      }
      chosen.add(each);
      held += each.output().value().units();
    }
    return new Choice(chosen, held);
  }

  private static ElaTransaction transaction(
      Kind kind, List<Attribute> attributes, List<Spendable> chosen, List<TxOutput> outputs) {
    return new ElaTransaction(
        ElaTransaction.VERSION_9,
        kind.type,
        kind.payloadVersion,
        kind.payload,
        attributes,
        chosen.stream().map(TransactionBuilder::input).toList(),
        outputs,
        chosen.stream().mapToLong(each -> each.output().outputLock()).max().orElse(0),
        List.of());
  }

  /// Locked outputs count once the lock lies below the height: the transaction's own lock time,
  /// which has to reach the lock, must lie below it too.
  private static Stream<Spendable> usable(Purse purse) {
    return purse.outputs().stream()
        .filter(each -> each.output().programHash().equals(purse.owner().programHash()))
        .filter(each -> each.output().assetId().equals(TxOutput.ELA))
        .filter(each -> each.output().value().units() > 0)
        .filter(
            each -> each.output().outputLock() == 0 || each.output().outputLock() < purse.height())
        .distinct()
        .sorted(LARGEST_FIRST);
  }

  private static TxInput input(Spendable each) {
    return new TxInput(
        each.txid(),
        each.index(),
        each.output().outputLock() == 0 ? TxInput.FINAL_SEQUENCE : TxInput.LOCKED_SEQUENCE);
  }

  private static Bytes ascii(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
  }
}
