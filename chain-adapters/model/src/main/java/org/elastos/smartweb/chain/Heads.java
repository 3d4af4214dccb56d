// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

/// The newest and the newest final block that a quorum of sources agrees on.
public record Heads(BlockRef newest, BlockRef finalized) {}
