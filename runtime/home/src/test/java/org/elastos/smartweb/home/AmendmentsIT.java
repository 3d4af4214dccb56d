// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.ddrm.AppId;
import org.elastos.smartweb.ddrm.Committee;
import org.elastos.smartweb.ddrm.Condition;
import org.elastos.smartweb.ddrm.DdrmReader;
import org.elastos.smartweb.ddrm.Envelope;
import org.elastos.smartweb.ddrm.Freshness;
import org.elastos.smartweb.ddrm.Grant;
import org.elastos.smartweb.ddrm.Policy;
import org.elastos.smartweb.ddrm.Sidecar;
import org.elastos.smartweb.ddrm.Statement;
import org.elastos.smartweb.ddrm.StatementBody;
import org.elastos.smartweb.ddrm.Terms;
import org.elastos.smartweb.ddrm.Way;
import org.elastos.smartweb.home.content.Amendments.Amended;
import org.elastos.smartweb.home.content.ShelvedWork;
import org.elastos.smartweb.home.play.PlayStatus;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.elastos.smartweb.threshold.KemTarget;
import org.elastos.smartweb.threshold.ThresholdKem;
import org.junit.jupiter.api.Test;

/// What a creator adds later reaches copies that were sold before (decision A5).
@DatabaseTest
class AmendmentsIT extends PlayingHome {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final LocalWallet creator = LocalWallet.generate(RANDOM);

  @Test
  void aRaisedLowestReleaseReachesAnOldCopy() throws IOException {
    delegate(buyer);
    ShelvedWork mine = shelved();
    end(TestHome.done(playPath(mine.path().toString())));
    Sidecar raised = sidecar(terms -> withRelease(terms, 99));

    Amended amended;
    try (Peer peer = new Peer(mine, raised.encode())) {
      amended = TestHome.done(home.client.refresh(mine.assetId(), List.of(peer.address())));
      assertThat(TestHome.done(home.client.refresh(mine.assetId(), List.of(peer.address()))))
          .as("the second time nothing is new")
          .isEqualTo(Amended.NOTHING);
    }

    assertThat(amended).isEqualTo(new Amended(1, 0));
    assertThat(TestHome.refused(playPath(mine.path().toString())).code())
        .isEqualTo("renderer_not_installed");
    byte[] told = home.get(sidecarOf(home.gateway(), mine)).body();
    assertThat(Sidecar.parse(told).toOptional().orElseThrow().statements())
        .as("whoever asks this home hears of it too")
        .containsAll(raised.statements());
  }

  @Test
  void aSuccessorWithAnotherWayLeavesTheOldEnvelopeOpening() throws IOException {
    delegate(buyer);
    ShelvedWork mine = shelved();
    Sidecar wider = sidecar(AmendmentsIT::withAnotherWay);
    assertThat(TestHome.done(home.client.amend(mine.assetId(), wider.encode())))
        .isEqualTo(new Amended(1, 0));

    PlayStatus opened = TestHome.done(playPath(mine.path().toString()));
    assertThat(listen(opened, false)).hasSameSizeAs(TestWorks.resource("mono.pcm"));
  }

  @Test
  void believesNoStrangerAboutStatementsAndOnlyALittleAboutEnvelopes() throws IOException {
    delegate(buyer);
    ShelvedWork mine = shelved();
    Terms terms = terms("mine.ddrm");
    Statement thiefs = Statement.sign(LocalWallet.generate(RANDOM), withRelease(terms, 99));
    Statement dropping = Statement.sign(creator, withoutOutputs(terms));
    List<Envelope> junk = IntStream.range(0, 9).mapToObj(_ -> junk(mine, terms)).toList();
    Envelope unnamed = new Envelope(Envelope.DEVICE, Bytes.of(new byte[3]));
    Sidecar hostile = new Sidecar(terms.place().asset(), List.of(thiefs, dropping), junk);
    Sidecar lease = new Sidecar(terms.place().asset(), List.of(), List.of(unnamed));

    for (byte[] answer :
        List.of(hostile.encode(), lease.encode(), new byte[0], new byte[2 << 20])) {
      try (Peer peer = new Peer(mine, answer)) {
        TestHome.done(home.client.refresh(mine.assetId(), List.of(peer.address())));
      }
    }

    byte[] told = home.get(sidecarOf(home.gateway(), mine)).body();
    Sidecar now = Sidecar.parse(told).toOptional().orElseThrow();
    assertThat(now.statements()).doesNotContain(thiefs, dropping);
    assertThat(now.envelopes()).as("its own and three more").hasSize(4).doesNotContain(unnamed);
    PlayStatus opened = TestHome.done(playPath(mine.path().toString()));
    assertThat(listen(opened, false)).hasSameSizeAs(TestWorks.resource("mono.pcm"));
  }

  @Test
  void refusesASidecarOfAnotherWork() {
    ShelvedWork mine = shelved();
    byte[] other = new Sidecar(terms("sound.ddrm").place().asset(), List.of(), List.of()).encode();
    assertThat(TestHome.refused(home.client.amend(mine.assetId(), other)).code())
        .isEqualTo("bad_sidecar");
    assertThat(
            home.get(home.gateway().resolve("/ddrm/" + "0".repeat(64) + "/sidecar")).statusCode())
        .isEqualTo(404);
    assertThat(home.get(home.gateway().resolve("/ddrm/x/sidecar")).statusCode()).isEqualTo(400);
  }

  private ShelvedWork shelved() {
    Committee committee = new Committee(pin.groupKey(), pin.chain(), pin.contract());
    AppId player = PLAYER.manifest().appId();
    TestWorks.Guard guard =
        new TestWorks.Guard(nodes.keys().groupKey(), committee, player, "audio");
    byte[] ogg = TestWorks.resource("mono.ogg");
    try {
      return TestHome.done(
          home.client.putFile(
              "mine.ddrm",
              TestWorks.sound(ogg, guard, creator, directory.resolve("mine.ddrm")).file()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// The terms with which a file was published.
  private static Terms terms(String published) {
    DdrmReader.Opening opening = DdrmReader.open(directory.resolve(published));
    try (DdrmReader reader = ((DdrmReader.Opening.Opened) opening).reader()) {
      return reader.terms().orElseThrow();
    }
  }

  private interface Change {
    Terms of(Terms before);
  }

  private Sidecar sidecar(Change change) {
    Terms before = terms("mine.ddrm");
    Statement next = Statement.sign(creator, change.of(before));
    return new Sidecar(before.place().asset(), List.of(next), List.of());
  }

  private static Terms withRelease(Terms before, long lowest) {
    SortedMap<AppId, Long> renderers = new TreeMap<>();
    for (Map.Entry<AppId, Long> one : before.rendering().renderers().entrySet()) {
      renderers.put(one.getKey(), lowest);
    }
    return new Terms(
        StatementBody.Place.after(before),
        before.policy(),
        new Terms.Rendering(renderers, before.rendering().outputs()),
        before.committees());
  }

  private static Terms withoutOutputs(Terms before) {
    return new Terms(
        StatementBody.Place.after(before),
        before.policy(),
        new Terms.Rendering(before.rendering().renderers(), List.of("text")),
        before.committees());
  }

  private static Terms withAnotherWay(Terms before) {
    Condition elsewhere =
        new Condition.HoldsEdition(
            new ChainId(20),
            EvmAddress.fromHex("c1".repeat(20)),
            EditionId.fromHex("e2".repeat(32)));
    List<Way> ways = new ArrayList<>(before.policy().ways());
    ways.add(new Way(elsewhere, new Grant(60), Freshness.FINAL));
    return new Terms(
        StatementBody.Place.after(before),
        new Policy(ways),
        before.rendering(),
        before.committees());
  }

  /// Sound to look at, and wraps another key.
  private Envelope junk(ShelvedWork copy, Terms terms) {
    KemTarget target =
        new KemTarget(nodes.keys().groupKey().gk(), copy.assetId(), terms.policy().hash());
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    try (SecretBytes secret = SecretBytes.take(key)) {
      return new Envelope(
          Envelope.THRESHOLD,
          Bytes.of(ThresholdKem.encrypt(nodes.keys().groupKey(), target, secret, RANDOM).bytes()));
    }
  }

  private static URI sidecarOf(URI gateway, ShelvedWork work) {
    return gateway.resolve("/ddrm/" + work.assetId().hex() + "/sidecar");
  }

  /// A stranger who answers the same whatever is asked.
  private static final class Peer implements AutoCloseable {
    private final HttpServer server;

    Peer(ShelvedWork work, byte[] answer) throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/ddrm/" + work.assetId().hex() + "/sidecar",
          exchange -> {
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      server.start();
    }

    URI address() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
