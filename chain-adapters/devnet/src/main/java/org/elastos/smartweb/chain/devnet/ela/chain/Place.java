// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import org.elastos.smartweb.chain.Hash256;

/// Where a transaction stands in the active chain; the time is in seconds. Immutable.
public record Place(Hash256 block, long height, long timestamp) {}
