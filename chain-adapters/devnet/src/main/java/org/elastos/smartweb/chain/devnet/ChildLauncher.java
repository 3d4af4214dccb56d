// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet;

import java.io.IOException;

/// Port that starts a child process under a name, so that the caller can record it and find it
/// again after a crash.
@FunctionalInterface
public interface ChildLauncher {
  /// Starts the process.
  ///
  /// @throws IOException when the system refuses
  Process launch(String name, ProcessBuilder builder) throws IOException;

  /// Starts the process and records nothing.
  static ChildLauncher plain() {
    return (name, builder) -> builder.start();
  }
}
