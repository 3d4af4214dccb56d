// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Instant;
import java.util.List;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.cbor.Parsed;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.ddrm.Grant;

/// A node's signed word about what it gave for one request (crypto core §3). It does not hold the
/// partial itself, so it may be shown to anybody. Immutable.
public record Receipt(Subject subject, Giver giver, Grounds grounds, Instant at) {
  private static final String TAG = "smartweb/v1/receipt";

  /// The request, its ciphertext under its label, and the partial's hash.
  public record Subject(Hash256 request, Hash256 ct, Hash256 partial) {}

  /// The committee, the epoch and the member that gave it.
  public record Giver(Hash256 gk, long epoch, int index) {}

  /// What was granted, at which blocks the right was read, and where the audit holds it.
  public record Grounds(Grant grant, List<BlockSpan> blocks, AuditPosition audit) {
    /// Copies the list.
    public Grounds {
      blocks = List.copyOf(blocks);
    }
  }

  /// The final and the newest block of a chain at which a right was read.
  public record BlockSpan(ChainId chain, long finalized, long newest) {
    static BlockSpan of(Heads heads) {
      BlockRef newest = heads.newest();
      return new BlockSpan(newest.chain(), heads.finalized().number(), newest.number());
    }

    Cbor toCbor() {
      return Cbor.array(Cbor.of(chain.value()), Cbor.of(finalized), Cbor.of(newest));
    }

    static BlockSpan fromCbor(Cbor value) {
      List<Cbor> items = value.asArray(3);
      return new BlockSpan(
          new ChainId(items.get(0).asUint()), items.get(1).asUint(), items.get(2).asUint());
    }
  }

  /// The strict encoding R that is signed.
  public Bytes encode() {
    return Bytes.of(
        Cbor.map()
            .put("v", 1)
            .put("request", subject.request())
            .put("ct", subject.ct())
            .put("partial", subject.partial())
            .put("gk", giver.gk())
            .put("epoch", giver.epoch())
            .put("i", giver.index())
            .put("grant", grounds.grant().toCbor())
            .put("blocks", Cbor.array(grounds.blocks().stream().map(BlockSpan::toCbor).toList()))
            .put(
                "audit",
                Cbor.array(Cbor.of(grounds.audit().position()), Cbor.of(grounds.audit().head())))
            .put("at", Wire.seconds(at))
            .encode());
  }

  /// Reads an encoded receipt; its signature is checked apart.
  public static Parsed<Receipt> parse(Bytes encoded) {
    return Wire.parse(encoded, Receipt::read);
  }

  private static Receipt read(CborMap map) {
    Subject subject =
        new Subject(map.bytes32("request"), map.bytes32("ct"), map.bytes32("partial"));
    Giver giver = new Giver(map.bytes32("gk"), map.uint("epoch"), map.uint("i", 255));
    List<Cbor> audit = map.value("audit").asArray(2);
    Grounds grounds =
        new Grounds(
            Grant.fromCbor(map.value("grant")),
            map.array("blocks", BlockSpan::fromCbor),
            new AuditPosition(audit.get(0).asUint(), audit.get(1).asHash()));
    return new Receipt(subject, giver, grounds, Wire.seconds(map, "at"));
  }

  Bytes sign(SecretBytes identitySeed) {
    return Ed25519.sign(identitySeed, TAG, encode().bytes());
  }

  /// Whether this node identity signed it.
  public boolean isSignedBy(Bytes identity, Bytes signature) {
    return Ed25519.verify(identity, TAG, encode().bytes(), signature);
  }
}
