// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.build;

import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.tx.TxOutput;

/// An unspent output and where it stands; the transaction id in internal order. Immutable.
public record Spendable(Hash256 txid, int index, TxOutput output) {}
