// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;

/// The arbiters that one node names.
///
/// @param onDuty the index of the one whose turn it is
/// @param keys compressed P-256 keys; empty for a seat whose holder is not in order
public record ArbiterGroup(int onDuty, List<Optional<Bytes>> keys) {
  /// Keeps a copy.
  public ArbiterGroup {
    keys = List.copyOf(keys);
  }
}
