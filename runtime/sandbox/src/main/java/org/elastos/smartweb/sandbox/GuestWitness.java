// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.sandbox.abi.MemoryWindow;

/// Port for whoever checks what a guest could see: shown the guest's whole memory when its run has
/// ended, just before it is wiped. It runs on the guest's thread.
@FunctionalInterface
public interface GuestWitness {
  /// Looks at nothing.
  GuestWitness NONE = (release, memory) -> {};

  /// Shows the memory of one run.
  ///
  /// @param release the build that ran
  /// @param memory lent for the call
  void ended(Hash256 release, MemoryWindow memory);
}
