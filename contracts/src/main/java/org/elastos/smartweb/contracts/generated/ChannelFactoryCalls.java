// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;
import org.elastos.smartweb.contracts.abi.ContractCreation;
import org.elastos.smartweb.contracts.abi.ContractQuery;

/// The calls of the factory of channels. Generated; encodes and decodes only.
public final class ChannelFactoryCalls {
  private ChannelFactoryCalls() {}

  /// Creates the contract.
  public record Deploy(EvmAddress implementation) implements ContractCreation {

    @Override
    public Bytes initCode() {
      AbiWriter out = new AbiWriter();
      out.address(implementation);
      return out.creation(ChannelFactoryCalls.class, "ChannelFactory");
    }
  }

  /// Reads `channelAddress`.
  public record ChannelAddress(EvmAddress owner, Hash256 salt)
      implements ContractQuery<EvmAddress> {
    /// The first four bytes of the hash of `channelAddress(address,bytes32)`.
    public static final String SELECTOR = "15581cd1";

    /// Reads call data back.
    public static ChannelAddress decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new ChannelAddress(in.address(), in.word());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(owner);
      out.word(salt);
      return out.call(SELECTOR);
    }

    @Override
    public EvmAddress decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.address();
    }
  }

  /// Calls `createChannel`.
  public record CreateChannel(String name, Hash256 salt) implements ContractQuery<EvmAddress> {
    /// The first four bytes of the hash of `createChannel(string,bytes32)`.
    public static final String SELECTOR = "b7f45739";

    /// Reads call data back.
    public static CreateChannel decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new CreateChannel(in.string(), in.word());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.string(name);
      out.word(salt);
      return out.call(SELECTOR);
    }

    @Override
    public EvmAddress decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.address();
    }
  }

  /// Reads `implementation`.
  public record Implementation() implements ContractQuery<EvmAddress> {
    /// The first four bytes of the hash of `implementation()`.
    public static final String SELECTOR = "5c60da1b";

    /// Reads call data back.
    public static Implementation decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new Implementation();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }

    @Override
    public EvmAddress decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.address();
    }
  }
}
