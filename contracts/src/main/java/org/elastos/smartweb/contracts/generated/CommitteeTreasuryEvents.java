// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.math.BigInteger;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiReader;

/// The events of a committee's treasury. Generated; decodes only.
public sealed interface CommitteeTreasuryEvents {
  /// Reads a log; empty when it is no event of this contract.
  static Optional<CommitteeTreasuryEvents> decode(EvmLog log) {
    if (log.topics().isEmpty()) {
      return Optional.empty();
    }
    Hash256 topic = log.topics().getFirst();

    if (topic.equals(Accused.TOPIC)) {
      return Optional.of(Accused.decode(log));
    }
    if (topic.equals(BondDeposited.TOPIC)) {
      return Optional.of(BondDeposited.decode(log));
    }
    if (topic.equals(BondWithdrawn.TOPIC)) {
      return Optional.of(BondWithdrawn.decode(log));
    }
    if (topic.equals(Burnt.TOPIC)) {
      return Optional.of(Burnt.decode(log));
    }
    if (topic.equals(Convicted.TOPIC)) {
      return Optional.of(Convicted.decode(log));
    }
    if (topic.equals(Drawn.TOPIC)) {
      return Optional.of(Drawn.decode(log));
    }
    if (topic.equals(ExitRequested.TOPIC)) {
      return Optional.of(ExitRequested.decode(log));
    }
    if (topic.equals(Settled.TOPIC)) {
      return Optional.of(Settled.decode(log));
    }
    return Optional.empty();
  }

  /// `Accused`
  record Accused(
      Hash256 id, EvmAddress accused, long epoch, Hash256 code, EvmAddress accuser, Bytes evidence)
      implements CommitteeTreasuryEvents {
    /// The hash of `Accused(bytes32,address,uint64,bytes32,address,bytes)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("938249c281b43b77c792d67363ca96959260c283c562567f1ab14e11ffef8972");

    /// Reads the event from a log that has this topic.
    public static Accused decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 3);
      AbiReader in = AbiReader.of(log.data());
      return new Accused(
          AbiReader.topic(log, 1).word(),
          AbiReader.topic(log, 2).address(),
          AbiReader.topic(log, 3).uintAsLong(64),
          in.word(),
          in.address(),
          in.bytes());
    }
  }

  /// `BondDeposited`
  record BondDeposited(EvmAddress operator, BigInteger amount) implements CommitteeTreasuryEvents {
    /// The hash of `BondDeposited(address,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("8ed8c6869618197b68315ade66e75ed3906c97b111fa3ab81e5760046825c7db");

    /// Reads the event from a log that has this topic.
    public static BondDeposited decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new BondDeposited(AbiReader.topic(log, 1).address(), in.uint(256));
    }
  }

  /// `BondWithdrawn`
  record BondWithdrawn(EvmAddress operator, BigInteger amount) implements CommitteeTreasuryEvents {
    /// The hash of `BondWithdrawn(address,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("0d41118e36df44efb77a471fc49fb9c0be0406d802ef95520e9fbf606e65b455");

    /// Reads the event from a log that has this topic.
    public static BondWithdrawn decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new BondWithdrawn(AbiReader.topic(log, 1).address(), in.uint(256));
    }
  }

  /// `Burnt`
  record Burnt(long epoch, EvmAddress token, EvmAddress operator, BigInteger amount)
      implements CommitteeTreasuryEvents {
    /// The hash of `Burnt(uint64,address,address,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("5d451e1520052e1fba4314c22c5c2b66948c0f434a63857f7c97c8fabf7c0540");

    /// Reads the event from a log that has this topic.
    public static Burnt decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 3);
      AbiReader in = AbiReader.of(log.data());
      return new Burnt(
          AbiReader.topic(log, 1).uintAsLong(64),
          AbiReader.topic(log, 2).address(),
          AbiReader.topic(log, 3).address(),
          in.uint(256));
    }
  }

  /// `Convicted`
  record Convicted(Hash256 id, EvmAddress accused, BigInteger bondBurnt)
      implements CommitteeTreasuryEvents {
    /// The hash of `Convicted(bytes32,address,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("306234e2b9f3093b74ca0028e326841ab80d214d7310fd1e92f467858a149add");

    /// Reads the event from a log that has this topic.
    public static Convicted decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new Convicted(
          AbiReader.topic(log, 1).word(), AbiReader.topic(log, 2).address(), in.uint(256));
    }
  }

  /// `Drawn`
  record Drawn(long epoch, EvmAddress token, EvmAddress operator, BigInteger amount)
      implements CommitteeTreasuryEvents {
    /// The hash of `Drawn(uint64,address,address,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("398f1df1229dda2b7817865750dc5cb06c83fd5c60c064ad8ac009017955c947");

    /// Reads the event from a log that has this topic.
    public static Drawn decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 3);
      AbiReader in = AbiReader.of(log.data());
      return new Drawn(
          AbiReader.topic(log, 1).uintAsLong(64),
          AbiReader.topic(log, 2).address(),
          AbiReader.topic(log, 3).address(),
          in.uint(256));
    }
  }

  /// `ExitRequested`
  record ExitRequested(EvmAddress operator, long releasedAt) implements CommitteeTreasuryEvents {
    /// The hash of `ExitRequested(address,uint64)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("12af565fbdd53c6be7b24b4d08750ab523585c012527663059a728d6bf640d51");

    /// Reads the event from a log that has this topic.
    public static ExitRequested decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new ExitRequested(AbiReader.topic(log, 1).address(), in.uintAsLong(64));
    }
  }

  /// `Settled`
  record Settled(long epoch, EvmAddress token, BigInteger perMember)
      implements CommitteeTreasuryEvents {
    /// The hash of `Settled(uint64,address,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("a9cc8a7b676827c8a4c212e77c2ce0049a5e7f95e013671b4b3933fe1ef6011d");

    /// Reads the event from a log that has this topic.
    public static Settled decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new Settled(
          AbiReader.topic(log, 1).uintAsLong(64), AbiReader.topic(log, 2).address(), in.uint(256));
    }
  }
}
