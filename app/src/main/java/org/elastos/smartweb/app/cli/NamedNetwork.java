// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.app.config.Setting;
import org.elastos.smartweb.app.config.Settings;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.service.ChainsFile;
import org.elastos.smartweb.chain.evm.EvmNetwork;
import org.elastos.smartweb.chain.evm.EvmProfile;

/// The EVM chain that `--network` names. Stateless.
final class NamedNetwork {
  private NamedNetwork() {}

  /// The chain of this name in the chains file, where there is such a file.
  static Optional<EvmNetwork> configured(Settings settings, String name) {
    String file = settings.get(Setting.CHAINS_FILE);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    List<EvmNetwork> all = ChainsFile.read(Path.of(file));
    return Optional.of(
        all.stream()
            .filter(one -> one.profile().name().equals(name))
            .findFirst()
            .orElseThrow(
                () -> unknown(name, all.stream().map(one -> one.profile().name()).toList())));
  }

  /// The profile of this name that ships.
  static EvmProfile builtIn(String name) {
    return Optional.ofNullable(EvmProfile.byName().get(name))
        .orElseThrow(() -> unknown(name, EvmProfile.byName().keySet().stream().sorted().toList()));
  }

  private static CommandFailure unknown(String name, List<String> known) {
    return new CommandFailure(
        "unknown_chain_profile", "there is no chain profile " + name, "use one of " + known);
  }
}
