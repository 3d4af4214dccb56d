// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.util.Optional;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.threshold.EpochKeys;

/// Port to the committee's board. Safe for many threads.
public interface CommitteeView {
  /// The keys of the epoch that is active at the final block; empty while there is none.
  Reading<Optional<EpochKeys>> active();
}
