// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.threshold.EpochKeys;

/// Port to the committee's board. Safe for many threads.
public interface CommitteeView {
  /// The keys of the epoch that is active at the final block; empty while there is none.
  Reading<Optional<EpochKeys>> active();

  /// The keys of the epochs that serve at the final block, the newest first: after a key was handed
  /// on, the epoch before serves on for a while, so that homes notice in peace.
  default Reading<List<EpochKeys>> serving() {
    return active().map(keys -> keys.stream().toList());
  }
}
