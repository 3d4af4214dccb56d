// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import org.elastos.smartweb.chain.mainchain.p2p.PeerBlockSource.NamedPeer;
import org.elastos.smartweb.chain.mainchain.rpc.RpcEndpoint;

/// A place to ask, as an operator configures it.
public sealed interface MainchainSource {
  /// How logs, alarms and answers call it.
  String name();

  /// A full node's JSON-RPC.
  record Rpc(RpcEndpoint endpoint) implements MainchainSource {
    @Override
    public String name() {
      return endpoint.name();
    }
  }

  /// A node's peer-to-peer port.
  record Peer(NamedPeer peer) implements MainchainSource {
    @Override
    public String name() {
      return peer.name();
    }
  }
}
