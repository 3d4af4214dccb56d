// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.wire;

import java.io.Serial;

/// A JSON text that has not the agreed shape.
public final class WireException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  /// Says what is wrong, without quoting the text.
  public WireException(String message) {
    super(message);
  }
}
