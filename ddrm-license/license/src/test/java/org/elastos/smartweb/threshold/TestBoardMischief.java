// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.threshold.BoardMessage.Kind;

/// Ways for a member to keep back what it should post.
final class TestBoardMischief {
  private TestBoardMischief() {}

  static Optional<Bytes> noReveal(Kind kind, Bytes payload) {
    return kind == Kind.REVEAL ? Optional.empty() : Optional.of(payload);
  }

  static Optional<Bytes> noComplaint(Kind kind, Bytes payload) {
    return kind == Kind.COMPLAINT ? Optional.empty() : Optional.of(payload);
  }
}
