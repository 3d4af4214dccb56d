// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.util.List;
import org.elastos.smartweb.threshold.EpochKeys;

/// The committee that a client asks: the epoch's public keys and the members, from pinned
/// configuration checked by a final reading of the board, never from a market (decision B6).
public record CommitteeRoster(EpochKeys keys, List<NodeEndpoint> nodes) {
  /// Copies the list.
  ///
  /// @throws IllegalArgumentException when an index is twice or not of a member
  public CommitteeRoster {
    nodes = List.copyOf(nodes);
    long distinct = nodes.stream().mapToInt(NodeEndpoint::index).distinct().count();
    if (distinct != nodes.size()
        || !nodes.stream().map(NodeEndpoint::index).allMatch(keys.shape()::holds)) {
      throw new IllegalArgumentException("each member at most once");
    }
  }
}
