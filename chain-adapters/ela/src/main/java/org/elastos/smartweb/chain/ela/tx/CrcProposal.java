// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Refusal;

/// Type 25: a proposal to the council. Version 1 adds the draft itself, except for software
/// upgrades. Immutable.
public record CrcProposal(int version, int kind, Draft draft, ProposalBody body, Signatures signed)
    implements CouncilPayload {
  private static final int SECRETARY = 0x0400;
  private static final int CHANGE_OWNER = 0x0401;

  /// Whose proposal it is, and the draft.
  public record Draft(Bytes category, Bytes ownerKey, Hash256 hash, Bytes data) {}

  /// The owner's signature, that of the new owner or new secretary where there is one, and the
  /// council member's.
  public record Signatures(Bytes owner, Bytes successor, ProgramHash memberDid, Bytes member) {}

  /// Refuses fields that version or kind lack.
  public CrcProposal {
    Limits.known(version, 1);
    Limits.absentUnless(hasDraftData(version, kind), draft.data.size() == 0);
    Limits.absentUnless(hasSuccessor(kind), signed.successor.size() == 0);
    if (!fits(kind, body)) {
      throw new IllegalArgumentException("a body of another kind of proposal");
    }
  }

  static CrcProposal read(ElaReader in, int version) {
    int kind = in.u16("proposal.kind");
    Draft draft =
        new Draft(
            in.varBytes(Limits.TEXT, "proposal.category"),
            in.varBytes(Limits.KEY, "proposal.ownerKey"),
            in.hash256("proposal.draftHash"),
            hasDraftData(version, kind) ? in.varBytes(Limits.DATA, "proposal.draft") : Bytes.EMPTY);
    ProposalBody body = readBody(in, kind);
    Signatures signed =
        new Signatures(
            in.varBytes(Limits.SIGNATURE, "proposal.ownerSignature"),
            hasSuccessor(kind)
                ? in.varBytes(Limits.SIGNATURE, "proposal.successorSignature")
                : Bytes.EMPTY,
            in.programHash("proposal.memberDid"),
            in.varBytes(Limits.SIGNATURE, "proposal.memberSignature"));
    return new CrcProposal(version, kind, draft, body, signed);
  }

  @Override
  public void write(ElaWriter out) {
    out.u16(kind).varBytes(draft.category).varBytes(draft.ownerKey).hash256(draft.hash);
    if (hasDraftData(version, kind)) {
      out.varBytes(draft.data);
    }
    body.write(out);
    out.varBytes(signed.owner);
    if (hasSuccessor(kind)) {
      out.varBytes(signed.successor);
    }
    out.programHash(signed.memberDid).varBytes(signed.member);
  }

  @Override
  public int layout() {
    return version;
  }

  private static ProposalBody readBody(ElaReader in, int kind) {
    return switch (kind) {
      case 0x0000, 0x0100, 0x0101, 0x0102 -> ProposalBody.Funding.read(in);
      case 0x0200, 0x0201, 0x0202 -> ProposalBody.UpgradeCode.read(in);
      case SECRETARY -> ProposalBody.SecretaryGeneral.read(in);
      case CHANGE_OWNER -> ProposalBody.ChangeOwner.read(in);
      case 0x0402 -> ProposalBody.Close.read(in);
      case 0x0410 -> ProposalBody.RegisterSideChain.read(in);
      case 0x0500 -> ProposalBody.ReserveCustomIds.read(in);
      case 0x0501 -> ProposalBody.ReceiveCustomIds.read(in);
      case 0x0502 -> ProposalBody.CustomIdFee.read(in);
      default -> throw in.refusal(Refusal.UNSUPPORTED_PAYLOAD, "proposal.kind");
    };
  }

  private static boolean fits(int kind, ProposalBody body) {
    return switch (body) {
      case ProposalBody.Funding f -> kind == 0 || (kind >= 0x0100 && kind <= 0x0102);
      case ProposalBody.UpgradeCode u -> kind >= 0x0200 && kind <= 0x0202;
      case ProposalBody.SecretaryGeneral s -> kind == SECRETARY;
      case ProposalBody.ChangeOwner c -> kind == CHANGE_OWNER;
      case ProposalBody.Close c -> kind == 0x0402;
      case ProposalBody.RegisterSideChain r -> kind == 0x0410;
      case ProposalBody.ReserveCustomIds r -> kind == 0x0500;
      case ProposalBody.ReceiveCustomIds r -> kind == 0x0501;
      case ProposalBody.CustomIdFee c -> kind == 0x0502;
    };
  }

  private static boolean hasDraftData(int version, int kind) {
    return version == 1 && (kind < 0x0200 || kind > 0x0202);
  }

  private static boolean hasSuccessor(int kind) {
    return kind == SECRETARY || kind == CHANGE_OWNER;
  }
}
