// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rules;

import org.elastos.smartweb.chain.ela.tx.TxOutput;

/// An unspent output, and where it came from. Immutable.
public record Coin(TxOutput output, long height, boolean coinbase) {}
