// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.util.List;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;

/// What the payload key binds, so that none of it can be exchanged (decision A3): the creator's
/// account, the media type (at most 127 bytes), a salt made for this one encryption, and the slot
/// size.
public record Pre(EvmAddress creator, String type, Hash256 salt, int slot) {
  /// The slot sizes, in bytes; each divides the 1 MiB leaf.
  public static final List<Integer> SLOTS = List.of(1 << 12, 1 << 14, 1 << 16, 1 << 18);

  static final int TAG_BYTES = 16;
  private static final int MAX_TYPE_BYTES = 127;

  /// @throws CborException for another slot size, or a type that is empty or too long
  public Pre {
    Limits.text(type, MAX_TYPE_BYTES);
    if (!SLOTS.contains(slot)) {
      throw new CborException("an unknown slot size");
    }
  }

  /// The slot size for a work of this length; unknown lengths count as large.
  public static int slotFor(long length) {
    if (length < 0) {
      return 1 << 16;
    }
    return length < 1 << 18 ? 1 << 12 : length < 1 << 22 ? 1 << 14 : 1 << 16;
  }

  /// How many records hold a work of this length; even an empty work has one.
  long recordsOf(long length) {
    int plain = slot - TAG_BYTES;
    return Math.max(1, (length - 1) / plain + 1);
  }

  /// The encoding: {v, alg: 1 (AES-256-GCM), creator: [1, address], type, salt, slot}.
  Cbor toCbor() {
    return Cbor.map()
        .put("v", 1)
        .put("alg", 1)
        .put("creator", Cbor.array(Cbor.of(1), Cbor.of(creator)))
        .put("type", type)
        .put("salt", salt)
        .put("slot", slot)
        .build();
  }

  static Pre fromCbor(Cbor value) {
    CborMap map = value.asMap();
    map.expect("v", 1).expect("alg", 1);
    List<Cbor> creator = map.value("creator").asArray(2);
    if (creator.get(0).asUint() != 1) {
      throw new CborException("an unknown kind of creator key");
    }
    Pre pre =
        new Pre(
            creator.get(1).asAddress(),
            map.text("type"),
            map.bytes32("salt"),
            map.uint("slot", 1 << 18));
    map.end();
    return pre;
  }
}
