// SPDX-License-Identifier: MIT
/// The EVM development chain: anvil as a child process with a state file that survives a crash. A
/// development tool: whoever reaches its port may do anything, so it listens on loopback only.
@NullMarked
package org.elastos.smartweb.chain.devnet;

import org.jspecify.annotations.NullMarked;
