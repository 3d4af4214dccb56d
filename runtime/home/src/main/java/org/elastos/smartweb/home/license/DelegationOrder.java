// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.license;

import java.util.List;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;

/// Which wallet shall delegate to this device, and for which committees (gk).
public record DelegationOrder(EvmAddress wallet, List<Hash256> committees) {
  /// Keeps a copy.
  public DelegationOrder {
    committees = List.copyOf(committees);
  }
}
