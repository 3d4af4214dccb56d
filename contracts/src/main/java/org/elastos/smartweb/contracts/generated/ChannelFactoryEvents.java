// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.util.Optional;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiReader;

/// The events of the factory of channels. Generated; decodes only.
public sealed interface ChannelFactoryEvents {
  /// Reads a log; empty when it is no event of this contract.
  static Optional<ChannelFactoryEvents> decode(EvmLog log) {
    if (log.topics().isEmpty()) {
      return Optional.empty();
    }
    Hash256 topic = log.topics().getFirst();

    if (topic.equals(ChannelCreated.TOPIC)) {
      return Optional.of(ChannelCreated.decode(log));
    }
    return Optional.empty();
  }

  /// `ChannelCreated`
  record ChannelCreated(EvmAddress channel, EvmAddress owner, String name)
      implements ChannelFactoryEvents {
    /// The hash of `ChannelCreated(address,address,string)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("106b2f0b9c336a76604b07f380db4c377f0040d8d121b07e317a14fb835f4105");

    /// Reads the event from a log that has this topic.
    public static ChannelCreated decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new ChannelCreated(
          AbiReader.topic(log, 1).address(), AbiReader.topic(log, 2).address(), in.string());
    }
  }
}
