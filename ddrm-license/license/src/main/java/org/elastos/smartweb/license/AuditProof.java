// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.nio.ByteBuffer;
import java.util.List;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Keccak256;

/// What a node shows to prove that a record stands under one of its anchors (decision B7). Nothing
/// in it is believed: the anchor is compared with the chain's, and the path with the anchor's root.
/// Immutable.
///
/// @param number the anchor's number at its operator, from 0
/// @param path siblings of the record's head, from the leaf up
public record AuditProof(long number, Anchor anchor, List<Hash256> path) {
  private static final int MAX_PATH = 16;

  /// What stands on the chain: records `first` to `last`, the head after the last one, and the root
  /// over their heads.
  public record Anchor(long first, long last, Hash256 head, Hash256 root) {
    /// What the contract keeps: keccak256(abi.encode(uint64 first, uint64 last, head, root)).
    public Hash256 commitment() {
      ByteBuffer words = ByteBuffer.allocate(128);
      words.putLong(24, first).putLong(56, last);
      words.put(64, head.bytes()).put(96, root.bytes());
      return Keccak256.of(words.array());
    }
  }

  /// Copies the path.
  public AuditProof {
    path = List.copyOf(path);
  }

  /// Whether a record with this position and head stands under the anchor.
  public boolean holds(AuditPosition record) {
    boolean inside = record.position() >= anchor.first && record.position() <= anchor.last;
    boolean bounded = anchor.last - anchor.first < AuditTree.MAX_LEAVES && path.size() <= MAX_PATH;
    return inside
        && bounded
        && AuditTree.proves(
            new AuditTree.Leaf(
                record.head(), record.position() - anchor.first, anchor.last - anchor.first + 1),
            path,
            anchor.root);
  }
}
