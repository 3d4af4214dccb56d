// SPDX-License-Identifier: MIT
/// The ELA development node: a mainchain of one's own in one process, with the real node's JSON-RPC
/// and peer protocol. A development tool (docs/spec/mainchain.md, "Development node").
@NullMarked
package org.elastos.smartweb.chain.devnet.ela;

import org.jspecify.annotations.NullMarked;
