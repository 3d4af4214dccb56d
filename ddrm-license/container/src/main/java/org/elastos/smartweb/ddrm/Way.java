// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.CborMap;

/// One way to the right: if the condition holds, as fresh as stated, the grant is given.
public record Way(Condition condition, Grant grant, Freshness freshness) {
  /// @throws IllegalArgumentException when the condition nests more than 5 deep
  public Way {
    if (ConditionBounds.depth(condition) > Condition.MAX_DEPTH) {
      throw new IllegalArgumentException("conditions nest up to 5 deep");
    }
  }

  /// The encoding of this way.
  public Cbor toCbor() {
    return Cbor.map()
        .put("condition", condition.toCbor())
        .put("grant", grant.toCbor())
        .put("freshness", freshness.code())
        .build();
  }

  /// Reads a way.
  ///
  /// @throws CborException for any other shape
  public static Way fromCbor(Cbor value) {
    CborMap map = value.asMap();
    Way way =
        new Way(
            Condition.fromCbor(map.value("condition")),
            Grant.fromCbor(map.value("grant")),
            Freshness.fromCode(map.text("freshness")));
    map.end();
    return way;
  }
}
