// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import org.elastos.smartweb.chain.SecretBytes;

/// What combining partials ends in.
public sealed interface CombineOutcome {
  /// The file key; the caller compares the file's commitment and closes it.
  record Combined(SecretBytes fileKey) implements CombineOutcome {}

  /// No key; nothing was blamed on a node.
  record Refused(Reason reason) implements CombineOutcome {}

  /// Why there is no key.
  enum Reason {
    /// Not exactly t partials.
    WRONG_COUNT("wrong_count"),
    /// Two partials of one member.
    DUPLICATE_INDEX("duplicate_index"),
    /// Epochs never mix.
    MIXED_EPOCHS("mixed_epochs"),
    /// A partial of another ciphertext or label, or keys of another group.
    OTHER_CIPHERTEXT("other_ciphertext"),
    /// Every proof held, yet the wrapped key does not open: its maker sealed it wrongly.
    ENVELOPE_INVALID("envelope_invalid");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /// The stable code.
    public String text() {
      return text;
    }
  }
}
