// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

/// A fault of the platform or of the caller's own data, never an answer to hostile input: hostile
/// input is refused by value.
public final class CryptoException extends RuntimeException {
  /// A fault with static text.
  public CryptoException(String text) {
    super(text);
  }

  /// A fault with static text and what caused it.
  public CryptoException(String text, Throwable cause) {
    super(text, cause);
  }
}
