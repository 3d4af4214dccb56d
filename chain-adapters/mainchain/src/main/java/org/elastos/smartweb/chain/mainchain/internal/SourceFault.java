// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.internal;

import org.elastos.smartweb.chain.mainchain.SourceFailure;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Code;
import org.jspecify.annotations.Nullable;

/// Ends the work with one source; turned into its [SourceFailure] before it leaves the module.
public final class SourceFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SourceFailure failure;

  public SourceFault(Code code, String detail) {
    this(code, detail, null);
  }

  public SourceFault(Code code, String detail, @Nullable Throwable cause) {
    super(code.text() + ": " + detail, cause);
    this.failure = new SourceFailure(code, detail);
  }

  public SourceFailure failure() {
    return failure;
  }
}
