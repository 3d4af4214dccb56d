// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import org.elastos.smartweb.chain.Bytes;

/// A peer that may have blocks, and that nobody trusts. Implementations bound time and size
/// themselves and are thread-safe.
public interface BlockSource {
  /// The largest block that anybody fetches, in bytes.
  int MAX_BLOCK_BYTES = 2 << 20;

  /// What a peer answered.
  sealed interface Answer {
    /// Bytes that claim to be the block.
    record Block(Bytes bytes) implements Answer {}

    /// The peer has not got it.
    record Absent() implements Answer {}

    /// The peer could not be reached, was too slow, or sent too much.
    record Failed(String reason) implements Answer {}
  }

  /// The peer's name, for people and logs.
  String name();

  /// Asks for a block.
  Answer fetch(Cid cid);
}
