// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import org.elastos.smartweb.chain.ela.ElaWriter;

/// What a transaction is about. One record per type, and per payload version where versions differ
/// by more than fields at the end; a field that a version lacks is zero or empty. Immutable.
public sealed interface Payload
    permits BasicPayload,
        SideChainPayload,
        ProducerPayload,
        EvidencePayload,
        ConsensusPayload,
        CouncilPayload,
        StakePayload {
  /// Stands for a layout that no payload version changes: the node reads it the same for any.
  int ANY_VERSION = -1;

  /// Writes the exact bytes, without length.
  void write(ElaWriter out);

  /// The payload version that this layout belongs to, or [#ANY_VERSION].
  default int layout() {
    return ANY_VERSION;
  }
}
