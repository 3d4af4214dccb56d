// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.util.List;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.cbor.Parsed;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.ddrm.AssetId;

/// One node's signed word about how the key that it helped to open may be used: by which device,
/// when, for which outputs, and on which blocks it relies (docs/spec/license-network.md §6). It
/// names wallet and work, so it stays inside the sealed answer. Immutable.
public record License(Subject subject, Period period, List<String> outputs, List<Block> blocks) {
  private static final String TAG = "smartweb/v1/license";
  private static final int MAX_ITEMS = 64;

  /// Keeps copies.
  public License {
    outputs = List.copyOf(outputs);
    blocks = List.copyOf(blocks);
  }

  /// What it is about: the request, who gave it, the work and the hash of its terms, and for whom.
  public record Subject(
      Hash256 request, Receipt.Giver giver, AssetId asset, Hash256 terms, Party party) {}

  /// The wallet that has the right and the home's device that may use the key.
  public record Party(EvmAddress wallet, Bytes device) {}

  /// The two blocks of a chain at which the right was read.
  public record Block(ChainId chain, Point finalized, Point newest) {
    static Block of(Heads heads) {
      return new Block(
          heads.newest().chain(), Point.of(heads.finalized()), Point.of(heads.newest()));
    }

    private Cbor toCbor() {
      return Cbor.array(
          Cbor.of(chain.value()),
          Cbor.of(finalized.number),
          Cbor.of(finalized.hash),
          Cbor.of(newest.number),
          Cbor.of(newest.hash));
    }

    private static Block fromCbor(Cbor value) {
      List<Cbor> items = value.asArray(5);
      return new Block(
          new ChainId(items.get(0).asUint()),
          new Point(items.get(1).asUint(), items.get(2).asHash()),
          new Point(items.get(3).asUint(), items.get(4).asHash()));
    }
  }

  /// One block by height and hash.
  public record Point(long number, Hash256 hash) {
    private static Point of(BlockRef block) {
      return new Point(block.number(), block.hash());
    }
  }

  /// A licence with its node's signature.
  public record Signed(License license, Bytes signature) {
    static Signed sign(License license, SecretBytes identitySeed) {
      return new Signed(license, Ed25519.sign(identitySeed, TAG, license.encode().bytes()));
    }

    /// Whether this node identity signed it.
    public boolean isSignedBy(Bytes identity) {
      return Ed25519.verify(identity, TAG, license.encode().bytes(), signature);
    }

    Cbor toCbor() {
      return Cbor.array(Cbor.of(license.encode()), Cbor.of(signature));
    }

    /// @throws CborException for any other shape
    static Signed fromCbor(Cbor value) {
      List<Cbor> items = value.asArray(2);
      License license =
          switch (License.parse(items.get(0).asBytes())) {
            case Parsed.Ok<License>(License read) -> read;
            case Parsed.Malformed<License>(String reason) -> throw new CborException(reason);
          };
      return new Signed(license, items.get(1).asBytes(Ed25519.SIGNATURE_BYTES));
    }
  }

  /// The strict encoding L that is signed.
  public Bytes encode() {
    return Bytes.of(
        Cbor.map()
            .put("v", 1)
            .put("request", subject.request())
            .put("gk", subject.giver().gk())
            .put("epoch", subject.giver().epoch())
            .put("i", subject.giver().index())
            .put("asset", subject.asset().hash())
            .put("terms", subject.terms())
            .put("wallet", subject.party().wallet())
            .put("device", subject.party().device())
            .put("at", Wire.seconds(period.at()))
            .putIfPresent("until", period.until().map(Wire::seconds))
            .put("play", period.playSeconds())
            .putIfPresent("rental", period.rentalEnd().map(Wire::seconds))
            .putIfPresent("lease", period.leaseEnd().map(Wire::seconds))
            .put("renew", Wire.seconds(period.renewAt()))
            .put("outputs", Cbor.array(outputs.stream().map(Cbor::of).toList()))
            .put("blocks", Cbor.array(blocks.stream().map(Block::toCbor).toList()))
            .encode());
  }

  /// Reads an encoded licence; its signature is checked apart.
  public static Parsed<License> parse(Bytes encoded) {
    return Wire.parse(encoded, License::read);
  }

  private static License read(CborMap map) {
    Subject subject =
        new Subject(
            map.bytes32("request"),
            new Receipt.Giver(map.bytes32("gk"), map.uint("epoch"), map.uint("i", 255)),
            new AssetId(map.bytes32("asset")),
            map.bytes32("terms"),
            new Party(map.address("wallet"), map.bytes("device", Hash256.BYTES)));
    Period period =
        new Period(
            Wire.seconds(map, "at"),
            Wire.optionalSeconds(map, "until"),
            map.uint("play", Integer.MAX_VALUE),
            Wire.optionalSeconds(map, "rental"),
            Wire.optionalSeconds(map, "lease"));
    map.expect("renew", period.renewAt().getEpochSecond());
    List<String> outputs = map.array("outputs", Cbor::asText);
    List<Block> blocks = map.array("blocks", Block::fromCbor);
    if (outputs.size() > MAX_ITEMS || blocks.size() > MAX_ITEMS) {
      throw new CborException("a licence lists too much");
    }
    return new License(subject, period, outputs, blocks);
  }
}
