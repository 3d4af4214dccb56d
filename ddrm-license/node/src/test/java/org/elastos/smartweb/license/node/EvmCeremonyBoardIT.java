// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.elastos.smartweb.chain.devnet.Anvil;
import org.elastos.smartweb.chain.devnet.AnvilBinary;
import org.elastos.smartweb.chain.devnet.AnvilSettings;
import org.elastos.smartweb.chain.devnet.ChildLauncher;
import org.elastos.smartweb.chain.devnet.SharedAnvil;
import org.elastos.smartweb.chain.evm.EvmProfile;
import org.elastos.smartweb.chain.evm.EvmSources;
import org.elastos.smartweb.chain.evm.QuorumEvmChain;
import org.elastos.smartweb.chain.evm.RpcSource;
import org.elastos.smartweb.threshold.BoardLab;
import org.elastos.smartweb.threshold.CeremonyBoardContract;
import org.elastos.smartweb.threshold.CommitteeShape;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// The committee contract under the suite that its twin in memory passes too. Its chain is its own:
/// the suite lets time jump.
class EvmCeremonyBoardIT extends CeremonyBoardContract {
  @TempDir private static Path folder;

  private static Anvil anvil;
  private static DevChainRpc rpc;
  private static EvmSources sources;

  @BeforeAll
  static void start() throws IOException {
    anvil =
        Anvil.start(
            AnvilSettings.of(AnvilBinary.find(), folder, SharedAnvil.freePort()),
            ChildLauncher.plain());
    URI url = anvil.url();
    rpc = new DevChainRpc(url);
    sources =
        EvmSources.open(
            EvmProfile.DEVELOPMENT, List.of(new RpcSource("one", url), new RpcSource("two", url)));
  }

  @AfterAll
  static void end() {
    sources.close();
    rpc.close();
    anvil.close();
  }

  @Override
  protected BoardLab lab(int operators, CommitteeShape founders) {
    QuorumEvmChain chain = new QuorumEvmChain(sources, InstantSource.system());
    return new EvmBoardLab(rpc, chain, operators, founders);
  }
}
