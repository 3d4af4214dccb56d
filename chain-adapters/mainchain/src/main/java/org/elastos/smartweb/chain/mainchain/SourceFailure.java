// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

/// Why a source gave no usable answer. The detail is for people and never holds the source's
/// address or what it needs to be let in.
public record SourceFailure(Code code, String detail) {
  private static final int LONGEST_DETAIL = 300;

  /// Shortens what a source made up.
  public SourceFailure {
    detail = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
  }

  /// What to make of a failure.
  public enum Kind {
    /// Silence or a passing trouble: asked again later.
    ABSENT,
    /// An answer that no sound node gives: counts against the source until it is dropped.
    NONSENSE,
    /// A claim that contradicts what was verified: the source is dropped at once.
    LIE
  }

  /// The stable codes.
  public enum Code {
    /// No connection.
    UNREACHABLE("source_unreachable", Kind.ABSENT),
    /// No whole answer in time.
    TIMEOUT("source_timeout", Kind.ABSENT),
    /// The node answered with an error of its own.
    REFUSED("source_refused", Kind.ABSENT),
    /// The connection ended in the middle.
    CUT("source_cut", Kind.ABSENT),
    /// It no longer has what it announced; the chain may have changed under the question.
    GONE("source_gone", Kind.ABSENT),
    /// It is so far behind that nothing can be compared.
    BEHIND("source_behind", Kind.ABSENT),
    /// It shows a block without the confirm that the block needs, or one from the future.
    NOT_YET("source_not_yet", Kind.ABSENT),
    /// It follows a sound branch that contradicts ours: people must decide which one counts.
    CONTESTED("source_contested", Kind.ABSENT),
    /// It does not serve what is needed (no transaction filters).
    UNSUITABLE("source_unsuitable", Kind.ABSENT),
    /// More bytes than an answer may have.
    TOO_LARGE("source_too_large", Kind.NONSENSE),
    /// Not the shape that was asked for.
    SHAPE("source_shape", Kind.NONSENSE),
    /// An answer to another question.
    UNASKED("source_unasked", Kind.NONSENSE),
    /// Announces the same again and again.
    LOOP("source_loop", Kind.NONSENSE),
    /// Speaks for another network.
    WRONG_NETWORK("source_wrong_network", Kind.LIE),
    /// Gave something that the rules of the chain refuse.
    INVALID_BLOCK("source_invalid_block", Kind.LIE),
    /// Follows a chain that leaves the verified one below its final height.
    CONTRADICTS_FINAL("source_contradicts_final", Kind.LIE);

    private final String text;
    private final Kind kind;

    Code(String text, Kind kind) {
      this.text = text;
      this.kind = kind;
    }

    /// The code as it stands in logs and answers.
    public String text() {
      return text;
    }

    public Kind kind() {
      return kind;
    }
  }
}
