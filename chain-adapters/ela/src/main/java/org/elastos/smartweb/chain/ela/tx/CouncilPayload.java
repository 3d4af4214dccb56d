// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;

/// Payloads of the council: candidates, proposals and their payment.
public sealed interface CouncilPayload extends Payload
    permits CouncilPayload.Member, CouncilPayload.Work, CrcProposal, Tracking {
  /// Payloads about members.
  sealed interface Member extends CouncilPayload {}

  /// Payloads about the course of proposals.
  sealed interface Work extends CouncilPayload {}

  /// Types 21 and 23: a candidate. From version 1 with a DID; versions 2 (Schnorr) and 3
  /// (multi-signature) carry no script and no signature of their own. Before version 1 the DID is
  /// 21 zero bytes.
  record CrInfo(int version, Bytes code, ProgramHash cid, ProgramHash did, Profile profile)
      implements Member {
    /// Who the candidate is, and the signature; the location is an unsigned 64-bit number by its
    /// bits.
    public record Profile(Bytes nickName, Bytes url, long location, Bytes signature) {}

    private static final ProgramHash NO_DID = ProgramHash.of(new byte[ProgramHash.BYTES]);

    /// Refuses fields that the version lacks.
    public CrInfo {
      Limits.known(version, 3);
      Limits.absentUnless(version >= 1, did.equals(NO_DID));
      Limits.absentUnless(version < 2, code.size() == 0 && profile.signature.size() == 0);
    }

    static CrInfo read(ElaReader in, int version) {
      boolean signed = version < 2;
      return new CrInfo(
          version,
          signed ? in.varBytes(Limits.CODE, "cr.code") : Bytes.EMPTY,
          in.programHash("cr.cid"),
          version >= 1 ? in.programHash("cr.did") : NO_DID,
          new Profile(
              in.varBytes(Limits.TEXT, "cr.nickName"),
              in.varBytes(Limits.TEXT, "cr.url"),
              in.i64("cr.location"),
              signed ? in.varBytes(Limits.SIGNATURES, "cr.signature") : Bytes.EMPTY));
    }

    @Override
    public void write(ElaWriter out) {
      if (version < 2) {
        out.varBytes(code);
      }
      out.programHash(cid);
      if (version >= 1) {
        out.programHash(did);
      }
      out.varBytes(profile.nickName).varBytes(profile.url).i64(profile.location);
      if (version < 2) {
        out.varBytes(profile.signature);
      }
    }

    @Override
    public int layout() {
      return version;
    }
  }

  /// Type 22: a candidate withdraws. Only version 0 carries a signature of its own.
  record UnregisterCr(int version, ProgramHash cid, Bytes signature) implements Member {
    /// Refuses fields that the version lacks.
    public UnregisterCr {
      Limits.known(version, 2);
      Limits.absentUnless(version == 0, signature.size() == 0);
    }

    static UnregisterCr read(ElaReader in, int version) {
      return new UnregisterCr(
          version,
          in.programHash("unregisterCr.cid"),
          version == 0 ? in.varBytes(Limits.SIGNATURES, "unregisterCr.signature") : Bytes.EMPTY);
    }

    @Override
    public void write(ElaWriter out) {
      out.programHash(cid);
      if (version == 0) {
        out.varBytes(signature);
      }
    }

    @Override
    public int layout() {
      return version;
    }
  }

  /// Type 31: a member names the node that acts for it.
  record ClaimNode(Bytes nodeKey, ProgramHash memberDid, Bytes signature) implements Member {
    static ClaimNode read(ElaReader in) {
      return new ClaimNode(
          in.varBytes(Limits.KEY, "claimNode.nodeKey"),
          in.programHash("claimNode.memberDid"),
          in.varBytes(Limits.SIGNATURES, "claimNode.signature"));
    }

    @Override
    public void write(ElaWriter out) {
      out.varBytes(nodeKey).programHash(memberDid).varBytes(signature);
    }
  }

  /// Type 15: results that side chains need.
  record ProposalResults(List<Result> results) implements Work {
    /// One proposal's result; the kind is a proposal kind of [CrcProposal].
    public record Result(Hash256 proposal, int kind, boolean passed) {}

    /// Copies the list.
    public ProposalResults {
      results = List.copyOf(results);
    }

    static ProposalResults read(ElaReader in) {
      return new ProposalResults(
          in.list(
              Hash256.BYTES + 3,
              "results",
              r ->
                  new Result(
                      r.hash256("result.proposal"), r.u16("result.kind"), r.bool("result"))));
    }

    @Override
    public void write(ElaWriter out) {
      out.list(results, (to, each) -> to.hash256(each.proposal).u16(each.kind).bool(each.passed));
    }
  }

  /// Type 26: a member's opinion. Version 1 adds the opinion itself.
  record Review(int version, Hash256 proposal, int result, Opinion opinion, Bytes signature)
      implements Work {
    /// The opinion's hash, the opinion, and the member.
    public record Opinion(Hash256 hash, Bytes data, ProgramHash memberDid) {}

    /// Refuses fields that the version lacks.
    public Review {
      Limits.known(version, 1);
      Limits.absentUnless(version == 1, opinion.data.size() == 0);
    }

    static Review read(ElaReader in, int version) {
      return new Review(
          version,
          in.hash256("review.proposal"),
          in.u8("review.result"),
          new Opinion(
              in.hash256("review.opinionHash"),
              version == 1 ? in.varBytes(Limits.DATA, "review.opinion") : Bytes.EMPTY,
              in.programHash("review.memberDid")),
          in.varBytes(Limits.SIGNATURES, "review.signature"));
    }

    @Override
    public void write(ElaWriter out) {
      out.hash256(proposal).u8(result).hash256(opinion.hash);
      if (version == 1) {
        out.varBytes(opinion.data);
      }
      out.programHash(opinion.memberDid).varBytes(signature);
    }

    @Override
    public int layout() {
      return version;
    }
  }

  /// Type 28: funds of a new term.
  record Appropriation() implements Work {
    @Override
    public void write(ElaWriter out) {
      // Empty in every payload version.
    }
  }

  /// Type 29: asks for a proposal's payment. Version 1 says to whom and how much; version 0 has 21
  /// zero bytes and nothing.
  record ProposalWithdraw(
      int version, Hash256 proposal, Bytes ownerKey, Payment payment, Bytes signature)
      implements Work {
    /// To whom and how much.
    public record Payment(ProgramHash recipient, Sela amount) {
      /// What version 0 has.
      public static final Payment NONE =
          new Payment(ProgramHash.of(new byte[ProgramHash.BYTES]), Sela.ZERO);
    }

    /// Refuses fields that the version lacks.
    public ProposalWithdraw {
      Limits.known(version, 1);
      Limits.absentUnless(version == 1, payment.equals(Payment.NONE));
    }

    static ProposalWithdraw read(ElaReader in, int version) {
      return new ProposalWithdraw(
          version,
          in.hash256("proposalWithdraw.proposal"),
          in.varBytes(Limits.KEY, "proposalWithdraw.ownerKey"),
          version == 1
              ? new Payment(
                  in.programHash("proposalWithdraw.recipient"), in.sela("proposalWithdraw.amount"))
              : Payment.NONE,
          in.varBytes(Limits.SIGNATURES, "proposalWithdraw.signature"));
    }

    @Override
    public void write(ElaWriter out) {
      out.hash256(proposal).varBytes(ownerKey);
      if (version == 1) {
        out.programHash(payment.recipient).sela(payment.amount);
      }
      out.varBytes(signature);
    }

    @Override
    public int layout() {
      return version;
    }
  }

  /// Type 2a: pays the requests with these transaction ids.
  record RealWithdraw(List<Hash256> requests) implements Work {
    /// Copies the list.
    public RealWithdraw {
      requests = List.copyOf(requests);
    }

    static RealWithdraw read(ElaReader in) {
      return new RealWithdraw(
          in.list(Hash256.BYTES, "realWithdraw", r -> r.hash256("realWithdraw.request")));
    }

    @Override
    public void write(ElaWriter out) {
      out.list(requests, ElaWriter::hash256);
    }
  }

  /// Type 2b: joins council outputs.
  record AssetsRectify() implements Work {
    @Override
    public void write(ElaWriter out) {
      // Empty in every payload version.
    }
  }
}
