// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

import java.nio.charset.StandardCharsets;
import org.elastos.smartweb.chain.Hash256;

/// Personal messages (EIP-191 version 0x45), which wallets show and sign. Stateless.
public final class Eip191 {
  private Eip191() {}

  /// The digest of a text in UTF-8.
  public static Hash256 digest(String text) {
    return digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The digest of a message.
  public static Hash256 digest(byte[] message) {
    String prefix = "\u0019Ethereum Signed Message:\n" + message.length;
    return Keccak256.of(prefix.getBytes(StandardCharsets.US_ASCII), message);
  }
}
