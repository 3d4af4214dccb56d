// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.SideChainPayload;
import org.elastos.smartweb.chain.ela.verify.ConsensusState;
import org.elastos.smartweb.chain.ela.verify.ElaNetwork;
import org.elastos.smartweb.chain.ela.verify.Verdict;
import org.elastos.smartweb.chain.ela.verify.XSpendRule;
import org.elastos.smartweb.chain.mainchain.LockedSpend;
import org.elastos.smartweb.chain.mainchain.OutputId;
import org.elastos.smartweb.chain.mainchain.WatchedOutput;

/// Judges what blocks spend of the money that is locked for side chains (docs/spec/mainchain.md,
/// "Locked outputs"). A spend shows itself in three ways: by an output that we know, by its type,
/// or by a program that only arbiters can satisfy. So outputs from before the store are recognised
/// too, unless they were spent by a type that may not and with a program of another shape.
/// Immutable.
final class LockedOutputs {
  private static final int ARBITERS_END = 0xaf;
  private static final int FRAME = 3;
  private static final int KEY = 34;

  /// Stands for an output that nobody here has seen: if it were free, its own program would stand
  /// beside the arbiters' and the rule would refuse that.
  private static final ProgramHash UNSEEN =
      ProgramHash.of(
          new byte[] {
            XSpendRule.CROSS_CHAIN_PREFIX,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0
          });

  private final XSpendRule rule;

  LockedOutputs(ElaNetwork network) {
    this.rule = new XSpendRule(network);
  }

  /// The spends of a block that the rules of the chain have passed, judged.
  ///
  /// @param spent outputs that the store or this look has seen, watched or locked
  /// @param below the state after the block below
  List<LockedSpend> judge(
      ElaHeader header,
      List<ElaTransaction> transactions,
      Map<OutputId, WatchedOutput> spent,
      ConsensusState below) {
    List<LockedSpend> spends = new ArrayList<>();
    for (ElaTransaction transaction : transactions.stream().skip(1).toList()) {
      if (concerns(transaction, spent)) {
        Verdict verdict =
            rule.check(
                new XSpendRule.Spend(transaction, owners(transaction, spent), header.height()),
                below);
        spends.add(
            new LockedSpend(
                transaction.txid(),
                header.hash(),
                header.height(),
                verdict instanceof Verdict.Invalid broken ? broken.code() : LockedSpend.ALLOWED));
      }
    }
    return spends;
  }

  private static boolean concerns(ElaTransaction transaction, Map<OutputId, WatchedOutput> spent) {
    boolean byOutput =
        transaction.inputs().stream()
            .map(input -> spent.get(WatchList.id(input)))
            .anyMatch(output -> output != null && XSpendRule.locks(output.program()));
    boolean byType =
        transaction.payload() instanceof SideChainPayload.Withdraw
            || transaction.payload() instanceof SideChainPayload.ReturnDeposit;
    return byOutput
        || (!transaction.inputs().isEmpty()
            && (byType || transaction.programs().stream().anyMatch(one -> ofArbiters(one.code()))));
  }

  private static boolean ofArbiters(Bytes code) {
    byte[] bytes = code.bytes();
    return bytes.length >= FRAME + KEY
        && (bytes.length - FRAME) % KEY == 0
        && Byte.toUnsignedInt(bytes[bytes.length - 1]) == ARBITERS_END;
  }

  private static List<ProgramHash> owners(
      ElaTransaction transaction, Map<OutputId, WatchedOutput> spent) {
    return transaction.inputs().stream()
        .map(input -> spent.get(WatchList.id(input)))
        .map(output -> output == null ? UNSEEN : output.program())
        .toList();
  }
}
