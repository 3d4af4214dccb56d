// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

import java.math.BigInteger;
import java.util.Optional;

/// What somebody wants done on a chain; fees, nonce and signature are the sender's business.
///
/// @param to the contract or account, empty to create a contract
/// @param value wei to send along
public record EvmTransaction(Optional<EvmAddress> to, Bytes data, BigInteger value) {
  /// A call without value.
  public static EvmTransaction call(EvmCall call) {
    return call(call, BigInteger.ZERO);
  }

  /// A call that pays `wei`.
  public static EvmTransaction call(EvmCall call, BigInteger wei) {
    return new EvmTransaction(Optional.of(call.to()), call.data(), wei);
  }

  /// The creation of a contract.
  public static EvmTransaction create(Bytes initCode) {
    return new EvmTransaction(Optional.empty(), initCode, BigInteger.ZERO);
  }
}
