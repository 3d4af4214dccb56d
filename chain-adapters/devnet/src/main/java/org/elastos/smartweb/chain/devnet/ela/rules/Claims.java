// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.OutputPayload;
import org.elastos.smartweb.chain.ela.tx.TxOutput;

/// What a transaction claims for itself alone: outputs, withdrawals and refunds. Two transactions
/// that share a claim cannot both stand in a chain.
public sealed interface Claims {
  /// An output to spend.
  record Output(OutPoint at) implements Claims {}

  /// A side chain's transaction to pay.
  record Withdrawal(Hash256 sideTransaction) implements Claims {}

  /// A deposit to give back.
  record Refund(Hash256 deposit) implements Claims {}

  /// All claims of a transaction.
  static Set<Claims> of(ElaTransaction tx) {
    Set<Claims> claims = new HashSet<>();
    tx.inputs().forEach(input -> claims.add(new Output(OutPoint.of(input))));
    SideChainRules.withdrawals(tx).forEach(id -> claims.add(new Withdrawal(id)));
    refunds(tx).forEach(id -> claims.add(new Refund(id)));
    return claims;
  }

  private static List<Hash256> refunds(ElaTransaction tx) {
    return tx.outputs().stream()
        .map(TxOutput::payload)
        .filter(OutputPayload.ReturnedDeposit.class::isInstance)
        .map(payload -> ((OutputPayload.ReturnedDeposit) payload).deposit())
        .toList();
  }
}
