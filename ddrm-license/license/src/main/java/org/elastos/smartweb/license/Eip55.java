// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.crypto.Keccak256;

/// The checksum form of an address (EIP-55), which EIP-4361 asks for. Stateless.
final class Eip55 {
  private Eip55() {}

  static String format(EvmAddress address) {
    String lower = address.hex();
    String hash = Keccak256.of(lower.getBytes(StandardCharsets.US_ASCII)).hex();
    StringBuilder out = new StringBuilder("0x");
    for (int i = 0; i < lower.length(); i++) {
      String digit = lower.substring(i, i + 1);
      out.append(Character.digit(hash.charAt(i), 16) >= 8 ? digit.toUpperCase(Locale.ROOT) : digit);
    }
    return out.toString();
  }
}
