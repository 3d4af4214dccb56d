// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.offload;

import org.elastos.smartweb.platform.PlatformException;

/// The work was not taken: too much is waiting already, or the offload is closed.
public final class OffloadException extends PlatformException {
  private static final long serialVersionUID = 1L;

  OffloadException(String text) {
    super(text);
  }
}
