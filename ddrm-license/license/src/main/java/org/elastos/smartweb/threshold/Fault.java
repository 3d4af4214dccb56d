// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

/// Something a member did wrong in a ceremony, seen alike by everybody who reads the board: who and
/// in which role, in which message (−1 when it is a message that is missing), and what. Immutable.
public record Fault(Role role, int member, int seq, Code code) {
  /// In which of its roles, as resharing counts dealers and receivers by different indices.
  public enum Role {
    /// By its index among those who deal.
    DEALER,
    /// By its index in the committee that gets the shares.
    RECEIVER
  }

  static Fault ofDealer(int dealer, int seq, Code code) {
    return new Fault(Role.DEALER, dealer, seq, code);
  }

  /// What was wrong.
  public enum Code {
    /// The message has not the form of its kind.
    BAD_ENCODING("bad_encoding"),
    /// A dealing with more or fewer than t commitments.
    WRONG_DEGREE("wrong_degree"),
    /// No proof that the dealer knows the secret it dealt.
    BAD_PROOF_OF_SECRET("bad_proof_of_secret"),
    /// No proof that the dealer knows its ephemeral key, as when it copied another's.
    BAD_PROOF_OF_EPHEMERAL("bad_proof_of_ephemeral"),
    /// The dealing is not the one committed to, or none was.
    COMMITMENT_MISMATCH("commitment_mismatch"),
    /// The secret handed on is not the dealer's share of the running key.
    NOT_ITS_SHARE("not_its_share"),
    /// A second message where one is allowed.
    REPEATED("repeated"),
    /// An upheld complaint: the sealed share is not on the committed polynomial.
    BAD_SHARE("bad_share"),
    /// A complaint that its own evidence refutes.
    FALSE_COMPLAINT("false_complaint"),
    /// No dealing at all.
    SILENT("silent");

    private final String text;

    Code(String text) {
      this.text = text;
    }

    /// The stable code.
    public String text() {
      return text;
    }
  }
}
