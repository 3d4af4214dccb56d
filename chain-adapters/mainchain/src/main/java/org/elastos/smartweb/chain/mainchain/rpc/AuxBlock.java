// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Sela;

/// A block to be mined by work on a parent chain.
///
/// @param chainId under which the parent commits to it
/// @param height of the node's newest block, the one below
/// @param bits the compact target that the parent's header must reach
/// @param hash internal order, as the commitment needs it
public record AuxBlock(
    long chainId, long height, Sela reward, long bits, Hash256 hash, Hash256 previous) {}
