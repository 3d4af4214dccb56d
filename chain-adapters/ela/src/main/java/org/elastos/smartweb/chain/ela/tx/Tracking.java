// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;

/// Type 27: a proposal's progress. Version 1 adds the texts behind the two hashes. Immutable.
public record Tracking(int version, Report report, Signer owner, Signer newOwner, Verdict verdict)
    implements CouncilPayload {
  private static final int MAX_MESSAGE = 800 << 10;
  private static final int MAX_OPINION = 200 << 10;

  /// What is reported, about which stage.
  public record Report(Hash256 proposal, Hash256 messageHash, Bytes message, int stage) {}

  /// A key and its signature; both empty where nobody changes.
  public record Signer(Bytes key, Bytes signature) {}

  /// What the secretary general says to which kind of report.
  public record Verdict(int kind, Hash256 opinionHash, Bytes opinion, Bytes signature) {}

  /// Refuses fields that the version lacks.
  public Tracking {
    Limits.known(version, 1);
    Limits.absentUnless(version == 1, report.message.size() == 0 && verdict.opinion.size() == 0);
  }

  static Tracking read(ElaReader in, int version) {
    boolean texts = version == 1;
    Report report =
        new Report(
            in.hash256("tracking.proposal"),
            in.hash256("tracking.messageHash"),
            texts ? in.varBytes(MAX_MESSAGE, "tracking.message") : Bytes.EMPTY,
            in.u8("tracking.stage"));
    Bytes ownerKey = in.varBytes(Limits.SCRIPT_KEY, "tracking.ownerKey");
    Bytes newOwnerKey = in.varBytes(Limits.SCRIPT_KEY, "tracking.newOwnerKey");
    Bytes ownerSignature = in.varBytes(Limits.SIGNATURE, "tracking.ownerSignature");
    Bytes newOwnerSignature = in.varBytes(Limits.SIGNATURE, "tracking.newOwnerSignature");
    Verdict verdict =
        new Verdict(
            in.u8("tracking.kind"),
            in.hash256("tracking.opinionHash"),
            texts ? in.varBytes(MAX_OPINION, "tracking.opinion") : Bytes.EMPTY,
            in.varBytes(Limits.SIGNATURE, "tracking.secretarySignature"));
    return new Tracking(
        version,
        report,
        new Signer(ownerKey, ownerSignature),
        new Signer(newOwnerKey, newOwnerSignature),
        verdict);
  }

  @Override
  public void write(ElaWriter out) {
    out.hash256(report.proposal).hash256(report.messageHash);
    if (version == 1) {
      out.varBytes(report.message);
    }
    out.u8(report.stage)
        .varBytes(owner.key)
        .varBytes(newOwner.key)
        .varBytes(owner.signature)
        .varBytes(newOwner.signature)
        .u8(verdict.kind)
        .hash256(verdict.opinionHash);
    if (version == 1) {
      out.varBytes(verdict.opinion);
    }
    out.varBytes(verdict.signature);
  }

  @Override
  public int layout() {
    return version;
  }
}
