// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.util.Optional;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.cbor.CborMapBuilder;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Sha256;

/// What a creator states about a work; each kind is a chain of its own.
public sealed interface StatementBody permits Terms, Face {
  /// Where a statement stands: its work, its number from 0, and the hash of the payload before it,
  /// absent exactly at 0.
  record Place(AssetId asset, long seq, Optional<Hash256> prev) {
    /// @throws IllegalArgumentException when number and predecessor do not fit
    public Place {
      if (seq < 0 || prev.isPresent() != seq > 0) {
        throw new IllegalArgumentException("the first statement, and no other, has no predecessor");
      }
    }

    /// The first place of a work's chain.
    public static Place first(AssetId asset) {
      return new Place(asset, 0, Optional.empty());
    }

    /// The place after a statement.
    public static Place after(StatementBody body) {
      return new Place(
          body.place().asset(), body.place().seq() + 1, Optional.of(body.payloadHash()));
    }
  }

  /// Where it stands.
  Place place();

  /// The word that names its chain: `terms` or `face`.
  String kind();

  /// The payload.
  Cbor toCbor();

  /// SHA-256 of the encoded payload.
  default Hash256 payloadHash() {
    return Sha256.of(toCbor().encode());
  }

  /// Reads a payload.
  ///
  /// @throws CborException for any other shape
  static StatementBody fromCbor(Cbor value) {
    CborMap map = value.asMap();
    map.expect("v", 1);
    String kind = map.text("t");
    StatementBody body =
        switch (kind) {
          case Terms.KIND -> Terms.read(place(map), map);
          case Face.KIND -> Face.read(place(map), map);
          default -> throw new CborException("an unknown statement");
        };
    map.end();
    return body;
  }

  private static Place place(CborMap map) {
    AssetId asset = new AssetId(map.bytes32("asset"));
    long seq = map.uint("seq");
    Optional<Hash256> prev = map.nullable("prev", Cbor::asHash);
    if (prev.isPresent() != seq > 0) {
      throw new CborException("the first statement, and no other, has no predecessor");
    }
    return new Place(asset, seq, prev);
  }

  /// Starts the map of a payload.
  static CborMapBuilder open(StatementBody body) {
    Place place = body.place();
    return Cbor.map()
        .put("v", 1)
        .put("t", body.kind())
        .put("asset", place.asset().hash())
        .put("seq", place.seq())
        .put("prev", place.prev().map(Cbor::of).orElseGet(Cbor::nothing));
  }
}
