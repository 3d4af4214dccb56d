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

    if (topic.equals(ApprovalWithdrawn.TOPIC)) {
      return Optional.of(ApprovalWithdrawn.decode(log));
    }
    if (topic.equals(AuditAnchored.TOPIC)) {
      return Optional.of(AuditAnchored.decode(log));
    }
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
    if (topic.equals(HandoverApproved.TOPIC)) {
      return Optional.of(HandoverApproved.decode(log));
    }
    if (topic.equals(HandoverProposed.TOPIC)) {
      return Optional.of(HandoverProposed.decode(log));
    }
    if (topic.equals(HandoverReady.TOPIC)) {
      return Optional.of(HandoverReady.decode(log));
    }
    if (topic.equals(Registered.TOPIC)) {
      return Optional.of(Registered.decode(log));
    }
    return Optional.empty();
  }

  /// `ApprovalWithdrawn`
  record ApprovalWithdrawn(Hash256 id, EvmAddress operator, int approvals)
      implements LicenseCommitteeEvents {
    /// The hash of `ApprovalWithdrawn(bytes32,address,uint8)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("6a6e6c7fe1f3a0be9a2b9da23501916fffb7f5f1df0c844c65c55d29777e62e0");

    /// Reads the event from a log that has this topic.
    public static ApprovalWithdrawn decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new ApprovalWithdrawn(
          AbiReader.topic(log, 1).word(), AbiReader.topic(log, 2).address(), in.uintAsInt(8));
    }
  }

  /// `AuditAnchored`
  record AuditAnchored(
      EvmAddress operator, long anchor, long first, long last, Hash256 head, Hash256 root)
      implements LicenseCommitteeEvents {
    /// The hash of `AuditAnchored(address,uint64,uint64,uint64,bytes32,bytes32)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("551ef8325ae57d7014a444f170b16c57d4741d86910e0b643913aef705a1f8fd");

    /// Reads the event from a log that has this topic.
    public static AuditAnchored decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new AuditAnchored(
          AbiReader.topic(log, 1).address(),
          AbiReader.topic(log, 2).uintAsLong(64),
          in.uintAsLong(64),
          in.uintAsLong(64),
          in.word(),
          in.word());
    }
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
  record CeremonyStarted(long epoch, int kind, long from, long set, long startBlock)
      implements LicenseCommitteeEvents {
    /// The hash of `CeremonyStarted(uint64,uint8,uint64,uint64,uint64)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("8a51d3182a8314b66a6c4e181ad6e79dcdcb9e53e3e3db410538e44705c98a38");

    /// Reads the event from a log that has this topic.
    public static CeremonyStarted decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new CeremonyStarted(
          AbiReader.topic(log, 1).uintAsLong(64),
          in.uintAsInt(8),
          in.uintAsLong(64),
          in.uintAsLong(64),
          in.uintAsLong(64));
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
  record EndpointChanged(EvmAddress operator, Hash256 tlsKey, String endpoint)
      implements LicenseCommitteeEvents {
    /// The hash of `EndpointChanged(address,bytes32,string)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("1c29ea568618c9a43fc3760134ac8f9d6aa5b21bf39b8a8c8e6ad379eb105d97");

    /// Reads the event from a log that has this topic.
    public static EndpointChanged decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new EndpointChanged(AbiReader.topic(log, 1).address(), in.word(), in.string());
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

  /// `HandoverApproved`
  record HandoverApproved(Hash256 id, EvmAddress operator, int approvals)
      implements LicenseCommitteeEvents {
    /// The hash of `HandoverApproved(bytes32,address,uint8)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("8580b4db16b55189a97eb6506f22dc3a5098a8d10eac6a28b2d377571d862a15");

    /// Reads the event from a log that has this topic.
    public static HandoverApproved decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new HandoverApproved(
          AbiReader.topic(log, 1).word(), AbiReader.topic(log, 2).address(), in.uintAsInt(8));
    }
  }

  /// `HandoverProposed`
  record HandoverProposed(Hash256 id, Handover handover) implements LicenseCommitteeEvents {
    /// The hash of `HandoverProposed(bytes32,(uint64,address[],uint8,uint64,bytes32))`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("b80f668989a4c5abacc534cd78d2e530aeac4f9d60bd3e63ccc483ba0b1977a9");

    /// Reads the event from a log that has this topic.
    public static HandoverProposed decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new HandoverProposed(AbiReader.topic(log, 1).word(), Handover.readFrom(in.dynamic()));
    }
  }

  /// `HandoverReady`
  record HandoverReady(Hash256 id, long readyAt) implements LicenseCommitteeEvents {
    /// The hash of `HandoverReady(bytes32,uint64)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("013aab6df5df89c9c007b12c45f3b1114398121d1dba0bd410cd2c20fd178700");

    /// Reads the event from a log that has this topic.
    public static HandoverReady decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new HandoverReady(AbiReader.topic(log, 1).word(), in.uintAsLong(64));
    }
  }

  /// `Registered`
  record Registered(
      EvmAddress operator, Hash256 identityKey, Bytes encryptionKey, Bytes proofOfPossession)
      implements LicenseCommitteeEvents {
    /// The hash of `Registered(address,bytes32,bytes,bytes)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("477347ceb83783293de66a5ca05d5ce8ef2d0110642f274df1f2ada9325e43b1");

    /// Reads the event from a log that has this topic.
    public static Registered decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new Registered(AbiReader.topic(log, 1).address(), in.word(), in.bytes(), in.bytes());
    }
  }
}
