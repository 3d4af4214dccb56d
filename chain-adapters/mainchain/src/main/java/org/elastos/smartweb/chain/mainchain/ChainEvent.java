// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import org.elastos.smartweb.chain.Hash256;

/// A block joined the best chain or left it. Whoever keeps the number of the last event that took
/// effect, in the same transaction as the effect, misses none and repeats none.
///
/// @param number from 1, without a gap
/// @param joined whether it joined; otherwise it left, and its effects are undone
/// @param hash in internal order
public record ChainEvent(long number, boolean joined, long height, Hash256 hash) {}
