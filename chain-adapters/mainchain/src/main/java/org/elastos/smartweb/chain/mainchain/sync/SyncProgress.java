// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.util.List;
import org.elastos.smartweb.chain.mainchain.SourceStatus;

/// How far following has come.
///
/// @param height of the best verified block
/// @param target the greatest height of which a source spoke; shown, never believed
/// @param verified how many blocks were verified since the start
/// @param perSecond verified blocks per second since the start
public record SyncProgress(
    long height, long target, long verified, double perSecond, List<SourceStatus> sources) {
  /// Keeps a copy.
  public SyncProgress {
    sources = List.copyOf(sources);
  }
}
