// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.util.List;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.chain.EvmAddress;

/// Who forms a committee, in the order of their indices from 1, and how many of them are needed.
/// Immutable.
public record Committee(int threshold, List<CommitteeMember> members) {
  /// Copies the list.
  ///
  /// @throws IllegalArgumentException when n and t do not fit each other
  public Committee {
    members = List.copyOf(members);
    new CommitteeShape(members.size(), threshold);
  }

  /// n and t.
  public CommitteeShape shape() {
    return new CommitteeShape(members.size(), threshold);
  }

  /// A member by index, 1..n.
  public CommitteeMember member(int index) {
    return members.get(index - 1);
  }

  /// The operators in the order of their indices.
  public List<EvmAddress> operators() {
    return members.stream().map(CommitteeMember::operator).toList();
  }

  byte[] encode() {
    return Cbor.array(members.stream().map(CommitteeMember::toCbor).toList()).encode();
  }
}
