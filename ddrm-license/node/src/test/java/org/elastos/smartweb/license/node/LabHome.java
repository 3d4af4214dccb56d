// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.Wallet;
import org.elastos.smartweb.chain.devnet.Anvil;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;
import org.elastos.smartweb.contracts.generated.Member;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.license.CommitteeRoster;
import org.elastos.smartweb.license.Delegation;
import org.elastos.smartweb.license.HomeSession;
import org.elastos.smartweb.license.HttpNodeTransport;
import org.elastos.smartweb.license.LicenseClient;
import org.elastos.smartweb.license.LicenseOutcome;
import org.elastos.smartweb.license.NodeEndpoint;
import org.elastos.smartweb.license.NodeReply;
import org.elastos.smartweb.license.NodeTransport;
import org.elastos.smartweb.threshold.EpochKeys;

/// A home of one wallet that asks the committee which the board shows, and remembers what it sent.
final class LabHome implements AutoCloseable {
  private static final LicenseClient.Patience PATIENCE =
      new LicenseClient.Patience(
          Duration.ofSeconds(10), Duration.ofSeconds(8), Duration.ofSeconds(25));

  private final HomeSession session;
  private final CommitteeRoster roster;
  private final SecureRandom random;
  private final Map<Integer, NodeTransport> transports = new HashMap<>();
  private final Map<Integer, Bytes> requests = new HashMap<>();

  LabHome(NodeLab lab, Wallet wallet, EpochKeys keys, HttpClient http) {
    SecretBytes device = seed(lab);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Delegation delegation =
        new Delegation(
            "127.0.0.1:7001",
            new Delegation.Signer(wallet.address(), Anvil.CHAIN),
            new Delegation.Validity(
                now, now.plus(Duration.ofDays(7)), Bytes.fromHex("ab".repeat(16))),
            new Delegation.Scope(
                Ed25519.publicKey(device), List.of(keys.groupKey().gk()), List.of()));
    this.session =
        HomeSession.create(
            new HomeSession.Delegated(delegation, wallet.signDigest(delegation.digest())),
            device,
            HomeSession.Terms.longest(delegation, now),
            lab.random);
    this.roster = new CommitteeRoster(keys, endpoints(lab, http));
    this.random = lab.random;
  }

  LicenseOutcome obtain(LicenseClient.Wish wish) {
    return obtain(wish, Set.of(1, 2, 3, 4, 5));
  }

  /// Asks these members only.
  LicenseOutcome obtain(LicenseClient.Wish wish, Set<Integer> indices) {
    List<NodeEndpoint> asked =
        roster.nodes().stream().filter(node -> indices.contains(node.index())).toList();
    return new LicenseClient(
            new CommitteeRoster(roster.keys(), asked), PATIENCE, InstantSource.system(), random)
        .obtain(session, wish);
  }

  /// What was last sent to a node.
  Bytes lastRequest(int index) {
    synchronized (requests) {
      return requests.get(index);
    }
  }

  /// Sends a node a request as it is.
  NodeReply send(int index, Bytes request) {
    return transports.get(index).request(request, Duration.ofSeconds(10));
  }

  private List<NodeEndpoint> endpoints(NodeLab lab, HttpClient http) {
    List<NodeEndpoint> nodes = new ArrayList<>();
    for (Member member : lab.ask(lab.committee, new LicenseCommitteeCalls.Members())) {
      int index = member.index();
      NodeTransport straight = new HttpNodeTransport(http, URI.create(member.endpoint()));
      transports.put(index, straight);
      nodes.add(
          new NodeEndpoint(
              index, Bytes.of(member.identityKey().bytes()), remembering(index, straight)));
    }
    return nodes;
  }

  private NodeTransport remembering(int index, NodeTransport straight) {
    return new NodeTransport() {
      @Override
      public NodeReply openSession(Bytes body, Duration timeout) {
        return straight.openSession(body, timeout);
      }

      @Override
      public NodeReply request(Bytes body, Duration timeout) {
        synchronized (requests) {
          requests.put(index, body);
        }
        return straight.request(body, timeout);
      }

      @Override
      public NodeReply revoke(Bytes body, Duration timeout) {
        return straight.revoke(body, timeout);
      }
    };
  }

  private static SecretBytes seed(NodeLab lab) {
    byte[] bytes = new byte[32];
    lab.random.nextBytes(bytes);
    return SecretBytes.take(bytes);
  }

  @Override
  public void close() {
    session.close();
  }
}
