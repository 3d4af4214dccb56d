// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import org.elastos.smartweb.chain.Hash256;

/// Names an output of a transaction.
///
/// @param txid in internal order
/// @param index 0 to 65535
public record OutputId(Hash256 txid, int index) {}
