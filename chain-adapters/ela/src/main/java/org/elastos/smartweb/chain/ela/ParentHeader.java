// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import org.elastos.smartweb.chain.Hash256;

/// A block header of the parent chain, 80 bytes in Bitcoin's layout; its hash carries the proof of
/// work. Numbers are unsigned 32-bit. Immutable.
public record ParentHeader(
    long version, Hash256 previous, Hash256 merkleRoot, long timestamp, long bits, long nonce) {
  /// Length in bytes.
  public static final int BYTES = 80;

  /// The hash in internal order.
  public Hash256 hash() {
    ElaWriter out = new ElaWriter();
    write(out);
    return Sha256d.of(out.toArray());
  }

  static ParentHeader read(ElaReader in) {
    return new ParentHeader(
        in.u32("parentHeader.version"),
        in.hash256("parentHeader.previous"),
        in.hash256("parentHeader.merkleRoot"),
        in.u32("parentHeader.timestamp"),
        in.u32("parentHeader.bits"),
        in.u32("parentHeader.nonce"));
  }

  void write(ElaWriter out) {
    out.u32(version).hash256(previous).hash256(merkleRoot).u32(timestamp).u32(bits).u32(nonce);
  }
}
