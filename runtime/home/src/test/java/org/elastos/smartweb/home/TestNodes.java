// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.home.license.CommitteePin;
import org.elastos.smartweb.license.Denylist;
import org.elastos.smartweb.license.FakeAccounts;
import org.elastos.smartweb.license.FakeChain;
import org.elastos.smartweb.license.InMemoryAuditLog;
import org.elastos.smartweb.license.InMemoryNonceStore;
import org.elastos.smartweb.license.InMemorySessionStore;
import org.elastos.smartweb.license.KeyShareHolder;
import org.elastos.smartweb.license.LicenseDecision;
import org.elastos.smartweb.license.LicenseNodeCore;
import org.elastos.smartweb.license.NodePorts;
import org.elastos.smartweb.license.Right;
import org.elastos.smartweb.license.ShareHolder;
import org.elastos.smartweb.threshold.CheckedHeader;
import org.elastos.smartweb.threshold.CommitteeShape;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.Partial;
import org.elastos.smartweb.threshold.TrustedDealer;

/// Five licence nodes, three of whom are needed, each behind its own HTTP port: the real decision
/// procedure over stores and a chain in memory. For tests.
final class TestNodes implements AutoCloseable {
  static final CommitteeShape SHAPE = new CommitteeShape(5, 3);
  private static final EvmAddress CONTRACT = EvmAddress.fromHex("22".repeat(20));

  /// Openings and requests that reached a node.
  final AtomicInteger openings = new AtomicInteger();

  final AtomicInteger requests = new AtomicInteger();
  private final SecureRandom random = new SecureRandom();
  private final TrustedDealer dealer = TrustedDealer.deal(1, SHAPE, random);
  private final FakeChain chain;
  private final List<HttpServer> servers = new ArrayList<>();
  private final List<SecretBytes> identities = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// @param liar the index of a node that signs for a wrong partial; 0 for none
  TestNodes(int liar) {
    this.chain = new FakeChain(TestWorks.EDITION.chain(), Instant.now());
    chain.activate(dealer.keys());
    for (int index = 1; index <= SHAPE.members(); index++) {
      byte[] seed = new byte[Ed25519.SEED_BYTES];
      random.nextBytes(seed);
      identities.add(SecretBytes.take(seed));
      ShareHolder share = new KeyShareHolder(dealer.share(index), random);
      servers.add(serve(node(index, index == liar ? new LyingShare(share) : share)));
    }
  }

  EpochKeys keys() {
    return dealer.keys();
  }

  CommitteePin pin() {
    List<CommitteePin.Node> nodes = new ArrayList<>();
    for (int index = 1; index <= SHAPE.members(); index++) {
      Hash256 identity = Hash256.of(Ed25519.publicKey(identities.get(index - 1)).bytes());
      int port = servers.get(index - 1).getAddress().getPort();
      nodes.add(new CommitteePin.Node(index, URI.create("http://127.0.0.1:" + port), identity));
    }
    return new CommitteePin(
        keys().groupKey().gk(), TestWorks.EDITION.chain(), CONTRACT, SHAPE, nodes);
  }

  /// The wallet owns the edition from now on, or no more.
  void setOwner(EvmAddress wallet, boolean owns) {
    chain.right(
        TestWorks.EDITION.edition(), wallet, owns ? 10 : 11, owns ? Right.OWNED : Right.NONE);
  }

  void kill(int index) {
    servers.get(index - 1).stop(0);
  }

  private LicenseNodeCore node(int index, ShareHolder share) {
    return new LicenseNodeCore(
        new NodePorts(
            new NodePorts.Stores(
                new InMemorySessionStore(), new InMemoryNonceStore(), new InMemoryAuditLog(random)),
            new NodePorts.Chain(chain, chain, chain, new FakeAccounts(chain)),
            share,
            identities.get(index - 1),
            Denylist.EMPTY,
            InstantSource.system(),
            random));
  }

  private HttpServer serve(LicenseNodeCore node) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(threads);
      server.createContext("/v1/", exchange -> answer(node, exchange));
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(LicenseNodeCore node, HttpExchange exchange) throws IOException {
    try (exchange) {
      Bytes body = Bytes.of(exchange.getRequestBody().readAllBytes());
      LicenseDecision decision =
          switch (exchange.getRequestURI().getPath()) {
            case "/v1/sessions" -> {
              openings.incrementAndGet();
              yield node.openSession(body);
            }
            case "/v1/licenses" -> {
              requests.incrementAndGet();
              yield node.decide(body);
            }
            default -> node.revoke(body);
          };
      switch (decision) {
        case LicenseDecision.Granted(Bytes answer) -> send(exchange, 200, answer.bytes());
        case LicenseDecision.Refused(var code, String detail) ->
            send(
                exchange,
                code.httpStatus(),
                ("{\"code\":\"" + code.text() + "\"}").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
    threads.shutdownNow();
    identities.forEach(SecretBytes::close);
  }

  /// Proves its partial for another request than the one that was asked.
  private record LyingShare(ShareHolder honest) implements ShareHolder {
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
      return honest.partial(header, Sha256.of(request.bytes()));
    }
  }
}
