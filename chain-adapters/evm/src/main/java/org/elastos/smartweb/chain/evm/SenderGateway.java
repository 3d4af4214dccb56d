// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;

/// What the sender asks of a chain. Separate from the sender so that each call can be made to fail.
interface SenderGateway {
  /// The account's state, the fees, and what the transaction would do now.
  Reading<Plan> plan(EvmAddress from, EvmTransaction transaction);

  /// The account's next nonce at the newest and at the final block.
  Reading<Nonces> nonces(EvmAddress account);

  /// What the account owns at the newest block.
  Reading<BigInteger> balance(EvmAddress account);

  /// What a transaction has to offer now.
  Reading<Prices> prices();

  /// Hands the bytes to all sources.
  Reach broadcast(Bytes signed);

  /// Who has the bytes now.
  enum Reach {
    /// Fewer sources than a quorum took or knew them, and may be the ones that keep them to
    /// themselves.
    FEW,
    /// A quorum took or knew them.
    QUORUM
  }

  /// The outcome of a transaction, empty while no quorum sees it in a block.
  Reading<Optional<TxReceipt>> receipt(TxHash transaction);

  /// The same of a transaction whose nonce is used up in a final block: that there is no receipt
  /// counts only when a quorum says so.
  Reading<Optional<TxReceipt>> finalReceipt(TxHash transaction);

  /// The transaction that used up this nonce of the account, as a final block holds it.
  Reading<TxHash> finalUser(EvmAddress account, long nonce);

  /// Something became of a transaction, for meters: a state as in {@link ChainAlarms#sent}.
  default void note(String state) {}

  /// How long to wait between two looks for a receipt.
  Duration pollInterval();

  /// What is needed to sign.
  ///
  /// @param gas estimate, without margin
  /// @param baseFee empty on a chain before EIP-1559
  /// @param tip the tip, or the gas price where there is no base fee
  record Plan(
      Nonces nonces, BigInteger balance, long gas, Optional<BigInteger> baseFee, BigInteger tip) {}

  /// @param baseFee empty on a chain before EIP-1559
  /// @param tip the tip, or the gas price where there is no base fee
  record Prices(Optional<BigInteger> baseFee, BigInteger tip) {}

  /// Next nonces of an account.
  record Nonces(long newest, long finalized) {}
}
