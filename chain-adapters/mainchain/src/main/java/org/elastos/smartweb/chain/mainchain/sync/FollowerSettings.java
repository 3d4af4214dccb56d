// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.util.List;
import java.util.Map;
import org.elastos.smartweb.chain.ela.verify.ElaNetwork;
import org.elastos.smartweb.chain.mainchain.ChainOrigin;
import org.elastos.smartweb.chain.mainchain.MainchainException;
import org.elastos.smartweb.chain.mainchain.p2p.PeerLimits;
import org.elastos.smartweb.chain.mainchain.p2p.PeerNetwork;
import org.elastos.smartweb.chain.mainchain.rpc.RpcLimits;

/// What is followed, from where on, and whom to ask.
///
/// @param peers how peers of the network find each other
/// @param sources at least one, each with a name of its own
public record FollowerSettings(
    ElaNetwork network,
    PeerNetwork peers,
    ChainOrigin origin,
    List<MainchainSource> sources,
    ChainPolicy policy,
    SyncPace pace,
    RpcLimits rpc,
    PeerLimits peer) {
  /// @throws MainchainException `no_source`, `source_named_twice` or `origin_of_another_network`
  public FollowerSettings {
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new MainchainException("no_source", "following a chain needs a source", Map.of());
    }
    if (sources.stream().map(MainchainSource::name).distinct().count() < sources.size()) {
      throw new MainchainException(
          "source_named_twice", "each source has a name of its own", Map.of());
    }
    if (!origin.network().equals(network.name())) {
      throw new MainchainException(
          "origin_of_another_network",
          "the origin belongs to another network",
          Map.of("origin", origin.network(), "network", network.name()));
    }
  }

  /// The same with the usual policy, pace and limits.
  public static FollowerSettings standard(
      ElaNetwork network, PeerNetwork peers, ChainOrigin origin, List<MainchainSource> sources) {
    return new FollowerSettings(
        network,
        peers,
        origin,
        sources,
        ChainPolicy.DEFAULT,
        SyncPace.DEFAULT,
        RpcLimits.DEFAULT,
        PeerLimits.DEFAULT);
  }

  /// The same from another block on.
  public FollowerSettings from(ChainOrigin other) {
    return new FollowerSettings(network, peers, other, sources, policy, pace, rpc, peer);
  }

  /// The same with another policy.
  public FollowerSettings with(ChainPolicy other) {
    return new FollowerSettings(network, peers, origin, sources, other, pace, rpc, peer);
  }

  /// The same with another pace.
  public FollowerSettings with(SyncPace other) {
    return new FollowerSettings(network, peers, origin, sources, policy, other, rpc, peer);
  }
}
