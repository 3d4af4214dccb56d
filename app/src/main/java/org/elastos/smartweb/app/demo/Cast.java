// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.elastos.smartweb.app.outcome.Readings;
import org.elastos.smartweb.app.trade.Workspace;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.contracts.abi.ContractQuery;
import org.elastos.smartweb.contracts.generated.DevUsdCalls;
import org.elastos.smartweb.market.RoyaltyShare;
import org.elastos.smartweb.market.RoyaltyTable;

/// Who is in the story, and what each has in the USDC-like token just before and just after a
/// transaction's block. Thread-safe.
final class Cast {
  private static final List<String> HOLDERS = List.of("creator", "producer", "label");
  private static final List<String> PERCENT = List.of("70", "20", "10");

  private final Workspace workspace;

  Cast(Workspace workspace) {
    this.workspace = workspace;
  }

  /// The three royalty holders as `publish` takes them.
  List<String> royalties() {
    List<String> options = new ArrayList<>();
    for (int i = 0; i < HOLDERS.size(); i++) {
      options.add(address(HOLDERS.get(i)) + "=" + PERCENT.get(i) + "%");
    }
    return options;
  }

  EvmAddress address(String wallet) {
    return workspace.wallet(wallet).address();
  }

  /// What an account gained (or lost) in the block of this transaction, in the token's units.
  BigInteger gain(EvmAddress account, TxReceipt receipt) {
    BlockRef after = receipt.block();
    BlockRef before = Readings.required(workspace.chain().block(after.number() - 1));
    return balance(account, after).subtract(balance(account, before));
  }

  /// What each holder must get of an amount: its share rounded down, the first also the units that
  /// rounding leaves. Worked out here and not asked of the contract.
  static Map<EvmAddress, BigInteger> due(RoyaltyTable table, BigInteger amount) {
    Map<EvmAddress, BigInteger> due = new TreeMap<>();
    BigInteger left = amount;
    for (RoyaltyShare share : table.shares()) {
      BigInteger part =
          amount
              .multiply(BigInteger.valueOf(share.share()))
              .divide(BigInteger.valueOf(RoyaltyTable.WHOLE));
      due.put(share.holder(), part);
      left = left.subtract(part);
    }
    due.merge(table.shares().getFirst().holder(), left, BigInteger::add);
    return due;
  }

  /// Whether every holder gained exactly what was due.
  boolean settled(RoyaltyTable table, BigInteger amount, TxReceipt receipt) {
    return due(table, amount).entrySet().stream()
        .allMatch(entry -> gain(entry.getKey(), receipt).equals(entry.getValue()));
  }

  <R> R ask(ContractQuery<R> question, EvmAddress contract, BlockRef at) {
    return question.decodeResult(
        Readings.required(workspace.chain().call(question.on(contract), at)));
  }

  private BigInteger balance(EvmAddress account, BlockRef at) {
    return ask(new DevUsdCalls.BalanceOf(account), workspace.usd(), at);
  }
}
