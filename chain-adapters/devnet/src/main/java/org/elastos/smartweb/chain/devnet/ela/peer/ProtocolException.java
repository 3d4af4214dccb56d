// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.peer;

import java.io.IOException;

/// A peer broke the protocol: the connection ends.
final class ProtocolException extends IOException {
  private static final long serialVersionUID = 1L;

  ProtocolException(String text) {
    super(text);
  }
}
