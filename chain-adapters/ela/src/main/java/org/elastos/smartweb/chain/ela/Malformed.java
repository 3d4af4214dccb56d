// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

/// Unwinds a reader to its public entry, where it becomes a [Decoded.Refused]. It never leaves this
/// package's entries and carries no stack.
final class Malformed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Refusal code;
  private final int offset;

  Malformed(Refusal code, int offset, String detail) {
    super(detail, null, false, false);
    this.code = code;
    this.offset = offset;
  }

  <T> Decoded<T> refused() {
    return new Decoded.Refused<>(code, offset, String.valueOf(getMessage()));
  }
}
