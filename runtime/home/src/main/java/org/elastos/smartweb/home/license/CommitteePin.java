// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.license;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.threshold.CommitteeShape;

/// A committee as the owner's configuration pins it (decision B6): nothing of it is ever taken from
/// a market or from a node.
///
/// @param groupKey gk, the hash that names the group key
/// @param chain where its contract stands
/// @param contract the board and register of its members
/// @param shape how many members, and how many are needed
/// @param nodes every member, by ascending index from 1
public record CommitteePin(
    Hash256 groupKey, ChainId chain, EvmAddress contract, CommitteeShape shape, List<Node> nodes) {
  /// @throws IllegalArgumentException unless the nodes are exactly the members 1 to n
  public CommitteePin {
    nodes = List.copyOf(nodes);
    Set<Hash256> keys = new HashSet<>();
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).index() != i + 1 || !keys.add(nodes.get(i).identityKey())) {
        throw new IllegalArgumentException("nodes are listed once each, by index from 1");
      }
    }
    if (nodes.size() != shape.members()) {
      throw new IllegalArgumentException("a committee is pinned with all of its nodes");
    }
  }

  /// One member: where it answers and the Ed25519 key that signs its answers.
  public record Node(int index, URI endpoint, Hash256 identityKey) {}
}
