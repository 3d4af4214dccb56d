// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.abi;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmCall;

/// One call of a contract's function with its arguments. Immutable.
public interface ContractCall {
  /// Selector and encoded arguments.
  Bytes callData();

  /// The call, addressed to a contract.
  default EvmCall on(EvmAddress contract) {
    return new EvmCall(contract, callData());
  }
}
