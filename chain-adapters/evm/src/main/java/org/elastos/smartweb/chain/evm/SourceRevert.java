// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import org.elastos.smartweb.chain.Bytes;

/// One source says that the call reverts, with this data. A value thrown past the parsing of
/// results; it keeps no stack.
final class SourceRevert extends RuntimeException {
  private final transient Bytes data;

  SourceRevert(Bytes data) {
    super("reverted", null, false, false);
    this.data = data;
  }

  Bytes data() {
    return data;
  }
}
