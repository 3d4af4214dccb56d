// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;

/// A verified block as it is kept.
///
/// @param hash in internal order
/// @param header with its proof of work, as it came; empty for a checkpoint
/// @param confirm of the arbiters, as it came; empty where there was none or it was forgotten
/// @param best whether it is on the best chain
public record StoredBlock(
    Hash256 hash,
    long height,
    Hash256 previous,
    Optional<Bytes> header,
    Optional<Bytes> confirm,
    boolean best) {}
