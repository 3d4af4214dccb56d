// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.kinds;

import org.elastos.smartweb.sandbox.abi.MemoryWindow;

/// A work's content, decrypted piece by piece straight into the guest's memory. Called by one
/// thread at a time.
public interface ContentSource {
  /// The whole length in bytes.
  long length();

  /// Puts authenticated bytes from `position` on into the window, which is never empty.
  ///
  /// @return how many, at least 1 before the end; 0 at the end
  /// @throws DamagedContentException where a piece does not authenticate; the window is then wiped
  int readInto(long position, MemoryWindow window);
}
