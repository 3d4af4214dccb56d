// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.elastos.smartweb.chain.ela.verify.ElaNetwork;
import org.elastos.smartweb.chain.mainchain.ChainOrigin;
import org.elastos.smartweb.chain.mainchain.MainchainException;
import org.elastos.smartweb.chain.mainchain.p2p.PeerBlockSource.NamedPeer;
import org.elastos.smartweb.chain.mainchain.p2p.PeerNetwork;
import org.elastos.smartweb.chain.mainchain.rpc.RpcEndpoint;
import org.junit.jupiter.api.Test;

class FollowerSettingsTest {
  private static final MainchainSource NODE =
      new MainchainSource.Rpc(new RpcEndpoint("a", URI.create("http://127.0.0.1:1/")));
  private static final MainchainSource PEER =
      new MainchainSource.Peer(
          new NamedPeer("a", InetSocketAddress.createUnresolved("localhost", 1)));

  @Test
  void refusesNoSourceOneNameTwiceAndAnotherNetworksOrigin() {
    assertThat(code(ElaNetwork.MAINNET, List.of())).isEqualTo("no_source");
    assertThat(code(ElaNetwork.MAINNET, List.of(NODE, PEER))).isEqualTo("source_named_twice");
    assertThat(code(ElaNetwork.TESTNET, List.of(NODE))).isEqualTo("origin_of_another_network");
  }

  @Test
  void publicNetworksHaveTheirMagicAndPort() {
    for (String name : List.of("mainnet", "testnet", "regnet")) {
      assertThat(PeerNetwork.named(name).map(PeerNetwork::name)).contains(name);
      assertThat(ElaNetwork.named(name).map(ElaNetwork::name)).contains(name);
    }
    assertThat(PeerNetwork.named("other")).isEmpty();
  }

  @Test
  void pausesGrowUpToTheLongestAndAreSpread() {
    SyncPace pace = SyncPace.DEFAULT;
    Random random = new Random(7);
    assertThat(pace.pauseAfter(1, random)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    assertThat(pace.pauseAfter(5, random)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(16));
    assertThat(pace.pauseAfter(1_000_000, random))
        .isBetween(Duration.ofSeconds(150), Duration.ofMinutes(5));
  }

  private static String code(ElaNetwork network, List<MainchainSource> sources) {
    ChainOrigin origin = Origins.genesis(ElaNetwork.MAINNET);
    MainchainException[] refused = new MainchainException[1];
    assertThatThrownBy(
            () -> FollowerSettings.standard(network, PeerNetwork.MAINNET, origin, sources))
        .isInstanceOfSatisfying(MainchainException.class, exception -> refused[0] = exception);
    return refused[0].code();
  }
}
