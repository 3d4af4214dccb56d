// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.ddrm.AssetId;

/// Port to what the operator denies by law or court, and how often he lets anybody ask. Safe for
/// many threads.
@FunctionalInterface
public interface Denylist {
  /// Denies nothing.
  Denylist EMPTY = (wallet, asset) -> false;

  /// Whether this wallet or asset is denied.
  boolean denies(EvmAddress wallet, AssetId asset);

  /// Whether this wallet may ask for this asset now, by how often it and others did; counts the
  /// asking.
  default boolean admits(EvmAddress wallet, AssetId asset) {
    return true;
  }
}
