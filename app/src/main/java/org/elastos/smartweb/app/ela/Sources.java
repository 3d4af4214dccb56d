// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.ela;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.mainchain.p2p.PeerBlockSource.NamedPeer;
import org.elastos.smartweb.chain.mainchain.p2p.PeerNetwork;
import org.elastos.smartweb.chain.mainchain.rpc.RpcEndpoint;
import org.elastos.smartweb.chain.mainchain.sync.MainchainSource;

/// The sources that an operator names: `http://…` a node's JSON-RPC, `host` or `host:port` a peer.
/// Names show the host only, as an address may hold a key. Stateless.
public final class Sources {
  private static final Pattern PEER =
      Pattern.compile("(?<host>\\[[0-9a-fA-F:.]+]|[^:/\\s\\[\\]]+)(:(?<port>[0-9]{1,5}))?");
  private static final int HIGHEST_PORT = 65_535;

  private Sources() {}

  /// Reads what is named.
  ///
  /// @throws CommandFailure `source_missing`, `bad_source`, or why the credentials cannot be used
  public static List<MainchainSource> read(
      List<String> addresses, PeerNetwork network, SourceCredentials credentials) {
    if (addresses.isEmpty()) {
      throw new CommandFailure(
          "source_missing",
          "there is nobody to ask",
          "name nodes with --source: http://host:port for JSON-RPC, host:port for a peer");
    }
    List<MainchainSource> sources = new ArrayList<>();
    for (String address : addresses) {
      sources.add(source("source-" + (sources.size() + 1), address.strip(), network, credentials));
    }
    credentials.requireUsed();
    return sources;
  }

  private static MainchainSource source(
      String number, String address, PeerNetwork network, SourceCredentials credentials) {
    try {
      if (address.matches("(?i)https?://.*")) {
        URI url = URI.create(address);
        return new MainchainSource.Rpc(
            new RpcEndpoint(number + " " + url.getHost(), url, credentials.of(url)));
      }
      Matcher peer = PEER.matcher(address);
      if (!peer.matches()) {
        throw new IllegalArgumentException("neither http://… nor host:port");
      }
      String host = peer.group("host").replaceAll("[\\[\\]]", "");
      String port = peer.group("port");
      return new MainchainSource.Peer(
          new NamedPeer(
              number + " " + host,
              InetSocketAddress.createUnresolved(
                  host, port == null ? network.port() : port(port))));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          "bad_source",
          "this is no source: " + e.getMessage(),
          "give http://host:port for JSON-RPC, or host:port for a peer");
    }
  }

  private static int port(String text) {
    int port = Integer.parseInt(text);
    if (port < 1 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("a port is 1 to " + HIGHEST_PORT);
    }
    return port;
  }
}
