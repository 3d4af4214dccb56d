// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.abi;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmTransaction;

/// The creation of a contract with its constructor's arguments. Immutable.
public interface ContractCreation {
  /// Creation code and encoded arguments.
  Bytes initCode();

  /// The transaction that creates the contract.
  default EvmTransaction transaction() {
    return EvmTransaction.create(initCode());
  }
}
