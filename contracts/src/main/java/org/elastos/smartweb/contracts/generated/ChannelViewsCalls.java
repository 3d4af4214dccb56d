// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.contracts.abi.AbiWriter;
import org.elastos.smartweb.contracts.abi.ContractCreation;

/// The calls of the channels' module for what others read; a channel answers what it does.
/// Generated; encodes and decodes only.
public final class ChannelViewsCalls {
  private ChannelViewsCalls() {}

  /// Creates the contract.
  public record Deploy() implements ContractCreation {

    @Override
    public Bytes initCode() {
      AbiWriter out = new AbiWriter();

      return out.creation(ChannelViewsCalls.class, "ChannelViews");
    }
  }
}
