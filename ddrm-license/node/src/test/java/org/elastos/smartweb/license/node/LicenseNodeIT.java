// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.devnet.Anvil;
import org.elastos.smartweb.contracts.ChannelStack;
import org.elastos.smartweb.contracts.generated.ChannelCalls;
import org.elastos.smartweb.contracts.generated.ChannelFactoryCalls;
import org.elastos.smartweb.contracts.generated.EditionTerms;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls.OperatorRecord;
import org.elastos.smartweb.ddrm.Condition;
import org.elastos.smartweb.ddrm.Freshness;
import org.elastos.smartweb.ddrm.Policy;
import org.elastos.smartweb.ddrm.Way;
import org.elastos.smartweb.license.LicenseClient;
import org.elastos.smartweb.license.LicenseOutcome;
import org.elastos.smartweb.license.NodeOutcome;
import org.elastos.smartweb.license.NodeReply;
import org.elastos.smartweb.license.ShareHolder;
import org.elastos.smartweb.license.TestWork;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.elastos.smartweb.testkit.TestDatabase;
import org.elastos.smartweb.threshold.CheckedHeader;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.Partial;
import org.elastos.smartweb.threshold.SeededRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Five nodes, three of whom are needed, on a real chain, real databases and real HTTP; the second
/// one lies and the fifth one is stopped in every phase of the ceremony.
@DatabaseTest
@Timeout(240)
final class LicenseNodeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int COMMIT = 1;
  private static final int CONFIRM = 4;
  private static final int LIAR = 2;
  private static final int MOVES_FREELY = 1;
  private static final int INTERRUPTED = 5;
  private static final int NEWCOMER = 6;
  private static final Hash256 SALT = Hash256.fromHex("17".repeat(32));

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<LabNode> nodes = new ArrayList<>();
  private final TestWork work = new TestWork(new SeededRandom(4));
  private final NodeLab lab;
  private EvmAddress channel = EvmAddress.ZERO;

  LicenseNodeIT(TestDatabase database, @TempDir Path folder) {
    this.lab = new NodeLab(database, folder);
  }

  @BeforeEach
  void startNodes() {
    for (int index = 1; index <= 5; index++) {
      LabNode node =
          new LabNode(
              lab, vertx, index, index == LIAR ? LicenseNodeIT::lying : UnaryOperator.identity());
      nodes.add(node);
      node.start();
    }
  }

  @AfterEach
  void closeAll() throws Exception {
    nodes.forEach(LabNode::close);
    vertx.close().await();
    http.close();
    lab.close();
  }

  @Test
  void makeAKeyAndGiveItsUseToOwnersOnly() {
    interruptInEveryPhase();
    await().atMost(PATIENCE).until(() -> nodes.stream().allMatch(node -> node.isReady(http)));
    EpochKeys keys = keys();
    Policy policy = policy(sell());
    LicenseClient.Wish wish =
        new LicenseClient.Wish(
            work.header(keys.groupKey(), policy, new SeededRandom(5)),
            work.core(),
            work.terms(policy));
    try (LabHome home = new LabHome(lab, lab.buyer, keys, http);
        LabHome other = new LabHome(lab, lab.stranger, keys, http)) {
      givesTheOwnerALicenceAndNamesTheLiar(home, wish);
      refusesAStranger(other, wish);
      refusesAReplayAlsoAfterARestart(home, wish);
      goesOnWithoutOneNode(home, wish);
      refusesTheSellerAtOnceAndServesTheNewOwnerSoon(home, other, wish);
      handsTheKeyOnAndServesThoseWhoDoNotKnowYet(other, wish, keys);
    }
  }

  private void interruptInEveryPhase() {
    LabNode node = nodes.get(INTERRUPTED - 1);
    for (int phase = COMMIT; phase <= CONFIRM; phase++) {
      int reached = phase;
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(100))
          .until(() -> lab.phase() >= reached);
      node.stop();
      node.start();
    }
  }

  private EpochKeys keys() {
    return new EvmCommitteeView(lab.chain, lab.committee)
        .active()
        .agreed()
        .orElseThrow()
        .orElseThrow();
  }

  private EditionId sell() {
    EvmAddress factory =
        ChannelStack.place((contract, creation) ->
                lab.send(lab.creator, creation.transaction()).created().orElseThrow())
            .factory();
    channel = lab.ask(factory, new ChannelFactoryCalls.ChannelAddress(lab.creator.address(), SALT));
    lab.send(
        lab.creator,
        EvmTransaction.call(new ChannelFactoryCalls.CreateChannel("Songs", SALT).on(factory)));
    EditionId edition = lab.ask(channel, new ChannelCalls.EditionIdOf(SALT));
    EditionTerms terms =
        new EditionTerms(
            work.asset().hash(),
            EvmAddress.ZERO,
            BigInteger.TEN,
            0,
            500,
            MOVES_FREELY,
            0,
            0,
            0,
            "ipfs://x");
    Bytes deed =
        Bytes.fromHex("00".repeat(32) + lab.creator.address().toString().substring(2) + "000f4240");
    lab.send(
        lab.creator,
        EvmTransaction.call(new ChannelCalls.CreateEdition(SALT, terms, deed).on(channel)));
    EvmAddress buyer = lab.buyer.address();
    lab.send(
        lab.buyer,
        EvmTransaction.call(
            new ChannelCalls.Buy(edition, 1, buyer, BigInteger.TEN, deed).on(channel),
            BigInteger.TEN));
    return edition;
  }

  private Policy policy(EditionId edition) {
    return Policy.of(
        new Way(
            new Condition.HoldsEdition(Anvil.CHAIN, channel, edition),
            TestWork.GRANT,
            Freshness.FINAL));
  }

  private void givesTheOwnerALicenceAndNamesTheLiar(LabHome home, LicenseClient.Wish wish) {
    // While the purchase becomes final the liar may still refuse when three others grant already.
    LicenseOutcome outcome = licensed(home, wish);
    assertThat(outcome.nodes().values())
        .filteredOn(node -> node instanceof NodeOutcome.Honest)
        .hasSize(3);
    await()
        .atMost(PATIENCE)
        .until(() -> home.obtain(wish, Set.of(1, LIAR)).nodes().get(LIAR).conviction().isPresent());
    assertThat(nodes.getFirst().auditRecords()).isPositive();
  }

  private void refusesAStranger(LabHome stranger, LicenseClient.Wish wish) {
    LicenseOutcome outcome = stranger.obtain(wish);
    assertThat(outcome).isInstanceOf(LicenseOutcome.NotEnough.class);
    assertThat(outcome.nodes().values()).extracting(NodeOutcome::code).containsOnly("not_owner");
  }

  private void refusesAReplayAlsoAfterARestart(LabHome home, LicenseClient.Wish wish) {
    Bytes seen = home.lastRequest(1);
    assertThat(code(home.send(1, seen))).isEqualTo("replay");
    nodes.getFirst().stop();
    nodes.getFirst().start();
    await().atMost(PATIENCE).until(() -> nodes.getFirst().isReady(http));
    assertThat(code(home.send(1, seen))).isEqualTo("unknown_session");
    home.obtain(wish, Set.of(1));
    assertThat(code(home.send(1, seen))).isEqualTo("replay");
  }

  private void goesOnWithoutOneNode(LabHome home, LicenseClient.Wish wish) {
    nodes.get(2).stop();
    LicenseOutcome outcome = licensed(home, wish);
    assertThat(outcome.nodes().get(3).answered()).isFalse();
    nodes.get(2).start();
  }

  private void refusesTheSellerAtOnceAndServesTheNewOwnerSoon(
      LabHome seller, LabHome owner, LicenseClient.Wish wish) {
    EditionId edition = lab.ask(channel, new ChannelCalls.EditionIdOf(SALT));
    lab.send(
        lab.buyer,
        EvmTransaction.call(
            new ChannelCalls.SafeTransferFrom(
                    lab.buyer.address(),
                    lab.stranger.address(),
                    edition.toUint(),
                    BigInteger.ONE,
                    Bytes.EMPTY)
                .on(channel)));
    LicenseOutcome refused = seller.obtain(wish);
    assertThat(refused).isInstanceOf(LicenseOutcome.NotEnough.class);
    assertThat(refused.nodes().values()).extracting(NodeOutcome::code).contains("not_owner");
    licensed(owner, wish);
  }

  private void handsTheKeyOnAndServesThoseWhoDoNotKnowYet(
      LabHome owner, LicenseClient.Wish wish, EpochKeys before) {
    LabNode newcomer = new LabNode(lab, vertx, NEWCOMER, UnaryOperator.identity());
    nodes.add(newcomer);
    newcomer.start();
    await()
        .atMost(PATIENCE)
        .until(() ->
            !lab.ask(lab.committee, new OperatorRecord(lab.operators.getLast().address()))
                .identityKey()
                .equals(Hash256.ZERO));
    new LabReshare(lab).begin(List.of(1, 3, 4), List.of(NEWCOMER, 5, 4, 3, LIAR), 3);
    await().atMost(PATIENCE).until(() -> newcomer.isReady(http));
    EpochKeys after = keys();
    assertThat(after.epoch()).isGreaterThan(before.epoch());
    assertThat(after.groupKey()).isEqualTo(before.groupKey());
    licensed(owner, wish);
    try (LabHome fresh = new LabHome(lab, lab.stranger, after, http)) {
      licensed(fresh, wish);
    }
  }

  /// Asks until the purchase is final.
  private LicenseOutcome licensed(LabHome home, LicenseClient.Wish wish) {
    LicenseOutcome outcome =
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofSeconds(1))
            .pollDelay(Duration.ZERO)
            .until(() -> home.obtain(wish), LicenseOutcome.Licensed.class::isInstance);
    try (SecretBytes key = ((LicenseOutcome.Licensed) outcome).fileKey()) {
      assertThat(work.isFileKey(key)).isTrue();
    }
    return outcome;
  }

  private static String code(NodeReply reply) {
    return reply instanceof NodeReply.Refused(String code, String _) ? code : reply.toString();
  }

  /// Signs for the partial of another request.
  private static ShareHolder lying(ShareHolder honest) {
    return new ShareHolder() {
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
        return honest.partial(header, Hash256.ZERO);
      }
    };
  }
}
