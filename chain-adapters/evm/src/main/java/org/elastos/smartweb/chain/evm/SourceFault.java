// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import org.jspecify.annotations.Nullable;

/// One source failed at one question: silence, nonsense, or an error of its own. The text is for
/// people and never holds the source's address.
final class SourceFault extends RuntimeException {
  SourceFault(String text) {
    this(text, null);
  }

  SourceFault(String text, @Nullable Throwable cause) {
    super(text, cause);
  }
}
