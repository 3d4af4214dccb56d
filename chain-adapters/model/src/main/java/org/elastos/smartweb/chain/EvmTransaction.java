// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

import java.math.BigInteger;
import java.util.Optional;

/// What somebody wants done on a chain; fees, nonce and signature are the sender's business.
///
/// @param to the contract or account, empty to create a contract
/// @param value wei to send along
/// @param gasReserve gas to allow beyond the estimate, for a call that costs more when others come
///   first, such as the last of many confirmations; what is not used is not paid
public record EvmTransaction(
    Optional<EvmAddress> to, Bytes data, BigInteger value, long gasReserve) {
  /// A transaction whose cost does not depend on others.
  public EvmTransaction(Optional<EvmAddress> to, Bytes data, BigInteger value) {
    this(to, data, value, 0);
  }

  /// A call without value.
  public static EvmTransaction call(EvmCall call) {
    return call(call, BigInteger.ZERO);
  }

  /// A call that pays `wei`.
  public static EvmTransaction call(EvmCall call, BigInteger wei) {
    return new EvmTransaction(call.to(), call.data(), wei);
  }

  /// The creation of a contract.
  public static EvmTransaction create(Bytes initCode) {
    return new EvmTransaction(Optional.empty(), initCode, BigInteger.ZERO);
  }

  /// The same with gas allowed beyond the estimate.
  public EvmTransaction withGasReserve(long gas) {
    return new EvmTransaction(to, data, value, gas);
  }
}
