// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;

/// A transaction of a verified block that pays to or spends from a watched program hash.
///
/// @param txid in internal order
/// @param position in its block, from 0
/// @param body the transaction's bytes
/// @param proof that it stands in the block, in the form that side chains and arbiters keep
public record KeptTransaction(Hash256 txid, Hash256 block, int position, Bytes body, Bytes proof) {}
