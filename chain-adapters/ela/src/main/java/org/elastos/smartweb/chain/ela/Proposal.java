// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;

/// What an arbiter on duty proposes: a block, at a view. Keys are compressed P-256 points of 33
/// bytes, signatures 64 bytes; reading refuses longer ones, verifying shorter ones. Immutable.
public record Proposal(Bytes sponsor, Hash256 blockHash, long viewOffset, Bytes signature) {
  static final int MAX_KEY = 33;
  static final int MAX_SIGNATURE = 64;

  /// The bytes that the sponsor signs.
  public Bytes unsigned() {
    ElaWriter out = new ElaWriter();
    writeUnsigned(out);
    return out.toBytes();
  }

  /// What votes name.
  public Hash256 hash() {
    return Sha256d.of(unsigned().bytes());
  }

  /// Reads a proposal as part of something larger.
  public static Proposal read(ElaReader in) {
    return new Proposal(
        in.varBytes(MAX_KEY, "proposal.sponsor"),
        in.hash256("proposal.blockHash"),
        in.u32("proposal.viewOffset"),
        in.varBytes(MAX_SIGNATURE, "proposal.signature"));
  }

  /// Writes the exact bytes.
  public void write(ElaWriter out) {
    writeUnsigned(out);
    out.varBytes(signature);
  }

  private void writeUnsigned(ElaWriter out) {
    out.varBytes(sponsor).hash256(blockHash).u32(viewOffset);
  }
}
