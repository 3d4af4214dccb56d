// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import org.elastos.smartweb.chain.devnet.ela.rules.Coin;
import org.elastos.smartweb.chain.devnet.ela.rules.OutPoint;

/// An unspent output. Immutable.
///
/// @param mature whether the next block may spend it
/// @param claimed whether a waiting transaction spends it
public record Unspent(OutPoint at, Coin coin, boolean mature, boolean claimed) {}
