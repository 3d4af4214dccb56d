// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.crypto.LocalWallet;

/// Ready-made values for tests of the market.
public final class Samples {
  public static final ChainId CHAIN = new ChainId(31337);
  public static final String CID = "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi";

  private Samples() {}

  public static EvmAddress address(int n) {
    byte[] raw = new byte[EvmAddress.BYTES];
    raw[0] = (byte) (n >> 8);
    raw[19] = (byte) n;
    return EvmAddress.of(raw);
  }

  public static ChannelRef channel(int n) {
    return new ChannelRef(CHAIN, address(0xc000 + n));
  }

  public static Hash256 hash(long n) {
    return Hash256.fromUint(BigInteger.valueOf(n));
  }

  public static EditionId editionId(int n) {
    return new EditionId(hash(0xed0000L + n));
  }

  public static LocalWallet wallet(int n) {
    return new LocalWallet(SecretBytes.take(hash(n).bytes()));
  }

  public static RoyaltyTable royalties() {
    return new RoyaltyTable(
        List.of(
            new RoyaltyShare(address(1), 100_000),
            new RoyaltyShare(address(2), 200_000),
            new RoyaltyShare(address(3), 700_000)));
  }

  public static SaleTerms terms(long price) {
    return new SaleTerms(
        new TokenAmount(address(0xd0), BigInteger.valueOf(price)),
        BigInteger.valueOf(1_000),
        royalties(),
        1_000,
        false,
        true);
  }

  public static EventPosition at(long block, int logIndex) {
    return new EventPosition(block, hash(0xb10c00 + block), new TxHash(hash(block)), logIndex);
  }

  public static ChannelEvent.EditionCreated created(EventPosition at, int channel, int edition) {
    return new ChannelEvent.EditionCreated(
        at,
        channel(channel),
        editionId(edition),
        hash(0xa55e700 + edition),
        terms(5_000_000),
        Optional.of(new ContentUri(CID)));
  }

  public static Edition edition(int n) {
    return EditionProjection.next(Optional.empty(), created(at(10, 0), 1, n)).orElseThrow();
  }

  public static Listing listing(EvmAddress seller, int edition) {
    return new Listing(
        seller,
        editionId(edition),
        BigInteger.ONE,
        new TokenAmount(address(0xd0), BigInteger.valueOf(7_000_000)),
        BigInteger.valueOf(42),
        BigInteger.valueOf(1_900_000_000));
  }

  public static SignedListing signed(int walletKey, int edition) {
    LocalWallet wallet = wallet(walletKey);
    return SignedListing.sign(channel(1), listing(wallet.address(), edition), wallet);
  }
}
