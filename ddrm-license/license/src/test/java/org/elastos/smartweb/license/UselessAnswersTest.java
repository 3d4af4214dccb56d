// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.license.LicenseClient.Patience;
import org.elastos.smartweb.license.LicenseOutcome.Licensed;
import org.junit.jupiter.api.Test;

class UselessAnswersTest extends LicenseClientSetting {
  @Test
  void aNodeThatDoesNotKnowTheSessionEvenThenIsLeftAlone() {
    licensed(obtain());
    NodeReply unknown = new NodeReply.Refused(RefusalCode.UNKNOWN_SESSION.text(), "");
    replace(1, new FixedTransport(unknown, unknown));
    Licensed licensed = licensed(obtain());
    assertThat(licensed.nodes().get(1).code()).isEqualTo("unknown_session");
  }

  @Test
  void uselessAnswersProveNothingAndAnotherNodeIsAsked() {
    replace(1, replying(new NodeReply.Answered(Bytes.fromHex("a0"))));
    LicenseNodeCore second = network.nodes.get(1);
    NodeReply opened = TestNetwork.reply(second.openSession(home.opening()));
    NodeReply garbage =
        new NodeReply.Answered(
            Bytes.of(Cbor.map().put("v", 1).put("sealed", new byte[64]).encode()));
    replace(2, new FixedTransport(opened, garbage));
    Licensed licensed = licensed(obtain());
    assertThat(licensed.nodes().get(1).code()).isEqualTo("bad_context");
    assertThat(licensed.nodes().get(2).code()).isEqualTo("unreadable_answer");
    assertThat(licensed.nodes().get(2).answered()).isTrue();
  }

  @Test
  void anAnswerMovedToAnotherRequestOrNodeCannotBeRead() {
    List<Bytes> recorded = new ArrayList<>();
    NodeTransport first = TestNetwork.to(network.nodes.get(0));
    NodeTransport recorder =
        new NodeTransport() {
          @Override
          public NodeReply openSession(Bytes body, Duration timeout) {
            return first.openSession(body, timeout);
          }

          @Override
          public NodeReply request(Bytes body, Duration timeout) {
            NodeReply reply = first.request(body, timeout);
            recorded.add(((NodeReply.Answered) reply).body());
            return new NodeReply.Answered(recorded.getFirst());
          }

          @Override
          public NodeReply revoke(Bytes body, Duration timeout) {
            return first.revoke(body, timeout);
          }
        };
    replace(1, recorder);
    assertThat(licensed(obtain()).nodes().get(1).code()).isEqualTo("ok");
    assertThat(licensed(obtain()).nodes().get(1).code()).isEqualTo("unreadable_answer");
    LicenseNodeCore second = network.nodes.get(1);
    NodeReply opened = TestNetwork.reply(second.openSession(home.opening()));
    replace(2, new FixedTransport(opened, new NodeReply.Answered(recorded.getFirst())));
    assertThat(licensed(obtain()).nodes().get(2).code()).isIn("unreadable_answer");
  }

  @Test
  void opensOnceMoreWhenANodeSealsWithAContextThatTheHomeDoesNotShare() {
    Patience patient =
        new Patience(Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(20));
    licensed(obtain(home, patient));
    LicenseNodeCore restarted = network.restarted(1);
    // Whoever saw the opening, another node for one, can replay it.
    NodeReply replayed = TestNetwork.reply(restarted.openSession(home.opening()));
    assertThat(replayed).isInstanceOf(NodeReply.Answered.class);
    replace(1, TestNetwork.to(restarted));
    assertThat(licensed(obtain(home, patient)).nodes().get(1).code()).isEqualTo("ok");
    assertThat(network.audits.get(0).records()).as("asked with another nonce").hasSize(3);
  }

  @Test
  void aReceiptSignedByAnotherIdentityProvesNothing() {
    SecretBytes foreign = SecretBytes.copyOf(new byte[32]);
    NodePorts old = network.ports.get(0);
    LicenseNodeCore impostor =
        new LicenseNodeCore(
            new NodePorts(
                old.stores(),
                old.chain(),
                old.share(),
                foreign,
                old.denylist(),
                old.clock(),
                network.random));
    nodes.set(0, new NodeEndpoint(1, Ed25519.publicKey(foreign), TestNetwork.to(impostor)));
    licensed(obtain());
    nodes.set(0, network.endpoint(1, TestNetwork.to(impostor)));
    assertThat(licensed(obtain()).nodes().get(1).code()).isEqualTo("bad_receipt");
    try (HomeSession fresh = network.session(network.buyer)) {
      assertThat(licensed(obtain(fresh, Patience.STANDARD)).nodes().get(1).code())
          .isEqualTo("bad_context");
    }
  }
}
