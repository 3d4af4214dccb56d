// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

import java.time.Instant;

/// One block of one chain: its height, its hash and the time that stands in its header (seconds).
public record BlockRef(ChainId chain, long number, Hash256 hash, Instant time) {}
