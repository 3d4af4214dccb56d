// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.crypto.LocalWallet;
import org.junit.jupiter.api.Test;

class ListingTest {
  @Test
  void hashesAsAnIndependentEncoderDoes() {
    Listing listing =
        new Listing(
            EvmAddress.fromHex("11".repeat(20)),
            EditionId.fromHex("44".repeat(32)),
            BigInteger.valueOf(3),
            new TokenAmount(
                EvmAddress.fromHex("22".repeat(20)), new BigInteger("123456789012345678901")),
            BigInteger.valueOf(7),
            BigInteger.valueOf(1_800_000_000));
    ChannelRef channel = new ChannelRef(new ChainId(31337), EvmAddress.fromHex("33".repeat(20)));

    assertThat(listing.digest(channel).hex())
        .isEqualTo("c01d0ec01f23461e8164ad782da0fa3435e192f9e3811df3a24def4d321ff441");
  }

  @Test
  void acceptsTheSellersOwnSignatureOnly() {
    SignedListing signed = Samples.signed(1, 1);
    assertThat(signed.hasValidSignature()).isTrue();

    assertThat(with(Samples.channel(2), signed.listing(), signed.signature())).isFalse();
    assertThat(with(signed.channel(), signed.listing(), Bytes.EMPTY)).isFalse();
    byte[] flipped = signed.signature().bytes();
    flipped[5] ^= 1;
    assertThat(with(signed.channel(), signed.listing(), Bytes.of(flipped))).isFalse();
    for (Listing changed : variants(signed.listing())) {
      assertThat(with(signed.channel(), changed, signed.signature())).isFalse();
    }
  }

  @Test
  void signsNothingForSomebodyElse() {
    LocalWallet stranger = Samples.wallet(2);
    Listing listing = Samples.listing(Samples.wallet(1).address(), 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignedListing.sign(Samples.channel(1), listing, stranger));
  }

  @Test
  void refusesWhatNoChannelFills() {
    Listing good = Samples.listing(Samples.address(1), 1);
    BigInteger tooMany = BigInteger.ONE.shiftLeft(64);
    assertThatIllegalArgumentException().isThrownBy(() -> Samples.listing(EvmAddress.ZERO, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> copy(good, tooMany, good.price(), good.nonce(), good.expiry()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> copy(good, BigInteger.ZERO, good.price(), good.nonce(), good.expiry()));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            copy(
                good,
                BigInteger.ONE,
                TokenAmount.wei(BigInteger.ZERO),
                good.nonce(),
                good.expiry()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> copy(good, BigInteger.ONE, good.price(), BigInteger.valueOf(-1), good.expiry()));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            copy(
                good,
                BigInteger.ONE,
                TokenAmount.wei(BigInteger.ONE.shiftLeft(128)),
                good.nonce(),
                good.expiry()));
  }

  /// The listing with each member changed in turn.
  static List<Listing> variants(Listing listing) {
    BigInteger one = BigInteger.ONE;
    TokenAmount price = listing.price();
    return List.of(
        new Listing(
            Samples.address(77),
            listing.edition(),
            listing.quantity(),
            price,
            listing.nonce(),
            listing.expiry()),
        new Listing(
            listing.seller(),
            Samples.editionId(99),
            listing.quantity(),
            price,
            listing.nonce(),
            listing.expiry()),
        copy(listing, listing.quantity().add(one), price, listing.nonce(), listing.expiry()),
        copy(
            listing,
            listing.quantity(),
            new TokenAmount(Samples.address(78), price.units()),
            listing.nonce(),
            listing.expiry()),
        copy(
            listing,
            listing.quantity(),
            new TokenAmount(price.token(), price.units().add(one)),
            listing.nonce(),
            listing.expiry()),
        copy(listing, listing.quantity(), price, listing.nonce().add(one), listing.expiry()),
        copy(listing, listing.quantity(), price, listing.nonce(), listing.expiry().add(one)));
  }

  private static Listing copy(
      Listing from, BigInteger quantity, TokenAmount price, BigInteger nonce, BigInteger expiry) {
    return new Listing(from.seller(), from.edition(), quantity, price, nonce, expiry);
  }

  private static boolean with(ChannelRef channel, Listing listing, Bytes signature) {
    return new SignedListing(channel, listing, signature).hasValidSignature();
  }
}
