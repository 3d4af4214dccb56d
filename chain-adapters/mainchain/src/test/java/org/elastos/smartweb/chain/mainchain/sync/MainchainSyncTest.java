// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.mainchain.BlockSource;
import org.elastos.smartweb.chain.mainchain.ChainPosition;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.LockedSpend;
import org.elastos.smartweb.chain.mainchain.OutputId;
import org.elastos.smartweb.chain.mainchain.SourceFailure;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Code;
import org.elastos.smartweb.chain.mainchain.SourceStatus;
import org.elastos.smartweb.chain.mainchain.TestBlocks;
import org.elastos.smartweb.chain.mainchain.p2p.FakePeer;
import org.elastos.smartweb.chain.mainchain.p2p.PeerBlockSource;
import org.elastos.smartweb.chain.mainchain.p2p.PeerIdentity;
import org.elastos.smartweb.chain.mainchain.p2p.PeerLimits;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage;
import org.elastos.smartweb.chain.mainchain.rpc.FakeNode;
import org.elastos.smartweb.chain.mainchain.rpc.MainchainRpc;
import org.elastos.smartweb.chain.mainchain.rpc.RpcBlockSource;
import org.elastos.smartweb.chain.mainchain.rpc.RpcLimits;
import org.elastos.smartweb.chain.mainchain.store.InMemoryHeaderStore;
import org.elastos.smartweb.testkit.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Several sources at once, some of them false.
@Timeout(60)
class MainchainSyncTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final SyncPace PACE =
      new SyncPace(Duration.ofMillis(30), Duration.ofMillis(20), Duration.ofMillis(200), 100, 3);
  private static final RpcLimits RPC = new RpcLimits(Duration.ofSeconds(2), 1 << 20, 25);
  private static final PeerLimits PEER =
      new PeerLimits(
          Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2), 500, 50, 8L << 20);

  private final MutableClock clock = MutableClock.at(Instant.ofEpochSecond(TestBlocks.NOW));
  private final HeaderStore store = new InMemoryHeaderStore();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final Heard heard = new Heard();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void severalSourcesBringTheSameChainAndAgree() {
    TestBlocks mint = TestBlocks.confirmed(31);
    List<DposBlock> blocks = mint.chain(mint.root(), 120);
    FakeNode node = opened(new FakeNode(mint.root(), blocks));
    FakePeer peer = opened(new FakePeer(blocks));
    MainchainSync sync = start(mint, List.of(rpc("node", node), peer("peer", peer)));
    await().atMost(PATIENCE).until(() -> agreeing(sync) == 2 && store.best().height() == 120);
    assertThat(sync.progress().target()).isEqualTo(120);
    assertThat(sync.progress().verified()).isEqualTo(120);
    assertThat(sync.progress().perSecond()).isPositive();
    List<DposBlock> longer = new ArrayList<>(blocks);
    longer.addAll(mint.chain(TestBlocks.position(blocks.getLast()), 3));
    node.serve(longer);
    await().atMost(PATIENCE).until(() -> store.best().height() == 123);
    await().atMost(PATIENCE).until(() -> agreeing(sync) == 1);
    peer.serve(longer);
    await().atMost(PATIENCE).until(() -> agreeing(sync) == 2);
    assertThat(heard.alarms).isEmpty();
    assertThat(heard.outcomes).contains("node blocks", "node nothing_new");
  }

  @Test
  void aSourceThatLiesIsNamedAndAskedNoMore() {
    TestBlocks mint = TestBlocks.confirmed(32);
    List<DposBlock> blocks = mint.chain(mint.root(), 10);
    List<DposBlock> false10 = new ArrayList<>(blocks.subList(0, 9));
    false10.add(mint.withoutWork(TestBlocks.position(blocks.get(8))));
    FakeNode honest = opened(new FakeNode(mint.root(), blocks));
    FakePeer liar = opened(new FakePeer(false10));
    MainchainSync sync = start(mint, List.of(peer("liar", liar), rpc("honest", honest)));
    await().atMost(PATIENCE).until(() -> status(sync, "liar").dropped());
    await().atMost(PATIENCE).until(() -> store.best().height() == 10);
    assertThat(store.best().hash()).isEqualTo(TestBlocks.position(blocks.getLast()).hash());
    assertThat(heard.alarms)
        .singleElement()
        .isInstanceOfSatisfying(
            SyncAlarm.SourceDropped.class,
            dropped -> {
              assertThat(dropped.source()).isEqualTo("liar");
              assertThat(dropped.failure().code()).isEqualTo(Code.INVALID_BLOCK);
            });
    assertThat(status(sync, "honest").dropped()).isFalse();
  }

  @Test
  void aSourceOnAnotherConfirmedBranchContestsTheChain() {
    TestBlocks mint = TestBlocks.confirmed(33);
    List<DposBlock> blocks = mint.chain(mint.root(), 6);
    List<DposBlock> other = new ArrayList<>(blocks.subList(0, 5));
    other.addAll(mint.chain(TestBlocks.position(blocks.get(4)), 2));
    FakeNode honest = opened(new FakeNode(mint.root(), blocks));
    MainchainSync sync = start(mint, List.of(rpc("honest", honest)));
    await().atMost(PATIENCE).until(() -> store.best().height() == 6);
    sync.close();
    FakeNode forked = opened(new FakeNode(mint.root(), other));
    MainchainSync again = start(mint, List.of(rpc("forked", forked)));
    await().atMost(PATIENCE).until(() -> heard.outcomes.contains("forked source_contested"));
    await().atMost(PATIENCE).until(() -> !heard.alarms.isEmpty());
    assertThat(heard.alarms).singleElement().isInstanceOf(SyncAlarm.ChainContested.class);
    assertThat(store.contest().orElseThrow().source()).isEqualTo("forked");
    assertThat(status(again, "forked").dropped())
        .as("which of the two lied, people decide")
        .isFalse();
    assertThat(new Settling(store).adopt(Optional.empty()))
        .isInstanceOf(Settling.Outcome.Adopted.class);
    await().atMost(PATIENCE).until(() -> status(again, "forked").agrees());
    assertThat(store.best().hash()).isEqualTo(TestBlocks.position(other.getLast()).hash());
  }

  @Test
  void aSourceOnABranchThatASettlementDecidedAgainstIsDropped() {
    TestBlocks mint = TestBlocks.confirmed(40);
    List<DposBlock> blocks = mint.chain(mint.root(), 6);
    List<DposBlock> other = new ArrayList<>(blocks.subList(0, 5));
    other.addAll(mint.chain(TestBlocks.position(blocks.get(4)), 2));
    FakeNode honest = opened(new FakeNode(mint.root(), blocks));
    FakeNode forked = opened(new FakeNode(mint.root(), other));
    MainchainSync first = start(mint, List.of(rpc("honest", honest)));
    await().atMost(PATIENCE).until(() -> store.best().height() == 6);
    first.close();
    MainchainSync sync = start(mint, List.of(rpc("honest", honest), rpc("forked", forked)));
    await().atMost(PATIENCE).until(() -> store.contest().isPresent());
    assertThat(new Settling(store).keep()).isInstanceOf(Settling.Outcome.Kept.class);
    List<DposBlock> longer = new ArrayList<>(other);
    longer.addAll(mint.chain(TestBlocks.position(other.getLast()), 1));
    forked.serve(longer);
    await().atMost(PATIENCE).until(() -> status(sync, "forked").dropped());
    assertThat(status(sync, "forked").failure().map(SourceFailure::code))
        .contains(Code.CONTRADICTS_FINAL);
    await().atMost(PATIENCE).until(() -> status(sync, "honest").agrees());
    assertThat(store.contest()).isEmpty();
  }

  /// The honest chain is longer than what is taken at a time, and the liar spoke first.
  @Test
  void moreWorkWinsOverWhoeverSpokeFirstThoughItComesInManyParts() {
    TestBlocks mint = TestBlocks.byWork(41);
    List<DposBlock> cheap = mint.chain(mint.root(), 250);
    List<DposBlock> chain = mint.chain(mint.root(), 260);
    FakeNode liar = opened(new FakeNode(mint.root(), cheap));
    MainchainSync first = start(mint, List.of(rpc("liar", liar)));
    await().atMost(PATIENCE).until(() -> store.best().height() == 250);
    first.close();
    assertThat(store.finalHeight()).isZero();
    FakeNode honest = opened(new FakeNode(mint.root(), chain));
    MainchainSync sync = start(mint, List.of(rpc("liar", liar), rpc("honest", honest)));
    await().atMost(PATIENCE).until(() -> status(sync, "honest").agrees());
    assertThat(store.best().hash()).isEqualTo(TestBlocks.position(chain.getLast()).hash());
    assertThat(store.contest()).isEmpty();
    assertThat(status(sync, "honest").dropped()).isFalse();
    assertThat(store.finalHeight()).as("the two do not agree").isZero();
    assertThat(heard.alarms).isEmpty();
  }

  @Test
  void spendsOfLockedOutputsAreCountedAndThoseThatTheRuleRefusesAreAlarms() {
    TestBlocks mint = TestBlocks.confirmed(42);
    ProgramHash locked = ProgramHash.fromHex("4b" + "ab".repeat(20));
    ProgramHash free = ProgramHash.fromHex("21" + "cd".repeat(20));
    ElaTransaction pays = mint.payment(new OutputId(Hash256.ZERO, 1), locked, 100);
    ElaTransaction more = mint.payment(new OutputId(Hash256.ZERO, 2), locked, 100);
    DposBlock one = mint.block(mint.root(), pays, more);
    ElaTransaction lawful = mint.withdrawal(new OutputId(pays.txid(), 0), free, 90);
    ElaTransaction theft = mint.payment(new OutputId(more.txid(), 0), free, 90);
    DposBlock two = mint.block(TestBlocks.position(one), lawful, theft);
    FakeNode node = opened(new FakeNode(mint.root(), List.of(one, two)));
    start(mint, List.of(rpc("node", node)));
    await().atMost(PATIENCE).until(() -> !heard.alarms.isEmpty());
    assertThat(heard.alarms)
        .containsExactly(
            new SyncAlarm.LockedSpendRefused(
                new LockedSpend(theft.txid(), TestBlocks.position(two).hash(), 2, "x_spend_type")));
    assertThat(heard.spends).containsExactlyInAnyOrder("allowed", "x_spend_type");
  }

  @Test
  void whatIsClaimedAndNotShownIsNotWaitedFor() {
    TestBlocks mint = TestBlocks.confirmed(41);
    List<DposBlock> blocks = mint.chain(mint.root(), 30);
    FakeNode honest = opened(new FakeNode(mint.root(), blocks));
    FakeNode boaster = opened(new FakeNode(mint.root(), blocks));
    boaster.answer("getblockcount", "1000001");
    FakeNode silent = opened(new FakeNode(mint.root(), blocks));
    silent.refuse("getblockcount", 45002);
    MainchainSync sync =
        start(mint, List.of(rpc("honest", honest), rpc("boaster", boaster), rpc("silent", silent)));
    await()
        .atMost(PATIENCE)
        .until(() ->
            store.best().height() == 30
                && sync.sources().stream().noneMatch(SourceStatus::awaited));
    assertThat(status(sync, "boaster").claimedHeight()).contains(1_000_000L);
    assertThat(sync.progress().target()).isEqualTo(1_000_000L);
    assertThat(status(sync, "boaster").dropped()).isFalse();
  }

  @Test
  void nonsenseIsForgivenSometimesButNotForEver() {
    TestBlocks mint = TestBlocks.confirmed(34);
    FakeNode odd = opened(new FakeNode(mint.root(), mint.chain(mint.root(), 3)));
    MainchainSync sync = start(mint, List.of(rpc("odd", odd)));
    await().atMost(PATIENCE).until(() -> store.best().height() == 3);
    odd.answer("getblockcount", "{}");
    await().atMost(PATIENCE).until(() -> status(sync, "odd").dropped());
    assertThat(status(sync, "odd").failure().map(SourceFailure::code)).contains(Code.SHAPE);
    assertThat(heard.outcomes.stream().filter("odd source_shape"::equals)).hasSize(PACE.strikes());
  }

  @Test
  void aSourceThatComesAndGoesIsNotDropped() {
    TestBlocks mint = TestBlocks.confirmed(35);
    List<DposBlock> blocks = mint.chain(mint.root(), 3);
    FakePeer silent =
        opened(
            new FakePeer(blocks) {
              private int questions;

              @Override
              protected void announce(List<Hash256> locator, Wire wire) throws IOException {
                if (++questions <= 5) {
                  throw new IOException("hangs up");
                }
                super.announce(locator, wire);
              }
            });
    MainchainSync sync = start(mint, List.of(peer("shaky", silent)));
    await().atMost(PATIENCE).until(() -> store.best().height() == 3);
    assertThat(status(sync, "shaky").dropped()).isFalse();
    assertThat(heard.outcomes).contains("shaky source_cut");
  }

  @Test
  void aSourceThatLagsBehindNeitherAgreesNorIsDropped() {
    TestBlocks mint = TestBlocks.confirmed(38);
    List<DposBlock> blocks = mint.chain(mint.root(), 20);
    FakeNode node = opened(new FakeNode(mint.root(), blocks));
    FakePeer slow = opened(new FakePeer(blocks.subList(0, 4)));
    MainchainSync sync = start(mint, List.of(rpc("node", node), peer("slow", slow)));
    await().atMost(PATIENCE).until(() -> heard.outcomes.contains("slow behind"));
    await().atMost(PATIENCE).until(() -> status(sync, "node").agrees());
    assertThat(status(sync, "slow").agrees()).isFalse();
    assertThat(status(sync, "slow").dropped()).isFalse();
    slow.serve(blocks);
    await().atMost(PATIENCE).until(() -> status(sync, "slow").agrees());
  }

  @Test
  void aFaultOfOurOwnIsNotTheSources() {
    TestBlocks mint = TestBlocks.confirmed(36);
    store.begin(mint.origin());
    BlockSource broken =
        new BlockSource() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public Fetched blocksAfter(List<ChainPosition> locator, int most) {
            throw new IllegalStateException("the database is away");
          }

          @Override
          public void close() {}
        };
    MainchainSync sync = start(mint, List.of(broken));
    await().atMost(PATIENCE).until(() -> heard.outcomes.contains("broken fault"));
    assertThat(status(sync, "broken")).isEqualTo(SourceStatus.unasked("broken"));
  }

  @Test
  @Timeout(30)
  void stopsWhileASourceIsSilentForLonger() {
    TestBlocks mint = TestBlocks.confirmed(37);
    FakePeer silent =
        opened(
            new FakePeer(List.of()) {
              @Override
              protected void answer(PeerMessage message, Wire wire) {}
            });
    PeerLimits patient =
        new PeerLimits(
            Duration.ofSeconds(50), Duration.ofSeconds(50), Duration.ofSeconds(50), 5, 5, 1 << 20);
    MainchainSync sync =
        start(
            mint,
            List.of(
                new PeerBlockSource(
                    new PeerBlockSource.NamedPeer("silent", silent.address()),
                    FakePeer.NETWORK,
                    new PeerIdentity(clock, new SecureRandom()),
                    patient)));
    sync.close();
    assertThat(status(sync, "silent").dropped()).isFalse();
  }

  private MainchainSync start(TestBlocks mint, List<BlockSource> sources) {
    store.begin(mint.origin());
    BlockIntake intake =
        new BlockIntake(mint.network(), store, new ChainPolicy(10, 2, 50, Set.of()), clock);
    return opened(
        MainchainSync.start(sources, new SyncFeed(store, intake, PACE, new Random(1)), heard));
  }

  private BlockSource rpc(String name, FakeNode node) {
    MainchainRpc rpc = opened(MainchainRpc.open(node.endpoint(name), RPC));
    return new RpcBlockSource(rpc, RPC);
  }

  private BlockSource peer(String name, FakePeer peer) {
    return new PeerBlockSource(
        new PeerBlockSource.NamedPeer(name, peer.address()),
        FakePeer.NETWORK,
        new PeerIdentity(clock, new SecureRandom()),
        PEER);
  }

  private <T extends AutoCloseable> T opened(T each) {
    open.add(each);
    return each;
  }

  private static long agreeing(MainchainSync sync) {
    return sync.sources().stream().filter(SourceStatus::agrees).count();
  }

  private static SourceStatus status(MainchainSync sync, String name) {
    Optional<SourceStatus> found =
        sync.sources().stream().filter(source -> source.name().equals(name)).findFirst();
    return found.orElseThrow();
  }

  /// Remembers everything it is told.
  private static final class Heard implements SyncObserver {
    private final List<SyncAlarm> alarms = new CopyOnWriteArrayList<>();
    private final List<String> outcomes = new CopyOnWriteArrayList<>();
    private final List<String> spends = new CopyOnWriteArrayList<>();

    @Override
    public void lockedSpend(String verdict) {
      spends.add(verdict);
    }

    @Override
    public void alarm(SyncAlarm alarm) {
      alarms.add(alarm);
    }

    @Override
    public void counted(String source, String outcome) {
      outcomes.add(source + " " + outcome);
    }
  }
}
