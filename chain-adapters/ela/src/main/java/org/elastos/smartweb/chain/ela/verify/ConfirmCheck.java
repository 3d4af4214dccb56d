// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.HashSet;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.Proposal;
import org.elastos.smartweb.chain.ela.Vote;
import org.elastos.smartweb.chain.ela.address.P256PublicKey;

/// Whether the arbiters confirmed a block (docs/spec/mainchain.md, "Confirms"). Total and
/// stateless.
public final class ConfirmCheck {
  private ConfirmCheck() {}

  /// Strictly more than two thirds of the seats, each signer once and a member, each vote for this
  /// very proposal, and the proposal for this very block. Counting comes before signatures, which
  /// cost the most.
  public static Verdict check(Confirm confirm, Hash256 blockHash, ArbiterSet arbiters) {
    Set<Bytes> members = arbiters.members();
    Verdict proposal = checkProposal(confirm.proposal(), blockHash, members);
    if (!proposal.holds()) {
      return proposal;
    }
    Verdict votes = countVotes(confirm, members, arbiters.quorum());
    return votes.holds() ? checkSignatures(confirm) : votes;
  }

  private static Verdict checkProposal(Proposal proposal, Hash256 blockHash, Set<Bytes> members) {
    if (!proposal.blockHash().equals(blockHash)) {
      return Verdict.differs(Rule.CONFIRM_WRONG_BLOCK, blockHash.hex(), proposal.blockHash().hex());
    }
    return members.contains(proposal.sponsor())
        ? Verdict.valid()
        : Verdict.invalid(Rule.CONFIRM_SPONSOR_UNKNOWN, "sponsor", proposal.sponsor().hex());
  }

  private static Verdict countVotes(Confirm confirm, Set<Bytes> members, int quorum) {
    Hash256 proposal = confirm.proposal().hash();
    Set<Bytes> signers = new HashSet<>();
    for (Vote vote : confirm.votes()) {
      if (!vote.proposalHash().equals(proposal)) {
        return Verdict.differs(
            Rule.CONFIRM_WRONG_PROPOSAL, proposal.hex(), vote.proposalHash().hex());
      }
      if (!vote.accept()) {
        return Verdict.invalid(Rule.CONFIRM_REJECT_VOTE, "signer", vote.signer().hex());
      }
      if (!members.contains(vote.signer())) {
        return Verdict.invalid(Rule.CONFIRM_SIGNER_UNKNOWN, "signer", vote.signer().hex());
      }
      if (!signers.add(vote.signer())) {
        return Verdict.invalid(Rule.CONFIRM_DUPLICATE_SIGNER, "signer", vote.signer().hex());
      }
    }
    return signers.size() >= quorum
        ? Verdict.valid()
        : Verdict.differs(Rule.CONFIRM_TOO_FEW, "at least " + quorum, signers.size());
  }

  private static Verdict checkSignatures(Confirm confirm) {
    Proposal proposal = confirm.proposal();
    if (!signed(proposal.sponsor(), proposal.unsigned(), proposal.signature())) {
      return Verdict.invalid(Rule.CONFIRM_PROPOSAL_SIGNATURE, "sponsor", proposal.sponsor().hex());
    }
    for (Vote vote : confirm.votes()) {
      if (!signed(vote.signer(), vote.unsigned(), vote.signature())) {
        return Verdict.invalid(Rule.CONFIRM_VOTE_SIGNATURE, "signer", vote.signer().hex());
      }
    }
    return Verdict.valid();
  }

  private static boolean signed(Bytes key, Bytes message, Bytes signature) {
    return P256PublicKey.of(key)
        .filter(known -> known.verifies(message.bytes(), signature))
        .isPresent();
  }
}
