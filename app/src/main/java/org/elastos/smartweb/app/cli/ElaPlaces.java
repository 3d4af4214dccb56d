// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import org.elastos.smartweb.app.config.Settings;
import org.elastos.smartweb.app.ela.HeaderDatabase;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.stack.StatePaths;
import org.elastos.smartweb.platform.state.PrivateDirectory;
import org.elastos.smartweb.platform.state.StateDirectory;

/// Where the headers of a mainchain network lie below the state directory. Stateless.
final class ElaPlaces {
  private ElaPlaces() {}

  static HeaderDatabase.Places of(Settings settings, String network) {
    if (!network.matches("[a-z]{1,20}")) {
      throw new CommandFailure(
          "unknown_network",
          "there is no mainchain network " + network,
          "use mainnet, testnet, regnet or development");
    }
    return new HeaderDatabase.Places(
        PrivateDirectory.create(
            StatePaths.of(settings, System.getenv()).root().resolve("ela").resolve(network)),
        StateDirectory.defaultCache(System.getenv()));
  }
}
