// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiReader;

/// The events of a creator's channel. Generated; decodes only.
public sealed interface ChannelEvents {
  /// Reads a log; empty when it is no event of this contract.
  static Optional<ChannelEvents> decode(EvmLog log) {
    if (log.topics().isEmpty()) {
      return Optional.empty();
    }
    Hash256 topic = log.topics().getFirst();

    if (topic.equals(ApprovalForAll.TOPIC)) {
      return Optional.of(ApprovalForAll.decode(log));
    }
    if (topic.equals(AutoClaimSet.TOPIC)) {
      return Optional.of(AutoClaimSet.decode(log));
    }
    if (topic.equals(Claimed.TOPIC)) {
      return Optional.of(Claimed.decode(log));
    }
    if (topic.equals(ContentUpdated.TOPIC)) {
      return Optional.of(ContentUpdated.decode(log));
    }
    if (topic.equals(EditionCreated.TOPIC)) {
      return Optional.of(EditionCreated.decode(log));
    }
    if (topic.equals(ListingCancelled.TOPIC)) {
      return Optional.of(ListingCancelled.decode(log));
    }
    if (topic.equals(PriceChanged.TOPIC)) {
      return Optional.of(PriceChanged.decode(log));
    }
    if (topic.equals(ProceedsCredited.TOPIC)) {
      return Optional.of(ProceedsCredited.decode(log));
    }
    if (topic.equals(ProceedsPaid.TOPIC)) {
      return Optional.of(ProceedsPaid.decode(log));
    }
    if (topic.equals(Resold.TOPIC)) {
      return Optional.of(Resold.decode(log));
    }
    if (topic.equals(RoyaltyCredited.TOPIC)) {
      return Optional.of(RoyaltyCredited.decode(log));
    }
    if (topic.equals(RoyaltyPaid.TOPIC)) {
      return Optional.of(RoyaltyPaid.decode(log));
    }
    if (topic.equals(SalesPaused.TOPIC)) {
      return Optional.of(SalesPaused.decode(log));
    }
    if (topic.equals(Sold.TOPIC)) {
      return Optional.of(Sold.decode(log));
    }
    if (topic.equals(TransferBatch.TOPIC)) {
      return Optional.of(TransferBatch.decode(log));
    }
    if (topic.equals(TransferSingle.TOPIC)) {
      return Optional.of(TransferSingle.decode(log));
    }
    if (topic.equals(URI.TOPIC)) {
      return Optional.of(URI.decode(log));
    }
    return Optional.empty();
  }

  /// `ApprovalForAll`
  record ApprovalForAll(EvmAddress owner, EvmAddress operator, boolean approved)
      implements ChannelEvents {
    /// The hash of `ApprovalForAll(address,address,bool)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c31");

    /// Reads the event from a log that has this topic.
    public static ApprovalForAll decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new ApprovalForAll(
          AbiReader.topic(log, 1).address(), AbiReader.topic(log, 2).address(), in.bool());
    }
  }

  /// `AutoClaimSet`
  record AutoClaimSet(EvmAddress holder, boolean allowed) implements ChannelEvents {
    /// The hash of `AutoClaimSet(address,bool)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("4b6ced08f677a1ad8fb39b5839f2d09a3676a11641bdd563ff683b5e8edb2eaa");

    /// Reads the event from a log that has this topic.
    public static AutoClaimSet decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new AutoClaimSet(AbiReader.topic(log, 1).address(), in.bool());
    }
  }

  /// `Claimed`
  record Claimed(EditionId editionId, EvmAddress holder, BigInteger amount)
      implements ChannelEvents {
    /// The hash of `Claimed(uint256,address,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("4ec90e965519d92681267467f775ada5bd214aa92c0dc93d90a5e880ce9ed026");

    /// Reads the event from a log that has this topic.
    public static Claimed decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new Claimed(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          in.uint(256));
    }
  }

  /// `ContentUpdated`
  record ContentUpdated(EditionId editionId, String contentUri) implements ChannelEvents {
    /// The hash of `ContentUpdated(uint256,string)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("4071afae07e623612645169abd4d62a6bd5932a996b14deac10d9903faccea54");

    /// Reads the event from a log that has this topic.
    public static ContentUpdated decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new ContentUpdated(new EditionId(AbiReader.topic(log, 1).word()), in.string());
    }
  }

  /// `EditionCreated`
  record EditionCreated(
      EditionId editionId,
      Hash256 assetId,
      EvmAddress payToken,
      BigInteger price,
      long maxSupply,
      int royaltyBps,
      boolean transferable,
      boolean push,
      List<EvmAddress> holders,
      List<Long> shares,
      String contentUri)
      implements ChannelEvents {
    /// The hash of
    /// `EditionCreated(uint256,bytes32,address,uint128,uint64,uint16,bool,bool,address[],uint32[],string)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("5d4353564428351a1051e763e7f09237f71f9abdf7b5d2e1bddf5383540e065c");

    /// Copies the lists.
    public EditionCreated {
      holders = List.copyOf(holders);
      shares = List.copyOf(shares);
    }

    /// Reads the event from a log that has this topic.
    public static EditionCreated decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new EditionCreated(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).word(),
          in.address(),
          in.uint(128),
          in.uintAsLong(64),
          in.uintAsInt(16),
          in.bool(),
          in.bool(),
          in.list(each -> each.address()),
          in.list(each -> each.uintAsLong(32)),
          in.string());
    }
  }

  /// `ListingCancelled`
  record ListingCancelled(EvmAddress seller, BigInteger nonce) implements ChannelEvents {
    /// The hash of `ListingCancelled(address,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("93ec4766fcd2d9dfdceab8f2e13ba0d9d826645cf03167fdb92b3b7359b5248c");

    /// Reads the event from a log that has this topic.
    public static ListingCancelled decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new ListingCancelled(AbiReader.topic(log, 1).address(), in.uint(256));
    }
  }

  /// `PriceChanged`
  record PriceChanged(EditionId editionId, BigInteger price) implements ChannelEvents {
    /// The hash of `PriceChanged(uint256,uint128)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("71038307ef781e9554ccef56694077113b8eb8945cd40ba8e35f2206dbb8b2a4");

    /// Reads the event from a log that has this topic.
    public static PriceChanged decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new PriceChanged(new EditionId(AbiReader.topic(log, 1).word()), in.uint(128));
    }
  }

  /// `ProceedsCredited`
  record ProceedsCredited(EditionId editionId, EvmAddress seller, BigInteger amount)
      implements ChannelEvents {
    /// The hash of `ProceedsCredited(uint256,address,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("443958871ee754ca565b38fa79b14dc63c19d488780d06493038ed6772b07c59");

    /// Reads the event from a log that has this topic.
    public static ProceedsCredited decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new ProceedsCredited(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          in.uint(256));
    }
  }

  /// `ProceedsPaid`
  record ProceedsPaid(EditionId editionId, EvmAddress seller, BigInteger amount)
      implements ChannelEvents {
    /// The hash of `ProceedsPaid(uint256,address,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("ad81a46efa555fe8762c521884739c322c39654a1e9cd9af897fb0cf34f48b91");

    /// Reads the event from a log that has this topic.
    public static ProceedsPaid decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new ProceedsPaid(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          in.uint(256));
    }
  }

  /// `Resold`
  record Resold(
      EditionId editionId,
      EvmAddress seller,
      EvmAddress recipient,
      long quantity,
      BigInteger price,
      BigInteger royalty,
      BigInteger nonce)
      implements ChannelEvents {
    /// The hash of `Resold(uint256,address,address,uint64,uint256,uint256,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("88386b8ddfbdeb73be30b5694f5b9e9cb98a52653970f00ece90da079457db62");

    /// Reads the event from a log that has this topic.
    public static Resold decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 3);
      AbiReader in = AbiReader.of(log.data());
      return new Resold(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          AbiReader.topic(log, 3).address(),
          in.uintAsLong(64),
          in.uint(256),
          in.uint(256),
          in.uint(256));
    }
  }

  /// `RoyaltyCredited`
  record RoyaltyCredited(EditionId editionId, EvmAddress holder, BigInteger amount)
      implements ChannelEvents {
    /// The hash of `RoyaltyCredited(uint256,address,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("80b22f6b65d560f01eda280da54d021bd250e3cb4f9d9f5dd8e6b1375389259c");

    /// Reads the event from a log that has this topic.
    public static RoyaltyCredited decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new RoyaltyCredited(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          in.uint(256));
    }
  }

  /// `RoyaltyPaid`
  record RoyaltyPaid(EditionId editionId, EvmAddress holder, BigInteger amount)
      implements ChannelEvents {
    /// The hash of `RoyaltyPaid(uint256,address,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("f670029fc6f5302baba881b4ae845d1453acdf752b4c19ed81fe0fa6a686409b");

    /// Reads the event from a log that has this topic.
    public static RoyaltyPaid decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new RoyaltyPaid(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          in.uint(256));
    }
  }

  /// `SalesPaused`
  record SalesPaused(EditionId editionId, boolean paused) implements ChannelEvents {
    /// The hash of `SalesPaused(uint256,bool)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("3e460352c037a176508fc3367dab8b99f54db95516e04185493e15ad06748c77");

    /// Reads the event from a log that has this topic.
    public static SalesPaused decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new SalesPaused(new EditionId(AbiReader.topic(log, 1).word()), in.bool());
    }
  }

  /// `Sold`
  record Sold(
      EditionId editionId, EvmAddress buyer, EvmAddress recipient, long quantity, BigInteger paid)
      implements ChannelEvents {
    /// The hash of `Sold(uint256,address,address,uint64,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("fc37875e25bb27f8a3158faf41c764d20956a9aeecca3ae6dab250a6efce03cb");

    /// Reads the event from a log that has this topic.
    public static Sold decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 3);
      AbiReader in = AbiReader.of(log.data());
      return new Sold(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          AbiReader.topic(log, 3).address(),
          in.uintAsLong(64),
          in.uint(256));
    }
  }

  /// `TransferBatch`
  record TransferBatch(
      EvmAddress operator,
      EvmAddress from,
      EvmAddress to,
      List<BigInteger> ids,
      List<BigInteger> amounts)
      implements ChannelEvents {
    /// The hash of `TransferBatch(address,address,address,uint256[],uint256[])`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("4a39dc06d4c0dbc64b70af90fd698a233a518aa5d07e595d983b8c0526c8f7fb");

    /// Copies the lists.
    public TransferBatch {
      ids = List.copyOf(ids);
      amounts = List.copyOf(amounts);
    }

    /// Reads the event from a log that has this topic.
    public static TransferBatch decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 3);
      AbiReader in = AbiReader.of(log.data());
      return new TransferBatch(
          AbiReader.topic(log, 1).address(),
          AbiReader.topic(log, 2).address(),
          AbiReader.topic(log, 3).address(),
          in.list(each -> each.uint(256)),
          in.list(each -> each.uint(256)));
    }
  }

  /// `TransferSingle`
  record TransferSingle(
      EvmAddress operator, EvmAddress from, EvmAddress to, BigInteger id, BigInteger amount)
      implements ChannelEvents {
    /// The hash of `TransferSingle(address,address,address,uint256,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("c3d58168c5ae7397731d063d5bbf3d657854427343f4c083240f7aacaa2d0f62");

    /// Reads the event from a log that has this topic.
    public static TransferSingle decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 3);
      AbiReader in = AbiReader.of(log.data());
      return new TransferSingle(
          AbiReader.topic(log, 1).address(),
          AbiReader.topic(log, 2).address(),
          AbiReader.topic(log, 3).address(),
          in.uint(256),
          in.uint(256));
    }
  }

  /// `URI`
  record URI(String value, BigInteger id) implements ChannelEvents {
    /// The hash of `URI(string,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("6bb7ff708619ba0610cba295a58592e0451dee2622938c8755667688daf3529b");

    /// Reads the event from a log that has this topic.
    public static URI decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new URI(in.string(), AbiReader.topic(log, 1).uint(256));
    }
  }
}
