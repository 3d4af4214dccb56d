// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.license;

import java.net.URI;
import java.util.List;
import org.elastos.smartweb.license.Delegation;

/// Port that tells licence nodes that a delegation ended. Blocks, for a bounded time.
public interface RevocationNotice {
  /// Tells every node of these committees; a node that does not answer is named, nothing more.
  List<Told> tell(Delegation delegation, DeviceKey device, List<CommitteePin> committees);

  /// Whether one node took note.
  record Told(int index, URI endpoint, boolean acknowledged, String detail) {}
}
