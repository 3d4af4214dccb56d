// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.CborMap;

/// What a licence gives: playing for so many seconds from its date, after which the key is wiped.
public record Grant(int playSeconds) {
  /// The longest a key is kept: 48 hours.
  public static final int MAX_SECONDS = 48 * 3600;

  /// @throws IllegalArgumentException unless between one second and 48 hours
  public Grant {
    if (playSeconds < 1 || playSeconds > MAX_SECONDS) {
      throw new IllegalArgumentException("a grant lasts from one second to 48 hours");
    }
  }

  /// The encoding of this grant.
  public Cbor toCbor() {
    return Cbor.map().put("t", "play").put("secs", playSeconds).build();
  }

  /// Reads a grant.
  ///
  /// @throws CborException for any other shape
  public static Grant fromCbor(Cbor value) {
    CborMap map = value.asMap();
    map.expect("t", "play");
    int seconds = map.uint("secs", MAX_SECONDS);
    map.end();
    if (seconds == 0) {
      throw new CborException("a grant of no time");
    }
    return new Grant(seconds);
  }
}
