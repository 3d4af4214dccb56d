// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.mainchain.OutputId;

/// Money that one node says can be spent.
///
/// @param confirmations 1 for an output of the newest block
/// @param outputLock the height before which it cannot be spent; 0 for none
public record UnspentOutput(
    OutputId id, String address, Sela amount, long confirmations, long outputLock) {}
