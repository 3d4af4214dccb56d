// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.abi;

/// What comes of opening a moniker.
public sealed interface Opening {
  /// It is there.
  record Opened(Handle handle) implements Opening {}

  /// It is not to be had.
  record Refused(Errno errno) implements Opening {}
}
