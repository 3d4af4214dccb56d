// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;

/// One arbiter's answer to a proposal. Immutable.
public record Vote(Hash256 proposalHash, Bytes signer, boolean accept, Bytes signature) {
  static final int LEAST_BYTES = 35;

  /// The bytes that the signer signs.
  public Bytes unsigned() {
    ElaWriter out = new ElaWriter();
    writeUnsigned(out);
    return out.toBytes();
  }

  /// Reads a vote as part of something larger.
  public static Vote read(ElaReader in) {
    return new Vote(
        in.hash256("vote.proposalHash"),
        in.varBytes(Proposal.MAX_KEY, "vote.signer"),
        in.bool("vote.accept"),
        in.varBytes(Proposal.MAX_SIGNATURE, "vote.signature"));
  }

  /// Writes the exact bytes.
  public void write(ElaWriter out) {
    writeUnsigned(out);
    out.varBytes(signature);
  }

  private void writeUnsigned(ElaWriter out) {
    out.hash256(proposalHash).varBytes(signer).bool(accept);
  }
}
