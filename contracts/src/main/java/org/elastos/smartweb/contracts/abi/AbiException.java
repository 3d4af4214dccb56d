// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.abi;

import java.util.Map;

/// Bytes that are not the encoding they should be, or a value that does not fit its type. The
/// message is static; what varies stands in [#details].
public final class AbiException extends RuntimeException {
  private final Map<String, Object> details;

  AbiException(String message, Map<String, Object> details) {
    super(message);
    this.details = Map.copyOf(details);
  }

  /// What varies, by name.
  public Map<String, Object> details() {
    return details;
  }
}
