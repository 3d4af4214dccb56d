// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import org.elastos.smartweb.chain.Hash256;

/// A block of the best chain by height and hash (internal order).
public record ChainPosition(long height, Hash256 hash) {}
