// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import org.elastos.smartweb.platform.PlatformException;

/// A fault of a licence node that its operator has to see; static text and key/values.
public final class NodeException extends PlatformException {
  private static final long serialVersionUID = 1L;

  NodeException(String text) {
    super(text);
  }
}
