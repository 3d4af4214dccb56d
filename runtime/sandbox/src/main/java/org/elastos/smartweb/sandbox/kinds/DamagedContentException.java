// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.kinds;

/// A piece of the content does not authenticate; the capsule sees `damaged`.
public final class DamagedContentException extends RuntimeException {
  /// With the finding that caused it.
  public DamagedContentException(Throwable cause) {
    super("a piece of the content does not authenticate", cause);
  }
}
