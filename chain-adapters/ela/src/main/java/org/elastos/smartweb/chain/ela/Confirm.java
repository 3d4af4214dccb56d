// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import java.util.List;

/// A block's confirmation by the arbiters: a proposal and the votes on it. Says nothing about
/// whether they suffice. Immutable.
public record Confirm(Proposal proposal, List<Vote> votes) {
  /// Copies the list.
  public Confirm {
    votes = List.copyOf(votes);
  }

  /// Reads a confirm as part of something larger.
  public static Confirm read(ElaReader in) {
    Proposal proposal = Proposal.read(in);
    int count = in.count64(Vote.LEAST_BYTES, "confirm.votes");
    return new Confirm(proposal, in.items(count, Vote::read));
  }

  /// Writes the exact bytes.
  public void write(ElaWriter out) {
    proposal.write(out);
    out.i64(votes.size()).items(votes, (to, vote) -> vote.write(to));
  }
}
