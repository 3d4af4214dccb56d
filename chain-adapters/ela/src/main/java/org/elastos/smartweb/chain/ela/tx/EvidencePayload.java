// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.Proposal;
import org.elastos.smartweb.chain.ela.Vote;

/// Payloads that prove an arbiter's fault.
public sealed interface EvidencePayload extends Payload {
  /// One proposal and the header it was for, as bytes.
  record ProposalEvidence(Proposal proposal, Bytes blockHeader, long blockHeight) {
    static ProposalEvidence read(ElaReader in) {
      return new ProposalEvidence(
          Proposal.read(in),
          in.varBytes(Limits.BLOCK, "evidence.blockHeader"),
          in.u32("evidence.blockHeight"));
    }

    void write(ElaWriter out) {
      proposal.write(out);
      out.varBytes(blockHeader).u32(blockHeight);
    }
  }

  /// One vote and the proposal it was for.
  record VoteEvidence(Vote vote, ProposalEvidence proposal) {
    static VoteEvidence read(ElaReader in) {
      return new VoteEvidence(Vote.read(in), ProposalEvidence.read(in));
    }

    void write(ElaWriter out) {
      vote.write(out);
      proposal.write(out);
    }
  }

  /// One confirmed block, as bytes.
  record BlockEvidence(Bytes header, Bytes confirm, List<Bytes> signers) {
    /// Copies the list.
    public BlockEvidence {
      signers = List.copyOf(signers);
    }
  }

  /// Type 0e: two proposals.
  record IllegalProposals(ProposalEvidence first, ProposalEvidence second)
      implements EvidencePayload {
    static IllegalProposals read(ElaReader in) {
      return new IllegalProposals(ProposalEvidence.read(in), ProposalEvidence.read(in));
    }

    @Override
    public void write(ElaWriter out) {
      first.write(out);
      second.write(out);
    }
  }

  /// Type 0f: two votes.
  record IllegalVotes(VoteEvidence first, VoteEvidence second) implements EvidencePayload {
    static IllegalVotes read(ElaReader in) {
      return new IllegalVotes(VoteEvidence.read(in), VoteEvidence.read(in));
    }

    @Override
    public void write(ElaWriter out) {
      first.write(out);
      second.write(out);
    }
  }

  /// Type 10: two blocks at one height; both headers stand before both confirms.
  record IllegalBlocks(long coinType, long blockHeight, BlockEvidence first, BlockEvidence second)
      implements EvidencePayload {
    static IllegalBlocks read(ElaReader in) {
      long coinType = in.u32("illegalBlocks.coinType");
      long height = in.u32("illegalBlocks.height");
      Bytes first = in.varBytes(Limits.BLOCK, "illegalBlocks.header");
      Bytes second = in.varBytes(Limits.BLOCK, "illegalBlocks.header");
      return new IllegalBlocks(coinType, height, readRest(in, first), readRest(in, second));
    }

    @Override
    public void write(ElaWriter out) {
      out.u32(coinType).u32(blockHeight).varBytes(first.header).varBytes(second.header);
      for (BlockEvidence each : List.of(first, second)) {
        out.varBytes(each.confirm).list(each.signers, ElaWriter::varBytes);
      }
    }

    private static BlockEvidence readRest(ElaReader in, Bytes header) {
      return new BlockEvidence(
          header,
          in.varBytes(Limits.HEADER, "illegalBlocks.confirm"),
          in.list(1, "illegalBlocks.signers", r -> r.varBytes(Limits.KEY, "illegalBlocks.signer")));
    }
  }

  /// Type 11: a side chain's evidence against a signer.
  record IllegalSideChain(Fault fault, Bytes genesisBlockAddress, List<Bytes> signatures)
      implements EvidencePayload {
    /// Who did what.
    public record Fault(int kind, long height, Bytes signer, Hash256 first, Hash256 second) {}

    /// Copies the list.
    public IllegalSideChain {
      signatures = List.copyOf(signatures);
    }

    static IllegalSideChain read(ElaReader in) {
      Fault fault =
          new Fault(
              in.u8("illegalSide.kind"),
              in.u32("illegalSide.height"),
              in.varBytes(Limits.KEY, "illegalSide.signer"),
              in.hash256("illegalSide.first"),
              in.hash256("illegalSide.second"));
      return new IllegalSideChain(
          fault,
          in.varBytes(Limits.TEXT, "illegalSide.genesisBlockAddress"),
          in.list(
              1, "illegalSide.signatures", r -> r.varBytes(Limits.SIGNATURE, "illegalSide.sign")));
    }

    @Override
    public void write(ElaWriter out) {
      out.u8(fault.kind)
          .u32(fault.height)
          .varBytes(fault.signer)
          .hash256(fault.first)
          .hash256(fault.second)
          .varBytes(genesisBlockAddress)
          .list(signatures, ElaWriter::varBytes);
    }
  }

  /// Type 12: arbiters that do not answer.
  record InactiveArbitrators(Bytes sponsor, long blockHeight, List<Bytes> arbitrators)
      implements EvidencePayload {
    /// Copies the list.
    public InactiveArbitrators {
      arbitrators = List.copyOf(arbitrators);
    }

    static InactiveArbitrators read(ElaReader in) {
      return new InactiveArbitrators(
          in.varBytes(Limits.KEY, "inactive.sponsor"),
          in.u32("inactive.height"),
          in.list(1, "inactive.arbitrators", r -> r.varBytes(Limits.KEY, "inactive.arbitrator")));
    }

    @Override
    public void write(ElaWriter out) {
      out.varBytes(sponsor).u32(blockHeight).list(arbitrators, ElaWriter::varBytes);
    }
  }
}
