// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.contracts.abi.ContractCreation;
import org.elastos.smartweb.contracts.generated.ChannelCalls;
import org.elastos.smartweb.contracts.generated.ChannelFactoryCalls;
import org.elastos.smartweb.contracts.generated.ChannelGaslessCalls;
import org.elastos.smartweb.contracts.generated.ChannelOfficeCalls;
import org.elastos.smartweb.contracts.generated.ChannelTradeCalls;
import org.elastos.smartweb.contracts.generated.ChannelViewsCalls;

/// The contracts of which channels consist: modules, their implementation, which names the modules,
/// and the factory, which names the implementation. Immutable.
///
/// @param addresses by the contracts' names, in the order in which they are put on a chain
public record ChannelStack(Map<String, EvmAddress> addresses) {
  /// The contract that makes channels.
  public static final String FACTORY = "ChannelFactory";

  /// What every channel's code is.
  public static final String CHANNEL = "Channel";

  /// Keeps the order.
  public ChannelStack {
    addresses = Collections.unmodifiableMap(new LinkedHashMap<>(addresses));
  }

  /// Puts one contract on a chain, or only says where it would be.
  @FunctionalInterface
  public interface Placing {
    /// Where the contract is.
    EvmAddress place(String contract, ContractCreation creation);
  }

  /// Places all of them, each after those that it names.
  public static ChannelStack place(Placing placing) {
    Map<String, EvmAddress> placed = new LinkedHashMap<>();
    place(placing, placed, "ChannelTrade", new ChannelTradeCalls.Deploy());
    place(placing, placed, "ChannelOffice", new ChannelOfficeCalls.Deploy());
    place(placing, placed, "ChannelGasless", new ChannelGaslessCalls.Deploy());
    place(placing, placed, "ChannelViews", new ChannelViewsCalls.Deploy());
    place(placing, placed, CHANNEL, code(placed));
    place(placing, placed, FACTORY, new ChannelFactoryCalls.Deploy(at(placed, CHANNEL)));
    return new ChannelStack(placed);
  }

  /// The contract that makes channels.
  public EvmAddress factory() {
    return at(addresses, FACTORY);
  }

  /// What every channel's code is.
  public EvmAddress implementation() {
    return at(addresses, CHANNEL);
  }

  /// What the implementation's constructor writes into its code, by name, beside its own address.
  public Map<String, EvmAddress> modules() {
    return Map.of(
        "_trade", at(addresses, "ChannelTrade"),
        "_office", at(addresses, "ChannelOffice"),
        "_gasless", at(addresses, "ChannelGasless"),
        "_views", at(addresses, "ChannelViews"));
  }

  private static ContractCreation code(Map<String, EvmAddress> placed) {
    return new ChannelCalls.Deploy(
        at(placed, "ChannelTrade"),
        at(placed, "ChannelOffice"),
        at(placed, "ChannelGasless"),
        at(placed, "ChannelViews"));
  }

  private static void place(
      Placing placing, Map<String, EvmAddress> placed, String contract, ContractCreation creation) {
    placed.put(contract, placing.place(contract, creation));
  }

  private static EvmAddress at(Map<String, EvmAddress> placed, String contract) {
    EvmAddress address = placed.get(contract);
    if (address == null) {
      throw new IllegalArgumentException("a channel needs all of its contracts");
    }
    return address;
  }
}
