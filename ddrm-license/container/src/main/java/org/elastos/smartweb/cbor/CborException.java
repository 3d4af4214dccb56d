// SPDX-License-Identifier: MIT
package org.elastos.smartweb.cbor;

/// The bytes are no strict DAG-CBOR, or their value has not the expected shape. Thrown while
/// reading and turned into {@link Parsed.Malformed} at the border by {@link DagCbor#parse}; carries
/// no stack trace because hostile input causes it.
public final class CborException extends RuntimeException {
  /// A static text that says what is wrong.
  public CborException(String text) {
    super(text, null, false, false);
  }
}
