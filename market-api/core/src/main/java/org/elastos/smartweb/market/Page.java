// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.util.List;
import java.util.Optional;

/// Some items in a stable order.
///
/// @param next where the following page starts; empty at the end
public record Page<T>(List<T> items, Optional<String> next) {
  /// Keeps a copy of the items.
  public Page {
    items = List.copyOf(items);
  }
}
