// SPDX-License-Identifier: MIT
/// The development node's side of the peer protocol: handshake, inventory, blocks, filtered blocks
/// with proofs and confirms, transactions. On loopback only; everything that is read is bounded.
@NullMarked
package org.elastos.smartweb.chain.devnet.ela.peer;

import org.jspecify.annotations.NullMarked;
