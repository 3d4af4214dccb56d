// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiReader;

/// The events of the licence nodes' committee. Generated; decodes only.
public sealed interface LicenseCommitteeEvents {
  /// Reads a log; empty when it is no event of this contract.
  static Optional<LicenseCommitteeEvents> decode(EvmLog log) {
    if (log.topics().isEmpty()) {
      return Optional.empty();
    }
    Hash256 topic = log.topics().getFirst();

    if (topic.equals(BoardMessage.TOPIC)) {
      return Optional.of(BoardMessage.decode(log));
    }
    if (topic.equals(CeremonyStarted.TOPIC)) {
      return Optional.of(CeremonyStarted.decode(log));
    }
    if (topic.equals(Confirmed.TOPIC)) {
      return Optional.of(Confirmed.decode(log));
    }
    if (topic.equals(DelegationRevoked.TOPIC)) {
      return Optional.of(DelegationRevoked.decode(log));
    }
    if (topic.equals(DeviceRevoked.TOPIC)) {
      return Optional.of(DeviceRevoked.decode(log));
    }
    if (topic.equals(EndpointChanged.TOPIC)) {
      return Optional.of(EndpointChanged.decode(log));
    }
    if (topic.equals(EpochActivated.TOPIC)) {
      return Optional.of(EpochActivated.decode(log));
    }
    if (topic.equals(Registered.TOPIC)) {
      return Optional.of(Registered.decode(log));
    }
    return Optional.empty();
  }

  /// `BoardMessage`
  record BoardMessage(long epoch, long seq, int kind, int member, Bytes payload)
      implements LicenseCommitteeEvents {
    /// The hash of `BoardMessage(uint64,uint32,uint8,uint8,bytes)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("cbce8123a6ae6294a62ecc14fbd0975c6d9cc5c481b02da9cc6319d645ebc107");

    /// Reads the event from a log that has this topic.
    public static BoardMessage decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 3);
      AbiReader in = AbiReader.of(log.data());
      return new BoardMessage(
          AbiReader.topic(log, 1).uintAsLong(64),
          AbiReader.topic(log, 2).uintAsLong(32),
          AbiReader.topic(log, 3).uintAsInt(8),
          in.uintAsInt(8),
          in.bytes());
    }
  }

  /// `CeremonyStarted`
  record CeremonyStarted(long epoch, long startBlock) implements LicenseCommitteeEvents {
    /// The hash of `CeremonyStarted(uint64,uint64)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("fb53b9c7791b3e731210c9b75a05e7501817077571b4dacbb3149c2e51e2ddd3");

    /// Reads the event from a log that has this topic.
    public static CeremonyStarted decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new CeremonyStarted(AbiReader.topic(log, 1).uintAsLong(64), in.uintAsLong(64));
    }
  }

  /// `Confirmed`
  record Confirmed(
      long epoch,
      int member,
      Hash256 transcript,
      Bytes groupKey,
      Hash256 publicHash,
      Bytes signature)
      implements LicenseCommitteeEvents {
    /// The hash of `Confirmed(uint64,uint8,bytes32,bytes,bytes32,bytes)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("dad6a9e597803331be826d3da10674dc78a1bff9cfb5674a10095b23e9a7ce61");

    /// Reads the event from a log that has this topic.
    public static Confirmed decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new Confirmed(
          AbiReader.topic(log, 1).uintAsLong(64),
          AbiReader.topic(log, 2).uintAsInt(8),
          in.word(),
          in.bytes(),
          in.word(),
          in.bytes());
    }
  }

  /// `DelegationRevoked`
  record DelegationRevoked(EvmAddress wallet, Hash256 delegation)
      implements LicenseCommitteeEvents {
    /// The hash of `DelegationRevoked(address,bytes32)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("915f2ef23f35c6a50adeff0f4c371698798863ccb41ba5eb9b90c140324872bd");

    /// Reads the event from a log that has this topic.
    public static DelegationRevoked decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);

      return new DelegationRevoked(
          AbiReader.topic(log, 1).address(), AbiReader.topic(log, 2).word());
    }
  }

  /// `DeviceRevoked`
  record DeviceRevoked(EvmAddress wallet, Hash256 device) implements LicenseCommitteeEvents {
    /// The hash of `DeviceRevoked(address,bytes32)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("128db99332b3f49100207f969cf921f1c550e36bfac01d2adafe1dc77b7ec115");

    /// Reads the event from a log that has this topic.
    public static DeviceRevoked decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);

      return new DeviceRevoked(AbiReader.topic(log, 1).address(), AbiReader.topic(log, 2).word());
    }
  }

  /// `EndpointChanged`
  record EndpointChanged(EvmAddress operator, int member, String endpoint)
      implements LicenseCommitteeEvents {
    /// The hash of `EndpointChanged(address,uint8,string)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("3c2f8b38c8bc4cba9f85da706bb665e6a45d3e71a7ac63f554c982181c37454d");

    /// Reads the event from a log that has this topic.
    public static EndpointChanged decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new EndpointChanged(
          AbiReader.topic(log, 1).address(), AbiReader.topic(log, 2).uintAsInt(8), in.string());
    }
  }

  /// `EpochActivated`
  record EpochActivated(long epoch, Hash256 gk, Bytes groupKey) implements LicenseCommitteeEvents {
    /// The hash of `EpochActivated(uint64,bytes32,bytes)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("01e2397b4d05238524620437e4b1a64b65b9613bb374cc0954af6729ad09c157");

    /// Reads the event from a log that has this topic.
    public static EpochActivated decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new EpochActivated(
          AbiReader.topic(log, 1).uintAsLong(64), AbiReader.topic(log, 2).word(), in.bytes());
    }
  }

  /// `Registered`
  record Registered(
      EvmAddress operator,
      int member,
      Hash256 identityKey,
      Bytes encryptionKey,
      Bytes proofOfPossession,
      String endpoint)
      implements LicenseCommitteeEvents {
    /// The hash of `Registered(address,uint8,bytes32,bytes,bytes,string)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("b551c91451a05050d09bc7e6f856bc100e5f686c65e7afad24c289445cf356fc");

    /// Reads the event from a log that has this topic.
    public static Registered decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new Registered(
          AbiReader.topic(log, 1).address(),
          AbiReader.topic(log, 2).uintAsInt(8),
          in.word(),
          in.bytes(),
          in.bytes(),
          in.string());
    }
  }
}
