// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import picocli.CommandLine.Command;

/// `smartweb chain`: the EVM chains.
@Command(
    name = "chain",
    description = "Says how the EVM chains look just now.",
    mixinStandardHelpOptions = true,
    subcommands = ChainStatusCommand.class)
final class ChainCommand {
  ChainCommand() {}
}
