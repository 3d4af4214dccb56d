// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.threshold.CheckedHeader;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.Partial;

/// Port to this node's share. Safe for many threads.
public interface ShareHolder {
  /// This node's index, from 1.
  int index();

  /// Whether a share is held that fits exactly these keys.
  boolean fits(EpochKeys keys);

  /// The holder of the share that fits these keys, where several epochs' shares are held.
  default ShareHolder of(EpochKeys keys) {
    return this;
  }

  /// Applies the share, under blinding, to a header that was checked.
  ///
  /// @throws IllegalStateException when no fitting share is held
  Partial partial(CheckedHeader header, Hash256 request);
}
