// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import org.elastos.smartweb.chain.ela.verify.ChainPoint;

/// What everything is verified from: the genesis block of a network, or a checkpoint that the
/// operator answers for.
///
/// @param network the network's name
public record ChainOrigin(String network, ChainPoint point) {}
