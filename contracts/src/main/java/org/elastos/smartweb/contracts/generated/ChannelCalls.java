// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.math.BigInteger;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;
import org.elastos.smartweb.contracts.abi.ContractCall;
import org.elastos.smartweb.contracts.abi.ContractCreation;
import org.elastos.smartweb.contracts.abi.ContractQuery;

/// The calls of a creator's channel, whichever of its codes answers them. Generated; encodes and
/// decodes only.
public final class ChannelCalls {
  private ChannelCalls() {}

  /// Creates the contract.
  public record Deploy(EvmAddress trade, EvmAddress office, EvmAddress gasless, EvmAddress views)
      implements ContractCreation {

    @Override
    public Bytes initCode() {
      AbiWriter out = new AbiWriter();
      out.address(trade);
      out.address(office);
      out.address(gasless);
      out.address(views);
      return out.creation(ChannelCalls.class, "Channel");
    }
  }

  /// Calls `accept`.
  public record Accept(EditionId editionId, Bytes deed) implements ContractCall {
    /// The first four bytes of the hash of `accept(uint256,bytes)`.
    public static final String SELECTOR = "fdc5c91d";

    /// Reads call data back.
    public static Accept decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Accept(new EditionId(in.word()), in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.bytes(deed);
      return out.call(SELECTOR);
    }
  }

  /// Reads `acceptDigest`.
  public record AcceptDigest(EditionId editionId, EvmAddress recipient, long deadline)
      implements ContractQuery<Hash256> {
    /// The first four bytes of the hash of `acceptDigest(uint256,address,uint64)`.
    public static final String SELECTOR = "9937432f";

    /// Reads call data back.
    public static AcceptDigest decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new AcceptDigest(new EditionId(in.word()), in.address(), in.uintAsLong(64));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.address(recipient);
      out.uint(64, deadline);
      return out.call(SELECTOR);
    }

    @Override
    public Hash256 decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.word();
    }
  }

  /// Calls `acceptFor`.
  public record AcceptFor(
      EditionId editionId, EvmAddress recipient, long deadline, Bytes signature, Bytes deed)
      implements ContractCall {
    /// The first four bytes of the hash of `acceptFor(uint256,address,uint64,bytes,bytes)`.
    public static final String SELECTOR = "7e11f64f";

    /// Reads call data back.
    public static AcceptFor decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new AcceptFor(
          new EditionId(in.word()), in.address(), in.uintAsLong(64), in.bytes(), in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.address(recipient);
      out.uint(64, deadline);
      out.bytes(signature);
      out.bytes(deed);
      return out.call(SELECTOR);
    }
  }

  /// Calls `acceptOffer`.
  public record AcceptOffer(Offer offer, Bytes signature, Bytes deed) implements ContractCall {
    /// The first four bytes of the hash of
    /// `acceptOffer((address,uint256,uint64,address,address,uint256,uint256,uint64),bytes,bytes)`.
    public static final String SELECTOR = "fea43106";

    /// Reads call data back.
    public static AcceptOffer decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new AcceptOffer(Offer.readFrom(in), in.bytes(), in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      offer.writeTo(out);
      out.bytes(signature);
      out.bytes(deed);
      return out.call(SELECTOR);
    }
  }

  /// Calls `acceptOwnership`.
  public record AcceptOwnership() implements ContractCall {
    /// The first four bytes of the hash of `acceptOwnership()`.
    public static final String SELECTOR = "79ba5097";

    /// Reads call data back.
    public static AcceptOwnership decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new AcceptOwnership();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }
  }

  /// Pays and calls `addRoyalty`.
  public record AddRoyalty(EditionId editionId, BigInteger amount, Bytes deed)
      implements ContractCall {
    /// The first four bytes of the hash of `addRoyalty(uint256,uint256,bytes)`.
    public static final String SELECTOR = "b26c49f7";

    /// Reads call data back.
    public static AddRoyalty decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new AddRoyalty(new EditionId(in.word()), in.uint(256), in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.uint(256, amount);
      out.bytes(deed);
      return out.call(SELECTOR);
    }
  }

  /// Reads `autoClaim`.
  public record AutoClaim(EvmAddress holder) implements ContractQuery<Boolean> {
    /// The first four bytes of the hash of `autoClaim(address)`.
    public static final String SELECTOR = "637d7035";

    /// Reads call data back.
    public static AutoClaim decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new AutoClaim(in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(holder);
      return out.call(SELECTOR);
    }

    @Override
    public Boolean decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.bool();
    }
  }

  /// Reads `balanceOf`.
  public record BalanceOf(EvmAddress holder, BigInteger id) implements ContractQuery<BigInteger> {
    /// The first four bytes of the hash of `balanceOf(address,uint256)`.
    public static final String SELECTOR = "00fdd58e";

    /// Reads call data back.
    public static BalanceOf decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new BalanceOf(in.address(), in.uint(256));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(holder);
      out.uint(256, id);
      return out.call(SELECTOR);
    }

    @Override
    public BigInteger decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uint(256);
    }
  }

  /// Reads `balanceOfBatch`.
  public record BalanceOfBatch(List<EvmAddress> holders, List<BigInteger> ids)
      implements ContractQuery<List<BigInteger>> {
    /// The first four bytes of the hash of `balanceOfBatch(address[],uint256[])`.
    public static final String SELECTOR = "4e1273f4";

    /// Copies the lists.
    public BalanceOfBatch {
      holders = List.copyOf(holders);
      ids = List.copyOf(ids);
    }

    /// Reads call data back.
    public static BalanceOfBatch decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new BalanceOfBatch(in.list(each -> each.address()), in.list(each -> each.uint(256)));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.list(holders, (each, one) -> each.address(one));
      out.list(ids, (each, one) -> each.uint(256, one));
      return out.call(SELECTOR);
    }

    @Override
    public List<BigInteger> decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.list(each -> each.uint(256));
    }
  }

  /// Pays and calls `buy`.
  public record Buy(
      EditionId editionId, long quantity, EvmAddress recipient, BigInteger maxUnitPrice, Bytes deed)
      implements ContractCall {
    /// The first four bytes of the hash of `buy(uint256,uint64,address,uint128,bytes)`.
    public static final String SELECTOR = "c66a3414";

    /// Reads call data back.
    public static Buy decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Buy(
          new EditionId(in.word()), in.uintAsLong(64), in.address(), in.uint(128), in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.uint(64, quantity);
      out.address(recipient);
      out.uint(128, maxUnitPrice);
      out.bytes(deed);
      return out.call(SELECTOR);
    }
  }

  /// Calls `buyWithAuthorization`.
  public record BuyWithAuthorization(PurchaseOrder order, Authorization given, Bytes deed)
      implements ContractCall {
    /// The first four bytes of the hash of
    /// `buyWithAuthorization((uint8,uint256,uint64,address,address,address,uint256,address,uint256,uint256,bytes32,bytes32),(uint256,uint256,bytes),bytes)`.
    public static final String SELECTOR = "eec9f162";

    /// Reads call data back.
    public static BuyWithAuthorization decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new BuyWithAuthorization(
          PurchaseOrder.readFrom(in), Authorization.readFrom(in.dynamic()), in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      order.writeTo(out);
      out.dynamic(given::writeTo);
      out.bytes(deed);
      return out.call(SELECTOR);
    }
  }

  /// Calls `buyWithPermit`.
  public record BuyWithPermit(PurchaseOrder order, Bytes signature, Permit permit, Bytes deed)
      implements ContractCall {
    /// The first four bytes of the hash of
    /// `buyWithPermit((uint8,uint256,uint64,address,address,address,uint256,address,uint256,uint256,bytes32,bytes32),bytes,(uint256,uint8,bytes32,bytes32),bytes)`.
    public static final String SELECTOR = "bcac8e75";

    /// Reads call data back.
    public static BuyWithPermit decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new BuyWithPermit(
          PurchaseOrder.readFrom(in), in.bytes(), Permit.readFrom(in), in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      order.writeTo(out);
      out.bytes(signature);
      permit.writeTo(out);
      out.bytes(deed);
      return out.call(SELECTOR);
    }
  }

  /// Calls `cancel`.
  public record Cancel(BigInteger nonce) implements ContractCall {
    /// The first four bytes of the hash of `cancel(uint256)`.
    public static final String SELECTOR = "40e58ee5";

    /// Reads call data back.
    public static Cancel decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Cancel(in.uint(256));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.uint(256, nonce);
      return out.call(SELECTOR);
    }
  }

  /// Calls `cancelAll`.
  public record CancelAll() implements ContractCall {
    /// The first four bytes of the hash of `cancelAll()`.
    public static final String SELECTOR = "18cb2b18";

    /// Reads call data back.
    public static CancelAll decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new CancelAll();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }
  }

  /// Calls `cancelOrder`.
  public record CancelOrder(Hash256 order) implements ContractCall {
    /// The first four bytes of the hash of `cancelOrder(bytes32)`.
    public static final String SELECTOR = "7489ec23";

    /// Reads call data back.
    public static CancelOrder decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new CancelOrder(in.word());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(order);
      return out.call(SELECTOR);
    }
  }

  /// Calls `claim`.
  public record Claim(EditionId editionId) implements ContractCall {
    /// The first four bytes of the hash of `claim(uint256)`.
    public static final String SELECTOR = "379607f5";

    /// Reads call data back.
    public static Claim decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Claim(new EditionId(in.word()));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      return out.call(SELECTOR);
    }
  }

  /// Calls `claimFor`.
  public record ClaimFor(EditionId editionId, EvmAddress holder) implements ContractCall {
    /// The first four bytes of the hash of `claimFor(uint256,address)`.
    public static final String SELECTOR = "10ee3f00";

    /// Reads call data back.
    public static ClaimFor decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new ClaimFor(new EditionId(in.word()), in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.address(holder);
      return out.call(SELECTOR);
    }
  }

  /// Calls `claimMany`.
  public record ClaimMany(List<BigInteger> editionIds) implements ContractCall {
    /// The first four bytes of the hash of `claimMany(uint256[])`.
    public static final String SELECTOR = "925489a8";

    /// Copies the lists.
    public ClaimMany {
      editionIds = List.copyOf(editionIds);
    }

    /// Reads call data back.
    public static ClaimMany decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new ClaimMany(in.list(each -> each.uint(256)));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.list(editionIds, (each, one) -> each.uint(256, one));
      return out.call(SELECTOR);
    }
  }

  /// Calls `claimWithDeed`.
  public record ClaimWithDeed(EditionId editionId, Bytes deed) implements ContractCall {
    /// The first four bytes of the hash of `claimWithDeed(uint256,bytes)`.
    public static final String SELECTOR = "4b7bfe67";

    /// Reads call data back.
    public static ClaimWithDeed decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new ClaimWithDeed(new EditionId(in.word()), in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.bytes(deed);
      return out.call(SELECTOR);
    }
  }

  /// Reads `claimable`.
  public record Claimable(EditionId editionId, EvmAddress holder, Bytes deed)
      implements ContractQuery<BigInteger> {
    /// The first four bytes of the hash of `claimable(uint256,address,bytes)`.
    public static final String SELECTOR = "3219dd5a";

    /// Reads call data back.
    public static Claimable decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Claimable(new EditionId(in.word()), in.address(), in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.address(holder);
      out.bytes(deed);
      return out.call(SELECTOR);
    }

    @Override
    public BigInteger decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uint(256);
    }
  }

  /// Calls `createEdition`.
  public record CreateEdition(Hash256 salt, EditionTerms terms, Bytes deed)
      implements ContractQuery<EditionId> {
    /// The first four bytes of the hash of
    /// `createEdition(bytes32,(bytes32,address,uint128,uint64,uint16,uint8,uint8,uint32,uint16,string),bytes)`.
    public static final String SELECTOR = "d19c7033";

    /// Reads call data back.
    public static CreateEdition decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new CreateEdition(in.word(), EditionTerms.readFrom(in.dynamic()), in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(salt);
      out.dynamic(terms::writeTo);
      out.bytes(deed);
      return out.call(SELECTOR);
    }

    @Override
    public EditionId decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return new EditionId(in.word());
    }
  }

  /// Reads `edition`.
  public record Edition(EditionId editionId) implements ContractQuery<EditionView> {
    /// The first four bytes of the hash of `edition(uint256)`.
    public static final String SELECTOR = "6265c314";

    /// Reads call data back.
    public static Edition decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Edition(new EditionId(in.word()));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      return out.call(SELECTOR);
    }

    @Override
    public EditionView decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return EditionView.readFrom(in);
    }
  }

  /// Reads `editionIdOf`.
  public record EditionIdOf(Hash256 salt) implements ContractQuery<EditionId> {
    /// The first four bytes of the hash of `editionIdOf(bytes32)`.
    public static final String SELECTOR = "9bd9793b";

    /// Reads call data back.
    public static EditionIdOf decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new EditionIdOf(in.word());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(salt);
      return out.call(SELECTOR);
    }

    @Override
    public EditionId decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return new EditionId(in.word());
    }
  }

  /// Reads `epochOf`.
  public record EpochOf(EvmAddress account) implements ContractQuery<Long> {
    /// The first four bytes of the hash of `epochOf(address)`.
    public static final String SELECTOR = "582805d9";

    /// Reads call data back.
    public static EpochOf decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new EpochOf(in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(account);
      return out.call(SELECTOR);
    }

    @Override
    public Long decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uintAsLong(64);
    }
  }

  /// Reads `expiresAt`.
  public record ExpiresAt(EditionId editionId, EvmAddress holder) implements ContractQuery<Long> {
    /// The first four bytes of the hash of `expiresAt(uint256,address)`.
    public static final String SELECTOR = "685ca42e";

    /// Reads call data back.
    public static ExpiresAt decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new ExpiresAt(new EditionId(in.word()), in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.address(holder);
      return out.call(SELECTOR);
    }

    @Override
    public Long decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uintAsLong(64);
    }
  }

  /// Reads `factory`.
  public record Factory() implements ContractQuery<EvmAddress> {
    /// The first four bytes of the hash of `factory()`.
    public static final String SELECTOR = "c45a0155";

    /// Reads call data back.
    public static Factory decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new Factory();
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

  /// Pays and calls `fill`.
  public record Fill(Listing listing, Bytes signature, EvmAddress recipient, Bytes deed)
      implements ContractCall {
    /// The first four bytes of the hash of
    /// `fill((address,uint256,uint64,address,uint256,uint256,uint64),bytes,address,bytes)`.
    public static final String SELECTOR = "4d2c0034";

    /// Reads call data back.
    public static Fill decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Fill(Listing.readFrom(in), in.bytes(), in.address(), in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      listing.writeTo(out);
      out.bytes(signature);
      out.address(recipient);
      out.bytes(deed);
      return out.call(SELECTOR);
    }
  }

  /// Reads `hasAccess`.
  public record HasAccess(EvmAddress holder, EditionId editionId)
      implements ContractQuery<HasAccess.Result> {
    /// The first four bytes of the hash of `hasAccess(address,uint256)`.
    public static final String SELECTOR = "c6530e41";

    /// Reads call data back.
    public static HasAccess decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new HasAccess(in.address(), new EditionId(in.word()));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(holder);
      out.word(editionId.hash());
      return out.call(SELECTOR);
    }

    @Override
    public Result decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return new Result(in.bool(), in.uintAsInt(8), in.uintAsLong(64));
    }

    /// What `hasAccess` answers.
    public record Result(boolean ok, int reason, long until) {}
  }

  /// Reads `holdOf`.
  public record HoldOf(EditionId editionId, EvmAddress recipient)
      implements ContractQuery<HoldView> {
    /// The first four bytes of the hash of `holdOf(uint256,address)`.
    public static final String SELECTOR = "15646762";

    /// Reads call data back.
    public static HoldOf decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new HoldOf(new EditionId(in.word()), in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.address(recipient);
      return out.call(SELECTOR);
    }

    @Override
    public HoldView decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return HoldView.readFrom(in);
    }
  }

  /// Reads `isApprovedForAll`.
  public record IsApprovedForAll(EvmAddress holder, EvmAddress operator)
      implements ContractQuery<Boolean> {
    /// The first four bytes of the hash of `isApprovedForAll(address,address)`.
    public static final String SELECTOR = "e985e9c5";

    /// Reads call data back.
    public static IsApprovedForAll decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new IsApprovedForAll(in.address(), in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(holder);
      out.address(operator);
      return out.call(SELECTOR);
    }

    @Override
    public Boolean decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.bool();
    }
  }

  /// Reads `isRenewable`.
  public record IsRenewable(EditionId editionId) implements ContractQuery<Boolean> {
    /// The first four bytes of the hash of `isRenewable(uint256)`.
    public static final String SELECTOR = "cde317af";

    /// Reads call data back.
    public static IsRenewable decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new IsRenewable(new EditionId(in.word()));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      return out.call(SELECTOR);
    }

    @Override
    public Boolean decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.bool();
    }
  }

  /// Reads `listingDigest`.
  public record ListingDigest(Listing listing) implements ContractQuery<Hash256> {
    /// The first four bytes of the hash of
    /// `listingDigest((address,uint256,uint64,address,uint256,uint256,uint64))`.
    public static final String SELECTOR = "bff3f1cd";

    /// Reads call data back.
    public static ListingDigest decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new ListingDigest(Listing.readFrom(in));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      listing.writeTo(out);
      return out.call(SELECTOR);
    }

    @Override
    public Hash256 decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.word();
    }
  }

  /// Calls `materialise`.
  public record Materialise(EditionId editionId, EvmAddress holder, Bytes deed)
      implements ContractCall {
    /// The first four bytes of the hash of `materialise(uint256,address,bytes)`.
    public static final String SELECTOR = "fcea9125";

    /// Reads call data back.
    public static Materialise decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Materialise(new EditionId(in.word()), in.address(), in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.address(holder);
      out.bytes(deed);
      return out.call(SELECTOR);
    }
  }

  /// Reads `movable`.
  public record Movable(EvmAddress holder, EditionId editionId)
      implements ContractQuery<BigInteger> {
    /// The first four bytes of the hash of `movable(address,uint256)`.
    public static final String SELECTOR = "1c2ae04e";

    /// Reads call data back.
    public static Movable decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Movable(in.address(), new EditionId(in.word()));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(holder);
      out.word(editionId.hash());
      return out.call(SELECTOR);
    }

    @Override
    public BigInteger decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uint(256);
    }
  }

  /// Reads `nonceUsed`.
  public record NonceUsed(EvmAddress account, BigInteger nonce) implements ContractQuery<Boolean> {
    /// The first four bytes of the hash of `nonceUsed(address,uint256)`.
    public static final String SELECTOR = "1647795e";

    /// Reads call data back.
    public static NonceUsed decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new NonceUsed(in.address(), in.uint(256));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(account);
      out.uint(256, nonce);
      return out.call(SELECTOR);
    }

    @Override
    public Boolean decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.bool();
    }
  }

  /// Reads `offerDigest`.
  public record OfferDigest(Offer offer) implements ContractQuery<Hash256> {
    /// The first four bytes of the hash of
    /// `offerDigest((address,uint256,uint64,address,address,uint256,uint256,uint64))`.
    public static final String SELECTOR = "b53cc381";

    /// Reads call data back.
    public static OfferDigest decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new OfferDigest(Offer.readFrom(in));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      offer.writeTo(out);
      return out.call(SELECTOR);
    }

    @Override
    public Hash256 decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.word();
    }
  }

  /// Calls `offerOwnership`.
  public record OfferOwnership(EvmAddress newOwner) implements ContractCall {
    /// The first four bytes of the hash of `offerOwnership(address)`.
    public static final String SELECTOR = "8e3e92f2";

    /// Reads call data back.
    public static OfferOwnership decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new OfferOwnership(in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(newOwner);
      return out.call(SELECTOR);
    }
  }

  /// Reads `orderDigest`.
  public record OrderDigest(PurchaseOrder order) implements ContractQuery<Hash256> {
    /// The first four bytes of the hash of
    /// `orderDigest((uint8,uint256,uint64,address,address,address,uint256,address,uint256,uint256,bytes32,bytes32))`.
    public static final String SELECTOR = "ad4ec786";

    /// Reads call data back.
    public static OrderDigest decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new OrderDigest(PurchaseOrder.readFrom(in));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      order.writeTo(out);
      return out.call(SELECTOR);
    }

    @Override
    public Hash256 decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.word();
    }
  }

  /// Reads `orderUsed`.
  public record OrderUsed(EvmAddress payer, Hash256 order) implements ContractQuery<Boolean> {
    /// The first four bytes of the hash of `orderUsed(address,bytes32)`.
    public static final String SELECTOR = "e3bcb614";

    /// Reads call data back.
    public static OrderUsed decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new OrderUsed(in.address(), in.word());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(payer);
      out.word(order);
      return out.call(SELECTOR);
    }

    @Override
    public Boolean decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.bool();
    }
  }

  /// Reads `owner`.
  public record Owner() implements ContractQuery<EvmAddress> {
    /// The first four bytes of the hash of `owner()`.
    public static final String SELECTOR = "8da5cb5b";

    /// Reads call data back.
    public static Owner decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new Owner();
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

  /// Calls `pause`.
  public record Pause(EditionId editionId, boolean paused) implements ContractCall {
    /// The first four bytes of the hash of `pause(uint256,bool)`.
    public static final String SELECTOR = "93578b04";

    /// Reads call data back.
    public static Pause decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Pause(new EditionId(in.word()), in.bool());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.bool(paused);
      return out.call(SELECTOR);
    }
  }

  /// Reads `pendingOwner`.
  public record PendingOwner() implements ContractQuery<EvmAddress> {
    /// The first four bytes of the hash of `pendingOwner()`.
    public static final String SELECTOR = "e30c3978";

    /// Reads call data back.
    public static PendingOwner decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new PendingOwner();
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

  /// Reads `permitOrderDigest`.
  public record PermitOrderDigest(PurchaseOrder order, BigInteger deadline)
      implements ContractQuery<Hash256> {
    /// The first four bytes of the hash of
    /// `permitOrderDigest((uint8,uint256,uint64,address,address,address,uint256,address,uint256,uint256,bytes32,bytes32),uint256)`.
    public static final String SELECTOR = "a559b427";

    /// Reads call data back.
    public static PermitOrderDigest decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new PermitOrderDigest(PurchaseOrder.readFrom(in), in.uint(256));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      order.writeTo(out);
      out.uint(256, deadline);
      return out.call(SELECTOR);
    }

    @Override
    public Hash256 decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.word();
    }
  }

  /// Calls `refund`.
  public record Refund(EditionId editionId) implements ContractCall {
    /// The first four bytes of the hash of `refund(uint256)`.
    public static final String SELECTOR = "278ecde1";

    /// Reads call data back.
    public static Refund decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Refund(new EditionId(in.word()));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      return out.call(SELECTOR);
    }
  }

  /// Calls `release`.
  public record Release(EditionId editionId, EvmAddress recipient, Bytes deed)
      implements ContractCall {
    /// The first four bytes of the hash of `release(uint256,address,bytes)`.
    public static final String SELECTOR = "deef68fa";

    /// Reads call data back.
    public static Release decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Release(new EditionId(in.word()), in.address(), in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.address(recipient);
      out.bytes(deed);
      return out.call(SELECTOR);
    }
  }

  /// Reads `royaltyInfo`.
  public record RoyaltyInfo(EditionId editionId, BigInteger salePrice)
      implements ContractQuery<RoyaltyInfo.Result> {
    /// The first four bytes of the hash of `royaltyInfo(uint256,uint256)`.
    public static final String SELECTOR = "2a55205a";

    /// Reads call data back.
    public static RoyaltyInfo decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new RoyaltyInfo(new EditionId(in.word()), in.uint(256));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.uint(256, salePrice);
      return out.call(SELECTOR);
    }

    @Override
    public Result decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return new Result(in.address(), in.uint(256));
    }

    /// What `royaltyInfo` answers.
    public record Result(EvmAddress receiver, BigInteger amount) {}
  }

  /// Calls `safeBatchTransferFrom`.
  public record SafeBatchTransferFrom(
      EvmAddress from, EvmAddress to, List<BigInteger> ids, List<BigInteger> amounts, Bytes data)
      implements ContractCall {
    /// The first four bytes of the hash of
    /// `safeBatchTransferFrom(address,address,uint256[],uint256[],bytes)`.
    public static final String SELECTOR = "2eb2c2d6";

    /// Copies the lists.
    public SafeBatchTransferFrom {
      ids = List.copyOf(ids);
      amounts = List.copyOf(amounts);
    }

    /// Reads call data back.
    public static SafeBatchTransferFrom decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new SafeBatchTransferFrom(
          in.address(),
          in.address(),
          in.list(each -> each.uint(256)),
          in.list(each -> each.uint(256)),
          in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(from);
      out.address(to);
      out.list(ids, (each, one) -> each.uint(256, one));
      out.list(amounts, (each, one) -> each.uint(256, one));
      out.bytes(data);
      return out.call(SELECTOR);
    }
  }

  /// Calls `safeTransferFrom`.
  public record SafeTransferFrom(
      EvmAddress from, EvmAddress to, BigInteger id, BigInteger amount, Bytes data)
      implements ContractCall {
    /// The first four bytes of the hash of
    /// `safeTransferFrom(address,address,uint256,uint256,bytes)`.
    public static final String SELECTOR = "f242432a";

    /// Reads call data back.
    public static SafeTransferFrom decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new SafeTransferFrom(
          in.address(), in.address(), in.uint(256), in.uint(256), in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(from);
      out.address(to);
      out.uint(256, id);
      out.uint(256, amount);
      out.bytes(data);
      return out.call(SELECTOR);
    }
  }

  /// Calls `setApprovalForAll`.
  public record SetApprovalForAll(EvmAddress operator, boolean approved) implements ContractCall {
    /// The first four bytes of the hash of `setApprovalForAll(address,bool)`.
    public static final String SELECTOR = "a22cb465";

    /// Reads call data back.
    public static SetApprovalForAll decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new SetApprovalForAll(in.address(), in.bool());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(operator);
      out.bool(approved);
      return out.call(SELECTOR);
    }
  }

  /// Calls `setAutoClaim`.
  public record SetAutoClaim(boolean allowed) implements ContractCall {
    /// The first four bytes of the hash of `setAutoClaim(bool)`.
    public static final String SELECTOR = "868730c7";

    /// Reads call data back.
    public static SetAutoClaim decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new SetAutoClaim(in.bool());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.bool(allowed);
      return out.call(SELECTOR);
    }
  }

  /// Calls `setContentUri`.
  public record SetContentUri(EditionId editionId, String contentUri) implements ContractCall {
    /// The first four bytes of the hash of `setContentUri(uint256,string)`.
    public static final String SELECTOR = "3af090f6";

    /// Reads call data back.
    public static SetContentUri decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new SetContentUri(new EditionId(in.word()), in.string());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.string(contentUri);
      return out.call(SELECTOR);
    }
  }

  /// Calls `setPrice`.
  public record SetPrice(EditionId editionId, BigInteger price) implements ContractCall {
    /// The first four bytes of the hash of `setPrice(uint256,uint128)`.
    public static final String SELECTOR = "53e07938";

    /// Reads call data back.
    public static SetPrice decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new SetPrice(new EditionId(in.word()), in.uint(128));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.uint(128, price);
      return out.call(SELECTOR);
    }
  }

  /// Calls `setShareOperator`.
  public record SetShareOperator(EvmAddress operator, boolean allowed) implements ContractCall {
    /// The first four bytes of the hash of `setShareOperator(address,bool)`.
    public static final String SELECTOR = "f9a010c0";

    /// Reads call data back.
    public static SetShareOperator decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new SetShareOperator(in.address(), in.bool());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(operator);
      out.bool(allowed);
      return out.call(SELECTOR);
    }
  }

  /// Reads `shareOperator`.
  public record ShareOperator(EvmAddress holder, EvmAddress operator)
      implements ContractQuery<Boolean> {
    /// The first four bytes of the hash of `shareOperator(address,address)`.
    public static final String SELECTOR = "8b816084";

    /// Reads call data back.
    public static ShareOperator decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new ShareOperator(in.address(), in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(holder);
      out.address(operator);
      return out.call(SELECTOR);
    }

    @Override
    public Boolean decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.bool();
    }
  }

  /// Reads `sharesOf`.
  public record SharesOf(EditionId editionId, EvmAddress holder) implements ContractQuery<Long> {
    /// The first four bytes of the hash of `sharesOf(uint256,address)`.
    public static final String SELECTOR = "e78307ca";

    /// Reads call data back.
    public static SharesOf decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new SharesOf(new EditionId(in.word()), in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.address(holder);
      return out.call(SELECTOR);
    }

    @Override
    public Long decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uintAsLong(32);
    }
  }

  /// Reads `supportsInterface`.
  public record SupportsInterface(Bytes id) implements ContractQuery<Boolean> {
    /// The first four bytes of the hash of `supportsInterface(bytes4)`.
    public static final String SELECTOR = "01ffc9a7";

    /// Reads call data back.
    public static SupportsInterface decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new SupportsInterface(in.bytes4());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.bytes4(id);
      return out.call(SELECTOR);
    }

    @Override
    public Boolean decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.bool();
    }
  }

  /// Calls `transferShares`.
  public record TransferShares(EditionId editionId, EvmAddress to, long shares, Bytes deed)
      implements ContractCall {
    /// The first four bytes of the hash of `transferShares(uint256,address,uint32,bytes)`.
    public static final String SELECTOR = "5a2ce2e2";

    /// Reads call data back.
    public static TransferShares decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new TransferShares(
          new EditionId(in.word()), in.address(), in.uintAsLong(32), in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.address(to);
      out.uint(32, shares);
      out.bytes(deed);
      return out.call(SELECTOR);
    }
  }

  /// Calls `transferSharesFrom`.
  public record TransferSharesFrom(
      EditionId editionId, EvmAddress from, EvmAddress to, long shares, Bytes deed)
      implements ContractCall {
    /// The first four bytes of the hash of
    /// `transferSharesFrom(uint256,address,address,uint32,bytes)`.
    public static final String SELECTOR = "3d2dedc0";

    /// Reads call data back.
    public static TransferSharesFrom decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new TransferSharesFrom(
          new EditionId(in.word()), in.address(), in.address(), in.uintAsLong(32), in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.address(from);
      out.address(to);
      out.uint(32, shares);
      out.bytes(deed);
      return out.call(SELECTOR);
    }
  }

  /// Reads `uri`.
  public record Uri(EditionId editionId) implements ContractQuery<String> {
    /// The first four bytes of the hash of `uri(uint256)`.
    public static final String SELECTOR = "0e89341c";

    /// Reads call data back.
    public static Uri decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Uri(new EditionId(in.word()));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      return out.call(SELECTOR);
    }

    @Override
    public String decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.string();
    }
  }

  /// Reads `userExpires`.
  public record UserExpires(EditionId editionId, EvmAddress user) implements ContractQuery<Long> {
    /// The first four bytes of the hash of `userExpires(uint256,address)`.
    public static final String SELECTOR = "d09c3f0c";

    /// Reads call data back.
    public static UserExpires decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new UserExpires(new EditionId(in.word()), in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.address(user);
      return out.call(SELECTOR);
    }

    @Override
    public Long decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uintAsLong(64);
    }
  }
}
