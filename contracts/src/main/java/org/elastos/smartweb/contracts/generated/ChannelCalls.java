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
import org.elastos.smartweb.contracts.abi.ContractQuery;

/// The calls of a creator's channel. Generated; encodes and decodes only.
public final class ChannelCalls {
  private ChannelCalls() {}

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
      EditionId editionId,
      long quantity,
      EvmAddress recipient,
      BigInteger maxUnitPrice,
      List<EvmAddress> holders,
      List<Long> shares)
      implements ContractCall {
    /// The first four bytes of the hash of
    /// `buy(uint256,uint64,address,uint128,address[],uint32[])`.
    public static final String SELECTOR = "08d3402c";

    /// Copies the lists.
    public Buy {
      holders = List.copyOf(holders);
      shares = List.copyOf(shares);
    }

    /// Reads call data back.
    public static Buy decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Buy(
          new EditionId(in.word()),
          in.uintAsLong(64),
          in.address(),
          in.uint(128),
          in.list(each -> each.address()),
          in.list(each -> each.uintAsLong(32)));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.uint(64, quantity);
      out.address(recipient);
      out.uint(128, maxUnitPrice);
      out.list(holders, (each, one) -> each.address(one));
      out.list(shares, (each, one) -> each.uint(32, one));
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

  /// Calls `claim`.
  public record Claim(EditionId editionId, List<EvmAddress> holders, List<Long> shares)
      implements ContractCall {
    /// The first four bytes of the hash of `claim(uint256,address[],uint32[])`.
    public static final String SELECTOR = "2a0d1d3a";

    /// Copies the lists.
    public Claim {
      holders = List.copyOf(holders);
      shares = List.copyOf(shares);
    }

    /// Reads call data back.
    public static Claim decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Claim(
          new EditionId(in.word()),
          in.list(each -> each.address()),
          in.list(each -> each.uintAsLong(32)));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.list(holders, (each, one) -> each.address(one));
      out.list(shares, (each, one) -> each.uint(32, one));
      return out.call(SELECTOR);
    }
  }

  /// Calls `claimFor`.
  public record ClaimFor(
      EditionId editionId, EvmAddress holder, List<EvmAddress> holders, List<Long> shares)
      implements ContractCall {
    /// The first four bytes of the hash of `claimFor(uint256,address,address[],uint32[])`.
    public static final String SELECTOR = "c1657cd0";

    /// Copies the lists.
    public ClaimFor {
      holders = List.copyOf(holders);
      shares = List.copyOf(shares);
    }

    /// Reads call data back.
    public static ClaimFor decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new ClaimFor(
          new EditionId(in.word()),
          in.address(),
          in.list(each -> each.address()),
          in.list(each -> each.uintAsLong(32)));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.address(holder);
      out.list(holders, (each, one) -> each.address(one));
      out.list(shares, (each, one) -> each.uint(32, one));
      return out.call(SELECTOR);
    }
  }

  /// Reads `claimable`.
  public record Claimable(
      EditionId editionId, EvmAddress holder, List<EvmAddress> holders, List<Long> shares)
      implements ContractQuery<BigInteger> {
    /// The first four bytes of the hash of `claimable(uint256,address,address[],uint32[])`.
    public static final String SELECTOR = "a50e5180";

    /// Copies the lists.
    public Claimable {
      holders = List.copyOf(holders);
      shares = List.copyOf(shares);
    }

    /// Reads call data back.
    public static Claimable decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Claimable(
          new EditionId(in.word()),
          in.address(),
          in.list(each -> each.address()),
          in.list(each -> each.uintAsLong(32)));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(editionId.hash());
      out.address(holder);
      out.list(holders, (each, one) -> each.address(one));
      out.list(shares, (each, one) -> each.uint(32, one));
      return out.call(SELECTOR);
    }

    @Override
    public BigInteger decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uint(256);
    }
  }

  /// Calls `createEdition`.
  public record CreateEdition(
      Hash256 salt, Terms terms, List<EvmAddress> holders, List<Long> shares)
      implements ContractQuery<EditionId> {
    /// The first four bytes of the hash of
    /// `createEdition(bytes32,(bytes32,address,uint128,uint64,uint16,bool,bool,string),address[],uint32[])`.
    public static final String SELECTOR = "c1714159";

    /// Copies the lists.
    public CreateEdition {
      holders = List.copyOf(holders);
      shares = List.copyOf(shares);
    }

    /// Reads call data back.
    public static CreateEdition decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new CreateEdition(
          in.word(),
          Terms.readFrom(in.dynamic()),
          in.list(each -> each.address()),
          in.list(each -> each.uintAsLong(32)));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(salt);
      out.dynamic(terms::writeTo);
      out.list(holders, (each, one) -> each.address(one));
      out.list(shares, (each, one) -> each.uint(32, one));
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
  public record Fill(
      Listing listing,
      Bytes signature,
      EvmAddress recipient,
      List<EvmAddress> holders,
      List<Long> shares)
      implements ContractCall {
    /// The first four bytes of the hash of
    /// `fill((address,uint256,uint64,address,uint256,uint256,uint64),bytes,address,address[],uint32[])`.
    public static final String SELECTOR = "bbbd3831";

    /// Copies the lists.
    public Fill {
      holders = List.copyOf(holders);
      shares = List.copyOf(shares);
    }

    /// Reads call data back.
    public static Fill decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Fill(
          Listing.readFrom(in),
          in.bytes(),
          in.address(),
          in.list(each -> each.address()),
          in.list(each -> each.uintAsLong(32)));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      listing.writeTo(out);
      out.bytes(signature);
      out.address(recipient);
      out.list(holders, (each, one) -> each.address(one));
      out.list(shares, (each, one) -> each.uint(32, one));
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

  /// Reads `nonceUsed`.
  public record NonceUsed(EvmAddress seller, BigInteger nonce) implements ContractQuery<Boolean> {
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
      out.address(seller);
      out.uint(256, nonce);
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
}
