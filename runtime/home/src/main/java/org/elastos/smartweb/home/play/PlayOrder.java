// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.play;

import java.util.Optional;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;

/// What the owner wants to be played.
///
/// @param path the work's name in the tree, unless named by asset
/// @param assetId the work itself, unless named by path
/// @param wallet in whose name the key is asked for
/// @param output what the listener takes; `pcm` so far
/// @param capsule exactly this release, rather than the newest that the creator allows
public record PlayOrder(
    Optional<String> path,
    Optional<Hash256> assetId,
    EvmAddress wallet,
    String output,
    Optional<Hash256> capsule) {}
