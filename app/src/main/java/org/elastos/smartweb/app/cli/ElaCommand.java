// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import picocli.CommandLine.Command;

/// `smartweb ela`: the ELA mainchain.
@Command(
    name = "ela",
    description = "Reads, checks and follows the ELA mainchain.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ElaDecodeCommand.class,
      ElaAddressCommand.class,
      ElaVerifyHeaderCommand.class,
      ElaMerkleRootCommand.class,
      ElaSyncCommand.class,
      ElaStatusCommand.class,
      ElaSettleCommand.class,
      ElaCheckpointCommand.class
    })
final class ElaCommand {
  ElaCommand() {}
}
