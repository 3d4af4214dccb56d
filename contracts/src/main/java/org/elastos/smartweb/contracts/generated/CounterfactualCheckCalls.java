// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiWriter;
import org.elastos.smartweb.contracts.abi.ContractCreation;

/// The calls of the question whether an account signed, which is never deployed. Generated; encodes
/// and decodes only.
public final class CounterfactualCheckCalls {
  private CounterfactualCheckCalls() {}

  /// Creates the contract.
  public record Deploy(
      EvmAddress account, Hash256 hash, Bytes signature, EvmAddress factory, Bytes factoryCall)
      implements ContractCreation {

    @Override
    public Bytes initCode() {
      AbiWriter out = new AbiWriter();
      out.address(account);
      out.word(hash);
      out.bytes(signature);
      out.address(factory);
      out.bytes(factoryCall);
      return out.creation(CounterfactualCheckCalls.class, "CounterfactualCheck");
    }
  }
}
