// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import org.elastos.smartweb.cbor.CborException;

/// At which blocks a right must hold (decision B1).
public enum Freshness {
  /// At the final block and at the newest agreed block.
  FINAL("final"),
  /// At the newest agreed block; a purchase counts before it is final.
  FRESH_PURCHASE("fresh");

  private final String code;

  Freshness(String code) {
    this.code = code;
  }

  /// The word on the wire.
  public String code() {
    return code;
  }

  /// Reads the word on the wire.
  ///
  /// @throws CborException for any other word
  public static Freshness fromCode(String code) {
    for (Freshness freshness : values()) {
      if (freshness.code.equals(code)) {
        return freshness;
      }
    }
    throw new CborException("an unknown freshness");
  }
}
