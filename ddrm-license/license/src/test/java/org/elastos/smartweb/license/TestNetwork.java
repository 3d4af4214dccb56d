// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.Wallet;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.threshold.CommitteeShape;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.SeededRandom;
import org.elastos.smartweb.threshold.TrustedDealer;

/// Five licence nodes in memory, three of whom are needed, on one fake chain; a buyer with a device
/// and a delegation. For tests.
public final class TestNetwork {
  /// When it all begins.
  public static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  /// The source of everything random.
  public final SeededRandom random;

  /// The chain that all nodes read.
  public final FakeChain chain = new FakeChain(TestWork.CHAIN, START);

  /// The accounts that are contracts on it.
  public final FakeAccounts accounts = new FakeAccounts(chain);

  final TrustedDealer dealer;
  final TestWork work;
  final LocalWallet buyer;
  final SecretBytes device;
  final List<SecretBytes> identities = new ArrayList<>();
  final List<InMemoryAuditLog> audits = new ArrayList<>();
  final List<NodePorts> ports = new ArrayList<>();
  final List<LicenseNodeCore> nodes = new ArrayList<>();
  private Instant now = START;

  /// Builds it from a seed.
  public TestNetwork(long seed) {
    this.random = new SeededRandom(seed);
    this.dealer = TrustedDealer.deal(1, new CommitteeShape(5, 3), random);
    this.work = new TestWork(random);
    this.buyer = LocalWallet.generate(random);
    this.device = seed();
    chain.activate(dealer.keys());
    for (int index = 1; index <= 5; index++) {
      identities.add(seed());
      audits.add(new InMemoryAuditLog(random));
      ports.add(ports(index));
      nodes.add(new LicenseNodeCore(ports.getLast()));
    }
  }

  private SecretBytes seed() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return SecretBytes.take(bytes);
  }

  private NodePorts ports(int index) {
    return new NodePorts(
        new NodePorts.Stores(
            new InMemorySessionStore(), new InMemoryNonceStore(), audits.get(index - 1)),
        new NodePorts.Chain(chain, chain, chain, accounts),
        new KeyShareHolder(dealer.share(index), random),
        identities.get(index - 1),
        Denylist.EMPTY,
        clock(),
        random);
  }

  /// Another node over the same stores, as after a restart.
  LicenseNodeCore restarted(int index) {
    return new LicenseNodeCore(ports.get(index - 1));
  }

  /// A node with other ports.
  LicenseNodeCore with(int index, ShareHolder share, Denylist denylist) {
    NodePorts old = ports.get(index - 1);
    return new LicenseNodeCore(
        new NodePorts(
            old.stores(), old.chain(), share, old.identity(), denylist, old.clock(), random));
  }

  InstantSource clock() {
    return () -> now;
  }

  void advance(Duration duration) {
    now = now.plus(duration);
  }

  void own(Wallet wallet, long height) {
    chain.right(TestWork.EDITION.edition(), wallet.address(), height, Right.OWNED);
  }

  void lose(Wallet wallet, long height) {
    chain.right(TestWork.EDITION.edition(), wallet.address(), height, Right.NONE);
  }

  EpochKeys keys() {
    return dealer.keys();
  }

  Delegation delegation(Wallet wallet, List<AssetId> assets) {
    return new Delegation(
        "127.0.0.1:7001",
        new Delegation.Signer(wallet.address(), TestWork.CHAIN),
        new Delegation.Validity(
            START.minusSeconds(60), START.plus(Duration.ofDays(7)), Bytes.fromHex("ab".repeat(16))),
        new Delegation.Scope(Ed25519.publicKey(device), List.of(keys().groupKey().gk()), assets));
  }

  HomeSession.Delegated delegated(Wallet wallet) {
    Delegation delegation = delegation(wallet, List.of());
    return new HomeSession.Delegated(delegation, wallet.signDigest(delegation.digest()));
  }

  HomeSession session(Wallet wallet) {
    HomeSession.Delegated delegated = delegated(wallet);
    return HomeSession.create(
        delegated, device, HomeSession.Terms.longest(delegated.delegation(), now), random);
  }

  /// A transport straight into a node.
  static NodeTransport to(LicenseNodeCore node) {
    return new NodeTransport() {
      @Override
      public NodeReply openSession(Bytes body, Duration timeout) {
        return reply(node.openSession(body));
      }

      @Override
      public NodeReply request(Bytes body, Duration timeout) {
        return reply(node.decide(body));
      }

      @Override
      public NodeReply revoke(Bytes body, Duration timeout) {
        return reply(node.revoke(body));
      }
    };
  }

  static NodeReply reply(LicenseDecision decision) {
    return switch (decision) {
      case LicenseDecision.Granted(Bytes answer) -> new NodeReply.Answered(answer);
      case LicenseDecision.Refused(RefusalCode code, String detail) ->
          new NodeReply.Refused(code.text(), detail);
    };
  }

  NodeEndpoint endpoint(int index, NodeTransport transport) {
    return new NodeEndpoint(index, Ed25519.publicKey(identities.get(index - 1)), transport);
  }

  List<NodeEndpoint> endpoints() {
    return new ArrayList<>(
        IntStream.rangeClosed(1, 5).mapToObj(i -> endpoint(i, to(nodes.get(i - 1)))).toList());
  }

  /// Which code a node refused with; empty when it granted.
  static Optional<RefusalCode> refusal(LicenseDecision decision) {
    return decision instanceof LicenseDecision.Refused(RefusalCode code, String detail)
        ? Optional.of(code)
        : Optional.empty();
  }
}
