// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.math.BigInteger;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmSender.SendOutcome;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.evm.SenderGateway.Plan;
import org.web3j.crypto.RawTransaction;

/// The gas and the price that one transaction offers.
///
/// @param needed the least price at which it could be included now
/// @param price the most that is paid for a unit of gas
/// @param dynamic whether it is an EIP-1559 transaction
record Fees(long gas, BigInteger needed, BigInteger price, BigInteger tip, boolean dynamic) {
  private static final int MARGIN_PERCENT = 20;

  /// A fifth more gas than estimated, the transaction's own reserve, and room for the base fee to
  /// double, within the cap.
  static Fees of(Plan plan, long gasReserve, FeePolicy policy) {
    long margin = plan.gas() / 100 * MARGIN_PERCENT;
    long gas = Math.addExact(plan.gas(), Math.addExact(margin, gasReserve));
    BigInteger base = plan.baseFee().orElse(BigInteger.ZERO);
    BigInteger price = base.shiftLeft(1).add(plan.tip()).min(policy.maxPrice());
    return new Fees(gas, base.add(plan.tip()), price, plan.tip(), plan.baseFee().isPresent());
  }

  /// Why these fees are not paid.
  Optional<SendOutcome> refusal(Plan plan, BigInteger value, FeePolicy policy) {
    if (gas > policy.maxGas()) {
      return refused("gas_too_high", "the transaction needs " + gas + " gas");
    }
    if (needed.compareTo(policy.maxPrice()) > 0) {
      return refused("fee_too_high", "the chain asks " + needed + " wei for a unit of gas");
    }
    BigInteger most = price.multiply(BigInteger.valueOf(gas)).add(value);
    if (most.compareTo(plan.balance()) > 0) {
      return refused(
          "insufficient_funds", "up to " + most + " wei needed, " + plan.balance() + " there");
    }
    return Optional.empty();
  }

  RawTransaction raw(ChainId chain, long nonce, EvmTransaction transaction) {
    BigInteger number = BigInteger.valueOf(nonce);
    BigInteger limit = BigInteger.valueOf(gas);
    String to = transaction.to().map(EvmAddress::toString).orElse("");
    String data = transaction.data().toString();
    return dynamic
        ? RawTransaction.createTransaction(
            chain.value(), number, limit, to, transaction.value(), data, tip, price)
        : RawTransaction.createTransaction(number, price, limit, to, transaction.value(), data);
  }

  private static Optional<SendOutcome> refused(String code, String detail) {
    return Optional.of(new SendOutcome.Refused(code, detail, Bytes.EMPTY));
  }
}
