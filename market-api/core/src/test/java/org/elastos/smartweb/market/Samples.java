// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborMapBuilder;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.ddrm.Condition;
import org.elastos.smartweb.ddrm.Face;
import org.elastos.smartweb.ddrm.Freshness;
import org.elastos.smartweb.ddrm.Grant;
import org.elastos.smartweb.ddrm.Policy;
import org.elastos.smartweb.ddrm.Statement;
import org.elastos.smartweb.ddrm.StatementBody;
import org.elastos.smartweb.ddrm.Terms;
import org.elastos.smartweb.ddrm.Way;

/// Ready-made values for tests of the market.
public final class Samples {
  public static final ChainId CHAIN = new ChainId(31337);
  public static final String CID = "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi";

  public static final int CREATOR = 5;

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

  /// The asset id of the work with this number.
  public static AssetId asset(int n) {
    return AssetId.ofCore(core(n).bytes());
  }

  /// The core of a small made-up work by the account of wallet 5.
  public static Bytes core(int n) {
    CborMapBuilder pre =
        Cbor.map()
            .put("v", 1)
            .put("alg", 1)
            .put("creator", Cbor.array(Cbor.of(1), Cbor.of(wallet(CREATOR).address())))
            .put("type", "audio/ogg")
            .put("salt", hash(n))
            .put("slot", 4096);
    return Bytes.of(
        Cbor.map()
            .put("v", 1)
            .put("pre", pre.build())
            .put("commit", hash(1))
            .put("head", 32_768)
            .put("len", 10)
            .put("n", 1)
            .put("root", hash(2))
            .put("crit", Cbor.array())
            .encode());
  }

  /// First terms under which any of these conditions opens the work.
  public static Statement terms(int work, Condition... conditions) {
    List<Way> ways =
        Stream.of(conditions).map(one -> new Way(one, new Grant(1800), Freshness.FINAL)).toList();
    Terms terms =
        new Terms(
            StatementBody.Place.first(asset(work)),
            new Policy(ways),
            new Terms.Rendering(new TreeMap<>(), List.of("audio")),
            List.of());
    return Statement.sign(wallet(CREATOR), terms);
  }

  /// A first face.
  public static Statement face(int work, String name) {
    return Statement.sign(
        wallet(CREATOR),
        new Face(StatementBody.Place.first(asset(work)), name, new Face.Icon.None(), "en"));
  }

  /// What opens to holders of an edition in channel 1.
  public static Condition holds(int edition) {
    return new Condition.HoldsEdition(CHAIN, channel(1).address(), editionId(edition));
  }

  /// The work of the edition with the same number, in channel 1.
  public static Work work(int n) {
    return work(core(n), List.of(terms(n, holds(n))), List.of(face(n, "Work " + n))).orElseThrow();
  }

  public static Optional<Work> work(Bytes core, List<Statement> terms, List<Statement> faces) {
    return Work.verify(core, encoded(terms), encoded(faces));
  }

  private static List<Bytes> encoded(List<Statement> statements) {
    return statements.stream().map(one -> Bytes.of(one.toCbor().encode())).toList();
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
        asset(edition),
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
