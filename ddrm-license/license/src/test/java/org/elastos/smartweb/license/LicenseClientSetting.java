// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.ddrm.Freshness;
import org.elastos.smartweb.ddrm.Policy;
import org.elastos.smartweb.license.LicenseClient.Patience;
import org.elastos.smartweb.license.LicenseOutcome.Licensed;
import org.elastos.smartweb.threshold.CheckedHeader;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.GroupKey;
import org.elastos.smartweb.threshold.Partial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/// A buyer with a session and five nodes, each of which a test may replace.
@Timeout(30)
abstract class LicenseClientSetting {
  static final Patience QUICK =
      new Patience(Duration.ofMillis(800), Duration.ofMillis(150), Duration.ofSeconds(4));

  final ScriptedPace pace = new ScriptedPace();
  final TestNetwork network = new TestNetwork(4);
  final Policy policy = TestWork.policy(Freshness.FINAL);
  final HomeSession home = network.session(network.buyer);
  final List<NodeEndpoint> nodes = network.endpoints();

  @BeforeEach
  void own() {
    network.own(network.buyer, 1);
  }

  LicenseClient.Wish wish(GroupKey group) {
    return new LicenseClient.Wish(
        network.work.header(group, policy, network.random),
        network.work.core(),
        network.work.terms(policy));
  }

  LicenseOutcome obtain() {
    return obtain(home, Patience.STANDARD);
  }

  LicenseOutcome obtain(HomeSession session, Patience patience) {
    return client(patience).obtain(session, wish(network.keys().groupKey()));
  }

  /// In scripted time: deterministic.
  LicenseClient client(Patience patience) {
    LicenseClient.Sources sources = new LicenseClient.Sources(network.clock(), network.random);
    return new LicenseClient(
        new CommitteeRoster(network.keys(), nodes), patience, sources, () -> pace);
  }

  /// A node that takes so long, in scripted time.
  NodeTransport slow(NodeTransport node, Duration latency) {
    return new NodeTransport() {
      @Override
      public NodeReply openSession(Bytes body, Duration timeout) {
        return node.openSession(body, timeout);
      }

      @Override
      public NodeReply request(Bytes body, Duration timeout) {
        if (latency.compareTo(timeout) >= 0) {
          pace.spend(timeout);
          return new NodeReply.Unreachable("timeout");
        }
        pace.spend(latency);
        return node.request(body, timeout);
      }

      @Override
      public NodeReply revoke(Bytes body, Duration timeout) {
        return node.revoke(body, timeout);
      }
    };
  }

  /// A member as it is.
  NodeTransport honest(int index) {
    return TestNetwork.to(network.nodes.get(index - 1));
  }

  Licensed licensed(LicenseOutcome outcome) {
    assertThat(outcome).isInstanceOf(Licensed.class);
    Licensed licensed = (Licensed) outcome;
    assertThat(network.work.isFileKey(licensed.fileKey())).isTrue();
    return licensed;
  }

  void replace(int index, NodeTransport transport) {
    nodes.set(index - 1, network.endpoint(index, transport));
  }

  static NodeTransport silent(String reason) {
    return replying(new NodeReply.Unreachable(reason));
  }

  static NodeTransport replying(NodeReply reply) {
    return new FixedTransport(reply, reply);
  }

  record FixedTransport(NodeReply opening, NodeReply answer) implements NodeTransport {
    @Override
    public NodeReply openSession(Bytes body, Duration timeout) {
      return opening;
    }

    @Override
    public NodeReply request(Bytes body, Duration timeout) {
      return answer;
    }

    @Override
    public NodeReply revoke(Bytes body, Duration timeout) {
      return answer;
    }
  }

  /// A node that signs for a wrong partial: the port to its share is wrapped from outside.
  NodeTransport lying(int index) {
    ShareHolder honest = network.ports.get(index - 1).share();
    ShareHolder liar =
        new ShareHolder() {
          @Override
          public int index() {
            return honest.index();
          }

          @Override
          public boolean fits(EpochKeys keys) {
            return honest.fits(keys);
          }

          @Override
          public Partial partial(CheckedHeader header, Hash256 request) {
            byte[] other = honest.partial(header, request).bytes();
            System.arraycopy(network.keys().share(index).bytes(), 0, other, 0, 33);
            return Partial.decode(other).orElseThrow();
          }
        };
    return TestNetwork.to(network.with(index, liar, Denylist.EMPTY));
  }
}
