// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.chain.Bytes;

/// The file key, wrapped for somebody. Kinds that a reader does not know are skipped.
public record Envelope(int kind, Bytes body) {
  /// Wrapped to a licence committee's group key.
  public static final int THRESHOLD = 1;

  /// Wrapped to the creator's recovery key.
  public static final int RECOVERY = 2;

  /// Wrapped by a passphrase; never in a published file.
  public static final int PASSPHRASE = 3;

  /// Leased to a device.
  public static final int DEVICE = 4;

  /// The encoding of this envelope: {k, b}.
  public Cbor toCbor() {
    return Cbor.map().put("k", kind).put("b", body).build();
  }

  /// Reads an envelope.
  ///
  /// @throws CborException for any other shape
  public static Envelope fromCbor(Cbor value) {
    CborMap map = value.asMap();
    Envelope envelope = new Envelope(map.uint("k", 0xffff), map.bytes("b"));
    map.end();
    return envelope;
  }
}
