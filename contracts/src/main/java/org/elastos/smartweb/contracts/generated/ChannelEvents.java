// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiReader;

/// The events of a creator's channel, whichever of its codes answers them. Generated; decodes only.
public sealed interface ChannelEvents {
  /// Reads a log; empty when it is no event of this contract.
  static Optional<ChannelEvents> decode(EvmLog log) {
    if (log.topics().isEmpty()) {
      return Optional.empty();
    }
    Hash256 topic = log.topics().getFirst();

    if (topic.equals(AllowListSet.TOPIC)) {
      return Optional.of(AllowListSet.decode(log));
    }
    if (topic.equals(ApprovalForAll.TOPIC)) {
      return Optional.of(ApprovalForAll.decode(log));
    }
    if (topic.equals(AutoClaimSet.TOPIC)) {
      return Optional.of(AutoClaimSet.decode(log));
    }
    if (topic.equals(BundleJoined.TOPIC)) {
      return Optional.of(BundleJoined.decode(log));
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
    if (topic.equals(EntryMaterialised.TOPIC)) {
      return Optional.of(EntryMaterialised.decode(log));
    }
    if (topic.equals(EpochRaised.TOPIC)) {
      return Optional.of(EpochRaised.decode(log));
    }
    if (topic.equals(Extended.TOPIC)) {
      return Optional.of(Extended.decode(log));
    }
    if (topic.equals(FeePaid.TOPIC)) {
      return Optional.of(FeePaid.decode(log));
    }
    if (topic.equals(GiftBought.TOPIC)) {
      return Optional.of(GiftBought.decode(log));
    }
    if (topic.equals(GiftReclaimed.TOPIC)) {
      return Optional.of(GiftReclaimed.decode(log));
    }
    if (topic.equals(GiftRedeemed.TOPIC)) {
      return Optional.of(GiftRedeemed.decode(log));
    }
    if (topic.equals(GivenBack.TOPIC)) {
      return Optional.of(GivenBack.decode(log));
    }
    if (topic.equals(Held.TOPIC)) {
      return Optional.of(Held.decode(log));
    }
    if (topic.equals(Leased.TOPIC)) {
      return Optional.of(Leased.decode(log));
    }
    if (topic.equals(Lent.TOPIC)) {
      return Optional.of(Lent.decode(log));
    }
    if (topic.equals(ListingCancelled.TOPIC)) {
      return Optional.of(ListingCancelled.decode(log));
    }
    if (topic.equals(MetadataUpdate.TOPIC)) {
      return Optional.of(MetadataUpdate.decode(log));
    }
    if (topic.equals(OfferAccepted.TOPIC)) {
      return Optional.of(OfferAccepted.decode(log));
    }
    if (topic.equals(OrderUsed.TOPIC)) {
      return Optional.of(OrderUsed.decode(log));
    }
    if (topic.equals(OwnershipOffered.TOPIC)) {
      return Optional.of(OwnershipOffered.decode(log));
    }
    if (topic.equals(OwnershipTransferred.TOPIC)) {
      return Optional.of(OwnershipTransferred.decode(log));
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
    if (topic.equals(RefundCredited.TOPIC)) {
      return Optional.of(RefundCredited.decode(log));
    }
    if (topic.equals(Refunded.TOPIC)) {
      return Optional.of(Refunded.decode(log));
    }
    if (topic.equals(Released.TOPIC)) {
      return Optional.of(Released.decode(log));
    }
    if (topic.equals(RenewalSet.TOPIC)) {
      return Optional.of(RenewalSet.decode(log));
    }
    if (topic.equals(RentalPlanSet.TOPIC)) {
      return Optional.of(RentalPlanSet.decode(log));
    }
    if (topic.equals(Resold.TOPIC)) {
      return Optional.of(Resold.decode(log));
    }
    if (topic.equals(RoyaltiesPushed.TOPIC)) {
      return Optional.of(RoyaltiesPushed.decode(log));
    }
    if (topic.equals(RoyaltyAdded.TOPIC)) {
      return Optional.of(RoyaltyAdded.decode(log));
    }
    if (topic.equals(RoyaltyCredited.TOPIC)) {
      return Optional.of(RoyaltyCredited.decode(log));
    }
    if (topic.equals(SalesPaused.TOPIC)) {
      return Optional.of(SalesPaused.decode(log));
    }
    if (topic.equals(ShareOperatorSet.TOPIC)) {
      return Optional.of(ShareOperatorSet.decode(log));
    }
    if (topic.equals(SharesTransferred.TOPIC)) {
      return Optional.of(SharesTransferred.decode(log));
    }
    if (topic.equals(Sold.TOPIC)) {
      return Optional.of(Sold.decode(log));
    }
    if (topic.equals(SubscriptionPlanSet.TOPIC)) {
      return Optional.of(SubscriptionPlanSet.decode(log));
    }
    if (topic.equals(TokenGateSet.TOPIC)) {
      return Optional.of(TokenGateSet.decode(log));
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
    if (topic.equals(VoucherUsed.TOPIC)) {
      return Optional.of(VoucherUsed.decode(log));
    }
    return Optional.empty();
  }

  /// `AllowListSet`
  record AllowListSet(EditionId editionId, Hash256 root) implements ChannelEvents {
    /// The hash of `AllowListSet(uint256,bytes32)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("d35b768ce104bbd1fdf22fe85a8c52545b9a78a98bb38248a05f9b6348eea2b3");

    /// Reads the event from a log that has this topic.
    public static AllowListSet decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new AllowListSet(new EditionId(AbiReader.topic(log, 1).word()), in.word());
    }
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

  /// `BundleJoined`
  record BundleJoined(EditionId editionId, EvmAddress bundleChannel, BigInteger bundleEditionId)
      implements ChannelEvents {
    /// The hash of `BundleJoined(uint256,address,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("87348bc3037f31f4e44569e9cd7a148a6879bc9456f235cbf00a03b4713bbdf2");

    /// Reads the event from a log that has this topic.
    public static BundleJoined decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 3);

      return new BundleJoined(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          AbiReader.topic(log, 3).uint(256));
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
      int transferPolicy,
      boolean push,
      long refundWindow,
      int features,
      Bytes deed,
      String contentUri)
      implements ChannelEvents {
    /// The hash of
    /// `EditionCreated(uint256,bytes32,address,uint128,uint64,uint16,uint8,bool,uint32,uint16,bytes,string)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("8df4c2627ee407354c04c1b5ebc2248cf1fc933367abf119c4ddf0ee70bb5eed");

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
          in.uintAsInt(8),
          in.bool(),
          in.uintAsLong(32),
          in.uintAsInt(16),
          in.bytes(),
          in.string());
    }
  }

  /// `EntryMaterialised`
  record EntryMaterialised(EditionId editionId, EvmAddress holder, BigInteger index, long shares)
      implements ChannelEvents {
    /// The hash of `EntryMaterialised(uint256,address,uint256,uint32)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("c5dbc0ab53cecd3d40360b7e87b3d282644877ca3b375f17e092d958b62f62e6");

    /// Reads the event from a log that has this topic.
    public static EntryMaterialised decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new EntryMaterialised(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          in.uint(256),
          in.uintAsLong(32));
    }
  }

  /// `EpochRaised`
  record EpochRaised(EvmAddress account, long epoch) implements ChannelEvents {
    /// The hash of `EpochRaised(address,uint64)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("a8850ede4381ef2c76ea6288827ded1efe2590395b031f8cd9c62f8f33f8813e");

    /// Reads the event from a log that has this topic.
    public static EpochRaised decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new EpochRaised(AbiReader.topic(log, 1).address(), in.uintAsLong(64));
    }
  }

  /// `Extended`
  record Extended(
      EditionId editionId,
      EvmAddress payer,
      EvmAddress holder,
      int reason,
      long periods,
      BigInteger paid,
      long until)
      implements ChannelEvents {
    /// The hash of `Extended(uint256,address,address,uint8,uint64,uint256,uint64)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("8d57d859245531dfda5f9f07dcee5b07eab8b431edfa70799744ead770cd6e33");

    /// Reads the event from a log that has this topic.
    public static Extended decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 3);
      AbiReader in = AbiReader.of(log.data());
      return new Extended(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          AbiReader.topic(log, 3).address(),
          in.uintAsInt(8),
          in.uintAsLong(64),
          in.uint(256),
          in.uintAsLong(64));
    }
  }

  /// `FeePaid`
  record FeePaid(EditionId editionId, EvmAddress to, BigInteger amount, boolean relayer)
      implements ChannelEvents {
    /// The hash of `FeePaid(uint256,address,uint256,bool)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("7eb4f68752eda78df9f34d99372fd93859f1c99c45af977304219f8a9dbf82a7");

    /// Reads the event from a log that has this topic.
    public static FeePaid decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new FeePaid(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          in.uint(256),
          in.bool());
    }
  }

  /// `GiftBought`
  record GiftBought(
      EditionId editionId, EvmAddress giver, EvmAddress voucherKey, long quantity, long reclaimFrom)
      implements ChannelEvents {
    /// The hash of `GiftBought(uint256,address,address,uint64,uint64)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("c779b323903259c663fd19033c7aac7efc69e056f9d1c0e53548fc27b1446fcf");

    /// Reads the event from a log that has this topic.
    public static GiftBought decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 3);
      AbiReader in = AbiReader.of(log.data());
      return new GiftBought(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          AbiReader.topic(log, 3).address(),
          in.uintAsLong(64),
          in.uintAsLong(64));
    }
  }

  /// `GiftReclaimed`
  record GiftReclaimed(EditionId editionId, EvmAddress voucherKey, EvmAddress giver)
      implements ChannelEvents {
    /// The hash of `GiftReclaimed(uint256,address,address)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("6ec8f3f9e6a91ca7d02e97cc926c918a573dc639bdef1b3d0a10160db6f6ef6c");

    /// Reads the event from a log that has this topic.
    public static GiftReclaimed decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 3);

      return new GiftReclaimed(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          AbiReader.topic(log, 3).address());
    }
  }

  /// `GiftRedeemed`
  record GiftRedeemed(EditionId editionId, EvmAddress voucherKey, EvmAddress recipient)
      implements ChannelEvents {
    /// The hash of `GiftRedeemed(uint256,address,address)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("1348b766003972eb1e48f92f361d65c8e6c191c50cfd52231706f31f3a90842d");

    /// Reads the event from a log that has this topic.
    public static GiftRedeemed decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 3);

      return new GiftRedeemed(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          AbiReader.topic(log, 3).address());
    }
  }

  /// `GivenBack`
  record GivenBack(EditionId editionId, EvmAddress lender, EvmAddress borrower)
      implements ChannelEvents {
    /// The hash of `GivenBack(uint256,address,address)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("e94d77494200e97b05b76b728e42c8df9308b02e54a0d8393c3496de69b8fdc1");

    /// Reads the event from a log that has this topic.
    public static GivenBack decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 3);

      return new GivenBack(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          AbiReader.topic(log, 3).address());
    }
  }

  /// `Held`
  record Held(
      EditionId editionId,
      EvmAddress recipient,
      EvmAddress payer,
      long quantity,
      BigInteger paid,
      long until)
      implements ChannelEvents {
    /// The hash of `Held(uint256,address,address,uint64,uint256,uint64)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("3ee90bfa737a20df2cd9922ed07e302639a616083b4b5df6ea892296d66e36e4");

    /// Reads the event from a log that has this topic.
    public static Held decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 3);
      AbiReader in = AbiReader.of(log.data());
      return new Held(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          AbiReader.topic(log, 3).address(),
          in.uintAsLong(64),
          in.uint(256),
          in.uintAsLong(64));
    }
  }

  /// `Leased`
  record Leased(EditionId editionId, EvmAddress holder, long until) implements ChannelEvents {
    /// The hash of `Leased(uint256,address,uint64)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("cfa85ce2970776752e9e654b1e10895c6cb8a89127b86e0e0018bf694d25d49f");

    /// Reads the event from a log that has this topic.
    public static Leased decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new Leased(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          in.uintAsLong(64));
    }
  }

  /// `Lent`
  record Lent(EditionId editionId, EvmAddress lender, EvmAddress borrower, long until)
      implements ChannelEvents {
    /// The hash of `Lent(uint256,address,address,uint64)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("5ec5abbe6a2a3dfd3556ac8c828a269c028208fe9123dd06c4f6c3e16ec113ac");

    /// Reads the event from a log that has this topic.
    public static Lent decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 3);
      AbiReader in = AbiReader.of(log.data());
      return new Lent(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          AbiReader.topic(log, 3).address(),
          in.uintAsLong(64));
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

  /// `MetadataUpdate`
  record MetadataUpdate(BigInteger tokenId) implements ChannelEvents {
    /// The hash of `MetadataUpdate(uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("f8e1a15aba9398e019f0b49df1a4fde98ee17ae345cb5f6b5e2c27f5033e8ce7");

    /// Reads the event from a log that has this topic.
    public static MetadataUpdate decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 0);
      AbiReader in = AbiReader.of(log.data());
      return new MetadataUpdate(in.uint(256));
    }
  }

  /// `OfferAccepted`
  record OfferAccepted(EvmAddress buyer, BigInteger nonce) implements ChannelEvents {
    /// The hash of `OfferAccepted(address,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("18f9d2c9031a53ca9e501ddaadc6e66758b39bbf424cf4e22c62b6003fbd240c");

    /// Reads the event from a log that has this topic.
    public static OfferAccepted decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new OfferAccepted(AbiReader.topic(log, 1).address(), in.uint(256));
    }
  }

  /// `OrderUsed`
  record OrderUsed(EvmAddress payer, Hash256 order) implements ChannelEvents {
    /// The hash of `OrderUsed(address,bytes32)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("ee7987304a29aac0399f8cbbf12dfc740eeead9695ebd799984c817a8f32c328");

    /// Reads the event from a log that has this topic.
    public static OrderUsed decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);

      return new OrderUsed(AbiReader.topic(log, 1).address(), AbiReader.topic(log, 2).word());
    }
  }

  /// `OwnershipOffered`
  record OwnershipOffered(EvmAddress owner, EvmAddress newOwner) implements ChannelEvents {
    /// The hash of `OwnershipOffered(address,address)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("278a93ce3591db94ed65bf1107826228ec69e444fbe2006b25e1ba8f18955b7f");

    /// Reads the event from a log that has this topic.
    public static OwnershipOffered decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);

      return new OwnershipOffered(
          AbiReader.topic(log, 1).address(), AbiReader.topic(log, 2).address());
    }
  }

  /// `OwnershipTransferred`
  record OwnershipTransferred(EvmAddress previousOwner, EvmAddress newOwner)
      implements ChannelEvents {
    /// The hash of `OwnershipTransferred(address,address)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0");

    /// Reads the event from a log that has this topic.
    public static OwnershipTransferred decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);

      return new OwnershipTransferred(
          AbiReader.topic(log, 1).address(), AbiReader.topic(log, 2).address());
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

  /// `RefundCredited`
  record RefundCredited(EditionId editionId, EvmAddress payer, BigInteger amount)
      implements ChannelEvents {
    /// The hash of `RefundCredited(uint256,address,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("e1872a97721553a4eba79b8a15644854ed8617ac50609d0893e90f8197a7213d");

    /// Reads the event from a log that has this topic.
    public static RefundCredited decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new RefundCredited(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          in.uint(256));
    }
  }

  /// `Refunded`
  record Refunded(EditionId editionId, EvmAddress recipient, EvmAddress payer, BigInteger paid)
      implements ChannelEvents {
    /// The hash of `Refunded(uint256,address,address,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("1c26abe6289671e3a9d493647349673af828abb9dbadff1e81762387f7cd99a3");

    /// Reads the event from a log that has this topic.
    public static Refunded decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 3);
      AbiReader in = AbiReader.of(log.data());
      return new Refunded(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          AbiReader.topic(log, 3).address(),
          in.uint(256));
    }
  }

  /// `Released`
  record Released(EditionId editionId, EvmAddress recipient, BigInteger paid)
      implements ChannelEvents {
    /// The hash of `Released(uint256,address,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("3bfce8de0db7450cc169b94323c210e69a36c6a4a58c9f5d96bec4973adce392");

    /// Reads the event from a log that has this topic.
    public static Released decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new Released(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          in.uint(256));
    }
  }

  /// `RenewalSet`
  record RenewalSet(EditionId editionId, EvmAddress holder, BigInteger maxPrice, long until)
      implements ChannelEvents {
    /// The hash of `RenewalSet(uint256,address,uint128,uint64)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("dfda2d2b8df96f040cacf9b0d42966772b097ece6f157621f092fc5fe09b88f9");

    /// Reads the event from a log that has this topic.
    public static RenewalSet decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new RenewalSet(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          in.uint(128),
          in.uintAsLong(64));
    }
  }

  /// `RentalPlanSet`
  record RentalPlanSet(EditionId editionId, BigInteger price, long period)
      implements ChannelEvents {
    /// The hash of `RentalPlanSet(uint256,uint128,uint32)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("2a5f5ee842021e5237a815a2188c4610e390645ee3518b39924893db9496f5e5");

    /// Reads the event from a log that has this topic.
    public static RentalPlanSet decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new RentalPlanSet(
          new EditionId(AbiReader.topic(log, 1).word()), in.uint(128), in.uintAsLong(32));
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

  /// `RoyaltiesPushed`
  record RoyaltiesPushed(EditionId editionId, BigInteger amount, BigInteger credit, long entries)
      implements ChannelEvents {
    /// The hash of `RoyaltiesPushed(uint256,uint256,uint256,uint32)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("f669564c2112b3d7226f248eba2c622831904e564321b48a48a5b33ac04cbab2");

    /// Reads the event from a log that has this topic.
    public static RoyaltiesPushed decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new RoyaltiesPushed(
          new EditionId(AbiReader.topic(log, 1).word()),
          in.uint(256),
          in.uint(256),
          in.uintAsLong(32));
    }
  }

  /// `RoyaltyAdded`
  record RoyaltyAdded(EditionId editionId, EvmAddress from, BigInteger amount)
      implements ChannelEvents {
    /// The hash of `RoyaltyAdded(uint256,address,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("1518a753ce2ba621ee225961119ac7c1dc5ed445928dc2a37e81108a24fccdf1");

    /// Reads the event from a log that has this topic.
    public static RoyaltyAdded decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new RoyaltyAdded(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
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

  /// `ShareOperatorSet`
  record ShareOperatorSet(EvmAddress holder, EvmAddress operator, boolean allowed)
      implements ChannelEvents {
    /// The hash of `ShareOperatorSet(address,address,bool)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("ad608d314c44f73efaf5b124420303a80b9093e71254e06b0f51c1f3caef7225");

    /// Reads the event from a log that has this topic.
    public static ShareOperatorSet decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new ShareOperatorSet(
          AbiReader.topic(log, 1).address(), AbiReader.topic(log, 2).address(), in.bool());
    }
  }

  /// `SharesTransferred`
  record SharesTransferred(EditionId editionId, EvmAddress from, EvmAddress to, long shares)
      implements ChannelEvents {
    /// The hash of `SharesTransferred(uint256,address,address,uint32)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("03359ac91fece95538eb9d0bc9ec4c4da5c2d176f32d2d9254a9b30986848f9e");

    /// Reads the event from a log that has this topic.
    public static SharesTransferred decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 3);
      AbiReader in = AbiReader.of(log.data());
      return new SharesTransferred(
          new EditionId(AbiReader.topic(log, 1).word()),
          AbiReader.topic(log, 2).address(),
          AbiReader.topic(log, 3).address(),
          in.uintAsLong(32));
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

  /// `SubscriptionPlanSet`
  record SubscriptionPlanSet(EditionId editionId, BigInteger price, long period)
      implements ChannelEvents {
    /// The hash of `SubscriptionPlanSet(uint256,uint128,uint32)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("f8b7a1f56adef8c35a9135cb798c9646f15ed275b8d1f9a7f5fe5761279bce85");

    /// Reads the event from a log that has this topic.
    public static SubscriptionPlanSet decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new SubscriptionPlanSet(
          new EditionId(AbiReader.topic(log, 1).word()), in.uint(128), in.uintAsLong(32));
    }
  }

  /// `TokenGateSet`
  record TokenGateSet(EditionId editionId, EvmAddress token, BigInteger tokenId, BigInteger minimum)
      implements ChannelEvents {
    /// The hash of `TokenGateSet(uint256,address,uint256,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("fd11da529825efcf0407389d65d3b4c221d0a6f80be0c45868fee6b918b86784");

    /// Reads the event from a log that has this topic.
    public static TokenGateSet decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 1);
      AbiReader in = AbiReader.of(log.data());
      return new TokenGateSet(
          new EditionId(AbiReader.topic(log, 1).word()), in.address(), in.uint(256), in.uint(256));
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

  /// `VoucherUsed`
  record VoucherUsed(EditionId editionId, BigInteger nonce, EvmAddress buyer, long quantity)
      implements ChannelEvents {
    /// The hash of `VoucherUsed(uint256,uint256,address,uint64)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("85bb12c6900a2c6c11886dc0a43be4fba5a7c1a2f0012102bdfcfbba9f8240ea");

    /// Reads the event from a log that has this topic.
    public static VoucherUsed decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new VoucherUsed(
          new EditionId(AbiReader.topic(log, 1).word()),
          in.uint(256),
          AbiReader.topic(log, 2).address(),
          in.uintAsLong(64));
    }
  }
}
