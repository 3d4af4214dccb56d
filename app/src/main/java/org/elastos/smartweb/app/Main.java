// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app;

import org.elastos.smartweb.app.cli.SmartWebCommand;

/// Entry point of the `smartweb` command.
public final class Main {
  private Main() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] args) {
    System.exit(SmartWebCommand.run(args, System.out, System.err));
  }
}
