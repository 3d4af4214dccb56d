// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

import java.util.Optional;

/// Something to ask or tell a contract: the address and the ABI-encoded call data. Immutable.
///
/// @param to the contract; empty to run `data` as creation code, whose answer is what it returns
/// @param asker who a question seems to come from; empty leaves that to the node
/// @param gas the most that a question may use; 0 leaves that to the node
public record EvmCall(Optional<EvmAddress> to, Bytes data, Optional<EvmAddress> asker, long gas) {
  /// @throws IllegalArgumentException for negative gas
  public EvmCall {
    if (gas < 0) {
      throw new IllegalArgumentException("gas is not negative");
    }
  }

  /// A call whose gas is the node's business.
  public EvmCall(EvmAddress to, Bytes data) {
    this(Optional.of(to), data, Optional.empty(), 0);
  }

  /// A question that is creation code with its arguments: nothing of it stays.
  public static EvmCall creation(Bytes initCode) {
    return new EvmCall(Optional.empty(), initCode, Optional.empty(), 0);
  }

  /// The same question, seemingly from this account and with so much gas at most.
  public EvmCall bounded(EvmAddress asker, long gas) {
    return new EvmCall(to, data, Optional.of(asker), gas);
  }
}
