// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.contracts.abi.AbiException;
import org.elastos.smartweb.contracts.abi.ContractQuery;
import org.elastos.smartweb.contracts.generated.ChannelCalls;
import org.elastos.smartweb.contracts.generated.ChannelFactoryCalls;
import org.elastos.smartweb.contracts.generated.EditionView;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.market.ChainEdition;
import org.elastos.smartweb.market.ChainListing;
import org.elastos.smartweb.market.ChannelCode;
import org.elastos.smartweb.market.ChannelRef;
import org.elastos.smartweb.market.SignedListing;

/// What a buyer reads from the chain, through sources of the buyer's own, before {@link
/// org.elastos.smartweb.market.OfferCheck} decides. Blocks; safe from many threads.
public final class EvmOffers {
  /// The transfer policy under which units move outside the channel's own functions.
  private static final int FREELY = 1;

  private final EvmChain chain;

  /// @param chain the buyer's own view of the chain
  public EvmOffers(EvmChain chain) {
    this.chain = chain;
  }

  /// The code of the channels that a pinned factory makes.
  public Reading<ChannelCode> channelCode(EvmAddress factory, BlockRef at) {
    Reading<Optional<EvmAddress>> implementation =
        ask(new ChannelFactoryCalls.Implementation(), factory, at);
    return map(implementation, found -> new ChannelCode(found.orElse(EvmAddress.ZERO), factory));
  }

  /// An edition at one block; empty when that contract has none.
  public Reading<Optional<ChainEdition>> edition(
      ChannelRef channel, EditionId edition, BlockRef at) {
    return switch (chain.code(channel.address(), at)) {
      case Reading.Unknown<Bytes> unknown -> again(unknown);
      case Reading.Agreed<Bytes>(Bytes code, BlockRef _) ->
          map(
              ask(new ChannelCalls.Edition(edition), channel.address(), at),
              found ->
                  found.map(view -> new ChainEdition(channel, edition, code, state(view), at)));
    };
  }

  /// A listing and its edition at one block; empty when that contract has no such edition.
  public Reading<Optional<ChainListing>> listing(SignedListing signed, BlockRef at) {
    EvmAddress channel = signed.channel().address();
    EvmAddress seller = signed.listing().seller();
    EditionId edition = signed.listing().edition();
    Reading<Optional<Boolean>> used =
        ask(new ChannelCalls.NonceUsed(seller, signed.listing().nonce()), channel, at);
    Reading<Optional<BigInteger>> units =
        ask(new ChannelCalls.BalanceOf(seller, edition.toUint()), channel, at);
    if (used instanceof Reading.Unknown<Optional<Boolean>> unknown) {
      return again(unknown);
    }
    if (units instanceof Reading.Unknown<Optional<BigInteger>> unknown) {
      return again(unknown);
    }
    boolean spent = used.agreed().orElseThrow().orElse(true);
    BigInteger held = units.agreed().orElseThrow().orElse(BigInteger.ZERO);
    return map(
        edition(signed.channel(), edition, at),
        found -> found.map(known -> new ChainListing(known, spent, held)));
  }

  /// What the contract answers; empty when it refuses or is no such contract.
  private <T> Reading<Optional<T>> ask(ContractQuery<T> query, EvmAddress contract, BlockRef at) {
    return switch (chain.call(query.on(contract), at)) {
      case Reading.Agreed<Bytes>(Bytes answer, BlockRef block) ->
          new Reading.Agreed<>(decoded(query, answer), block);
      case Reading.Unknown<Bytes> unknown when unknown.code() == Reading.Code.REVERTED ->
          new Reading.Agreed<>(Optional.empty(), at);
      case Reading.Unknown<Bytes> unknown -> again(unknown);
    };
  }

  private static <T> Optional<T> decoded(ContractQuery<T> query, Bytes answer) {
    try {
      return Optional.of(query.decodeResult(answer));
    } catch (AbiException noSuchContract) {
      return Optional.empty();
    }
  }

  private static ChainEdition.State state(EditionView view) {
    return new ChainEdition.State(
        new AssetId(view.assetId()),
        new TokenAmount(view.payToken(), view.price()),
        BigInteger.valueOf(view.maxSupply()),
        BigInteger.valueOf(view.sold()),
        view.royaltyBps(),
        view.transferPolicy() == FREELY,
        view.pushRoyalties(),
        view.paused(),
        view.deedHash());
  }

  private static <T, R> Reading<R> map(Reading<T> reading, Function<T, R> change) {
    return switch (reading) {
      case Reading.Agreed<T>(T value, BlockRef at) -> new Reading.Agreed<>(change.apply(value), at);
      case Reading.Unknown<T> unknown -> again(unknown);
    };
  }

  private static <T, R> Reading<R> again(Reading.Unknown<T> unknown) {
    return new Reading.Unknown<>(unknown.code(), unknown.answers(), unknown.revertData());
  }
}
