// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.util.Map;
import java.util.TreeMap;

/// A fault of the market's parts. The text is static, what varies stands beside it as keys and
/// values, so that incidents can be counted.
public class MarketException extends RuntimeException {
  private final transient Map<String, Object> details;

  /// A fault with static text and its keys and values.
  public MarketException(String text, Map<String, ?> details) {
    super(text);
    this.details = new TreeMap<>(details);
  }

  /// A fault with static text, its keys and values, and what caused it.
  public MarketException(String text, Map<String, ?> details, Throwable cause) {
    super(text, cause);
    this.details = new TreeMap<>(details);
  }

  /// The keys and values, by key.
  public Map<String, Object> details() {
    return Map.copyOf(details);
  }
}
