// SPDX-License-Identifier: MIT
/// The development chain itself: keys, ledger, miner, waiting transactions and the file of blocks.
@NullMarked
package org.elastos.smartweb.chain.devnet.ela.chain;

import org.jspecify.annotations.NullMarked;
