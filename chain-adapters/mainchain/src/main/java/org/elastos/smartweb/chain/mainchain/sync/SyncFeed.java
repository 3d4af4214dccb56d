// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.util.random.RandomGenerator;
import org.elastos.smartweb.chain.mainchain.HeaderStore;

/// Where the blocks of sources go, and how often sources are asked.
///
/// @param store has begun
/// @param random spreads pauses; needs no secrecy
public record SyncFeed(
    HeaderStore store, BlockIntake intake, SyncPace pace, RandomGenerator random) {}
