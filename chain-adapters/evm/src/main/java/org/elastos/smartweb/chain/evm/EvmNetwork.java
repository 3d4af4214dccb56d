// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.elastos.smartweb.chain.EvmAddress;

/// One chain as an operator configured it: its profile, who serves it, and where our contracts
/// stand on it.
///
/// @param quorum how many sources must agree; empty for more than half
/// @param contracts addresses by the names that the configuration gives them
public record EvmNetwork(
    EvmProfile profile,
    List<RpcSource> sources,
    OptionalInt quorum,
    Map<String, EvmAddress> contracts) {
  /// Keeps copies; refuses sources that the profile does not allow.
  ///
  /// @throws EvmException `too_few_sources`, `source_named_twice` or `sources_on_one_host`
  public EvmNetwork {
    sources = List.copyOf(sources);
    contracts = Map.copyOf(contracts);
    profile.requireSources(sources);
  }
}
