// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.math.BigInteger;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.evm.SenderGateway.Prices;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.transaction.type.Transaction1559;

/// Makes the same transaction with a higher fee. Nodes take a replacement only when it offers at
/// least an eighth more, of the tip as well as of the whole price.
final class FeeBump {
  private static final BigInteger SEVEN = BigInteger.valueOf(7);
  private static final int EIGHTH = 3;

  private FeeBump() {}

  /// The replacement, ready to be signed; empty when it would cost more than allowed.
  static Optional<RawTransaction> of(Bytes signed, Prices prices, FeePolicy policy) {
    RawTransaction old = TransactionDecoder.decode(signed.toString());
    return old.getTransaction() instanceof Transaction1559 dynamic
        ? dynamic(dynamic, prices, policy)
        : legacy(old, prices, policy);
  }

  /// The most that the transaction can take from its account.
  static BigInteger cost(RawTransaction raw) {
    BigInteger price =
        raw.getTransaction() instanceof Transaction1559 dynamic
            ? dynamic.getMaxFeePerGas()
            : raw.getGasPrice();
    return price.multiply(raw.getGasLimit()).add(raw.getValue());
  }

  /// At least an eighth more, rounded up.
  static BigInteger more(BigInteger price) {
    return price.add(price.add(SEVEN).shiftRight(EIGHTH)).max(BigInteger.ONE);
  }

  private static Optional<RawTransaction> dynamic(
      Transaction1559 old, Prices prices, FeePolicy policy) {
    BigInteger tip = more(old.getMaxPriorityFeePerGas()).max(prices.tip());
    BigInteger wanted = prices.baseFee().orElse(BigInteger.ZERO).shiftLeft(1).add(tip);
    BigInteger least = more(old.getMaxFeePerGas()).max(tip);
    BigInteger price = wanted.min(policy.maxPrice()).max(least);
    return price.compareTo(policy.maxPrice()) > 0
        ? Optional.empty()
        : Optional.of(
            RawTransaction.createTransaction(
                old.getChainId(),
                old.getNonce(),
                old.getGasLimit(),
                old.getTo(),
                old.getValue(),
                old.getData(),
                tip,
                price));
  }

  private static Optional<RawTransaction> legacy(
      RawTransaction old, Prices prices, FeePolicy policy) {
    BigInteger price = more(old.getGasPrice()).max(prices.tip());
    return price.compareTo(policy.maxPrice()) > 0
        ? Optional.empty()
        : Optional.of(
            RawTransaction.createTransaction(
                old.getNonce(),
                price,
                old.getGasLimit(),
                old.getTo(),
                old.getValue(),
                old.getData()));
  }
}
