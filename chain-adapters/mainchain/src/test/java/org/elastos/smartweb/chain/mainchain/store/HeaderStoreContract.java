// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.ela.verify.ConsensusState;
import org.elastos.smartweb.chain.mainchain.BlockChange;
import org.elastos.smartweb.chain.mainchain.BlockChange.Watched;
import org.elastos.smartweb.chain.mainchain.ChainCommit;
import org.elastos.smartweb.chain.mainchain.ChainEvent;
import org.elastos.smartweb.chain.mainchain.ChainOrigin;
import org.elastos.smartweb.chain.mainchain.Contest;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.KeptTransaction;
import org.elastos.smartweb.chain.mainchain.LockedSpend;
import org.elastos.smartweb.chain.mainchain.MainchainException;
import org.elastos.smartweb.chain.mainchain.OutputId;
import org.elastos.smartweb.chain.mainchain.Rebase;
import org.elastos.smartweb.chain.mainchain.Settlement;
import org.elastos.smartweb.chain.mainchain.StoredBlock;
import org.elastos.smartweb.chain.mainchain.TestBlocks;
import org.elastos.smartweb.chain.mainchain.WatchedOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every header store must do.
public abstract class HeaderStoreContract {
  private static final Bytes HEADER = Bytes.of(new byte[] {1, 2, 3});
  private static final Bytes CONFIRM = Bytes.of(new byte[] {4});

  private final ChainOrigin origin = TestBlocks.byWork(7).origin();
  private HeaderStore store = new InMemoryHeaderStore();

  /// A store that has not begun.
  protected abstract HeaderStore emptyStore();

  @BeforeEach
  void begin() {
    store = emptyStore();
    store.begin(origin);
  }

  @Test
  void beginsOnceAndFromOneBlockOnly() {
    HeaderStore fresh = emptyStore();
    assertThat(fresh.origin()).isEmpty();
    assertThatThrownBy(fresh::best).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(fresh::finalHeight).isInstanceOf(IllegalStateException.class);
    fresh.begin(origin);
    fresh.begin(origin);
    assertThat(fresh.origin()).contains(origin);
    assertThat(fresh.best()).isEqualTo(origin.point());
    assertThat(fresh.finalHeight()).isZero();
    assertThatThrownBy(() -> fresh.begin(new ChainOrigin("other", origin.point())))
        .isInstanceOfSatisfying(
            MainchainException.class,
            refused -> assertThat(refused.code()).isEqualTo("origin_differs"));
  }

  @Test
  void keepsBlocksThatJoinTheBestChain() {
    ChainPoint one = above(origin.point(), 1);
    ChainPoint two = above(one, 2);
    assertThat(apply(extend(one), extend(two))).isTrue();
    assertThat(store.best()).isEqualTo(two);
    assertThat(store.point(one.hash())).contains(one);
    assertThat(store.bestAt(1)).contains(one.hash());
    assertThat(store.bestAt(3)).isEmpty();
    assertThat(store.block(one.hash()))
        .contains(
            new StoredBlock(
                one.hash(), 1, one.previous(), Optional.of(HEADER), Optional.of(CONFIRM), true));
    assertThat(store.storedAmong(Set.of(one.hash(), hash(99)))).containsExactly(one.hash());
    assertThat(store.storedAmong(Set.of())).isEmpty();
    assertThat(store.eventsAfter(0, 10))
        .containsExactly(
            new ChainEvent(1, true, 1, one.hash()), new ChainEvent(2, true, 2, two.hash()));
  }

  @Test
  void reorganisesInOneStepAndTellsInOrder() {
    ChainPoint one = above(origin.point(), 1);
    ChainPoint two = above(one, 2);
    ChainPoint otherTwo = above(one, 12);
    ChainPoint otherThree = above(otherTwo, 13);
    apply(extend(one), extend(two));
    assertThat(apply(beside(otherTwo))).isTrue();
    assertThat(store.best()).isEqualTo(two);
    assertThat(
            apply(
                change(
                    otherThree, List.of(two.hash()), List.of(otherTwo.hash(), otherThree.hash()))))
        .isTrue();
    assertThat(store.best()).isEqualTo(otherThree);
    assertThat(store.bestAt(2)).contains(otherTwo.hash());
    assertThat(store.block(two.hash()).orElseThrow().best()).isFalse();
    assertThat(store.block(otherTwo.hash()).orElseThrow().best()).isTrue();
    assertThat(store.eventsAfter(2, 2))
        .containsExactly(
            new ChainEvent(3, false, 2, two.hash()), new ChainEvent(4, true, 2, otherTwo.hash()));
    assertThat(store.eventsAfter(4, 2))
        .containsExactly(new ChainEvent(5, true, 3, otherThree.hash()));
  }

  @Test
  void reorganisesToAShorterBranch() {
    ChainPoint one = above(origin.point(), 1);
    ChainPoint two = above(one, 2);
    ChainPoint otherOne = above(origin.point(), 11);
    apply(extend(one), extend(two));
    assertThat(apply(change(otherOne, List.of(two.hash(), one.hash()), List.of(otherOne.hash()))))
        .isTrue();
    assertThat(store.best()).isEqualTo(otherOne);
    assertThat(store.bestAt(2)).isEmpty();
  }

  @Test
  void aBlockMayJoinAndLeaveWithinOneStep() {
    ChainPoint one = above(origin.point(), 1);
    ChainPoint otherOne = above(origin.point(), 11);
    ChainPoint otherTwo = above(otherOne, 12);
    assertThat(
            apply(
                extend(one),
                beside(otherOne),
                change(otherTwo, List.of(one.hash()), List.of(otherOne.hash(), otherTwo.hash()))))
        .isTrue();
    assertThat(store.best()).isEqualTo(otherTwo);
    assertThat(store.bestAt(1)).contains(otherOne.hash());
    assertThat(store.eventsAfter(0, 10)).hasSize(4);
  }

  @Test
  void refusesChangesWorkedOutFromAnotherBestBlock() {
    ChainPoint one = above(origin.point(), 1);
    apply(extend(one));
    ChainPoint rival = above(origin.point(), 11);
    ChainCommit late =
        new ChainCommit(origin.point().hash(), 0, List.of(extend(rival)), 0, Optional.empty());
    assertThat(store.apply(late)).isFalse();
    assertThat(store.point(rival.hash())).isEmpty();
    assertThat(store.eventsAfter(0, 10)).hasSize(1);
  }

  @Test
  void oneOfManyRivalsExtendsTheChain() throws Exception {
    List<Callable<Boolean>> rivals = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ChainPoint rival = above(origin.point(), 20 + i);
      rivals.add(() ->
          store.apply(
              new ChainCommit(
                  origin.point().hash(), 0, List.of(extend(rival)), 0, Optional.empty())));
    }
    int applied = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> outcome : threads.invokeAll(rivals)) {
        applied += outcome.get() ? 1 : 0;
      }
    }
    assertThat(applied).isEqualTo(1);
    assertThat(store.eventsAfter(0, 10)).hasSize(1);
  }

  @Test
  void theFinalHeightNeverFalls() {
    ChainPoint one = above(origin.point(), 1);
    commit(List.of(extend(one)), 1, Optional.empty());
    commit(List.of(extend(above(one, 2))), 0, Optional.empty());
    assertThat(store.finalHeight()).isEqualTo(1);
  }

  @Test
  void aContestComesWithItsEvidenceAndGrowsWithIt() {
    ChainPoint rival = above(origin.point(), 11);
    Contest contest = new Contest("finality_contradicted", 1, rival.hash(), "liar");
    commit(List.of(beside(rival)), 0, Optional.of(contest));
    assertThat(store.contest()).contains(contest);
    ChainPoint more = above(rival, 12);
    commit(List.of(beside(more)), 0, Optional.empty());
    assertThat(store.contest()).contains(contest);
    Contest grown = new Contest("finality_contradicted", 2, more.hash(), "liar");
    commit(List.of(beside(above(more, 13))), 0, Optional.of(grown));
    assertThat(store.contest()).contains(grown);
  }

  @Test
  void aSettlementForTheChainShutsTheOtherBranchOut() {
    ChainPoint one = above(origin.point(), 1);
    ChainPoint two = above(one, 2);
    ChainPoint rival = above(one, 12);
    ChainPoint onRival = above(rival, 13);
    ChainPoint bystander = above(one, 22);
    Contest contest = new Contest("finality_contradicted", 2, rival.hash(), "liar");
    commit(
        List.of(extend(one), extend(two), beside(rival), beside(onRival), beside(bystander)),
        1,
        Optional.of(contest));
    Settlement late = new Settlement(one.hash(), List.of(), List.of(), rival.hash(), 1);
    assertThat(store.settle(late)).as("worked out from another best block").isFalse();
    assertThat(store.contest()).isPresent();
    assertThat(store.settle(new Settlement(two.hash(), List.of(), List.of(), rival.hash(), 1)))
        .isTrue();
    assertThat(store.contest()).isEmpty();
    assertThat(store.best()).isEqualTo(two);
    assertThat(store.finalHeight()).isEqualTo(1);
    Set<Hash256> all = Set.of(two.hash(), rival.hash(), onRival.hash(), bystander.hash());
    assertThat(store.rejectedAmong(all)).containsExactlyInAnyOrder(rival.hash(), onRival.hash());
    assertThat(store.point(rival.hash())).as("nothing is built on it").isEmpty();
    assertThat(store.point(onRival.hash())).isEmpty();
    assertThat(store.point(bystander.hash())).isPresent();
    assertThat(store.block(rival.hash())).as("the evidence stays").isPresent();
    assertThat(store.eventsAfter(2, 10)).isEmpty();
    assertThat(apply(beside(above(onRival, 14)))).as("worked out before the settlement").isFalse();
  }

  @Test
  void refusesChangesWorkedOutFromAnotherFinalHeight() {
    ChainPoint one = above(origin.point(), 1);
    commit(List.of(extend(one)), 1, Optional.empty());
    ChainCommit late =
        new ChainCommit(one.hash(), 0, List.of(extend(above(one, 2))), 0, Optional.empty());
    assertThat(store.apply(late)).isFalse();
    assertThat(store.best()).isEqualTo(one);
    assertThat(commit(List.of(), 1, Optional.empty())).as("nothing new is no fault").isTrue();
  }

  @Test
  void aSettlementForTheOtherBranchMovesTheChainAndItsFinalHeight() {
    ChainPoint one = above(origin.point(), 1);
    ChainPoint two = above(one, 2);
    ChainPoint three = above(two, 3);
    ChainPoint rival = above(one, 12);
    Contest contest = new Contest("finality_contradicted", 2, rival.hash(), "liar");
    commit(
        List.of(extend(one), extend(two), extend(three), beside(rival)), 2, Optional.of(contest));
    Settlement decision =
        new Settlement(
            three.hash(), List.of(three.hash(), two.hash()), List.of(rival.hash()), two.hash(), 1);
    assertThat(store.settle(decision)).isTrue();
    assertThat(store.best()).isEqualTo(rival);
    assertThat(store.finalHeight()).isEqualTo(1);
    assertThat(store.bestAt(2)).contains(rival.hash());
    assertThat(store.bestAt(3)).isEmpty();
    assertThat(store.contest()).isEmpty();
    assertThat(store.rejectedAmong(Set.of(two.hash(), three.hash(), rival.hash())))
        .containsExactlyInAnyOrder(two.hash(), three.hash());
    assertThat(store.eventsAfter(3, 10))
        .containsExactly(
            new ChainEvent(4, false, 3, three.hash()),
            new ChainEvent(5, false, 2, two.hash()),
            new ChainEvent(6, true, 2, rival.hash()));
    assertThat(apply(extend(above(rival, 14)))).as("and it goes on").isTrue();
    assertThat(store.eventsAfter(6, 10)).hasSize(1);
  }

  @Test
  void goesOnFromACheckpointOnItsOwnChain() {
    ChainPoint one = above(origin.point(), 1);
    ChainPoint two = above(one, 2);
    ChainPoint three = above(two, 3);
    ChainPoint beside = above(one, 12);
    commit(
        List.of(extend(one), extend(two), extend(three), beside(beside)),
        0,
        Optional.of(new Contest("finality_contradicted", 2, beside.hash(), "liar")));
    ChainOrigin newer = new ChainOrigin(origin.network(), known(two));
    assertThat(store.rebase(new Rebase(two.hash(), List.of(), newer))).isFalse();
    assertThat(store.rebase(new Rebase(three.hash(), List.of(three.hash()), newer))).isTrue();
    assertThat(store.best()).isEqualTo(newer.point());
    assertThat(store.finalHeight()).isEqualTo(2);
    assertThat(store.origin()).contains(newer);
    assertThat(store.contest()).isEmpty();
    assertThat(store.storedAmong(Set.of(three.hash(), beside.hash(), one.hash())))
        .as("what has to be verified anew is gone")
        .containsExactly(one.hash());
    assertThat(store.eventsAfter(3, 10)).containsExactly(new ChainEvent(4, false, 3, three.hash()));
    assertThat(apply(extend(three))).isTrue();
    assertThat(store.eventsAfter(4, 10)).containsExactly(new ChainEvent(5, true, 3, three.hash()));
  }

  @Test
  void goesOnFromACheckpointAheadOfItsChain() {
    ChainPoint one = above(origin.point(), 1);
    ChainPoint two = above(one, 2);
    commit(List.of(extend(one), extend(two)), 1, Optional.empty());
    ChainPoint far =
        new ChainPoint(
            50,
            hash(50),
            hash(49),
            one.bits(),
            one.totalWork().shiftLeft(4),
            one.windowStart(),
            one.times(),
            one.consensus());
    ChainOrigin newer = new ChainOrigin(origin.network(), far);
    assertThat(store.rebase(new Rebase(two.hash(), List.of(two.hash()), newer))).isTrue();
    assertThat(store.best()).isEqualTo(far);
    assertThat(store.finalHeight()).isEqualTo(50);
    assertThat(store.bestAt(1)).contains(one.hash());
    assertThat(store.bestAt(2)).isEmpty();
    assertThat(store.bestAt(50)).contains(far.hash());
    assertThat(store.block(far.hash()).orElseThrow().header()).isEmpty();
    assertThat(store.eventsAfter(2, 10))
        .containsExactly(
            new ChainEvent(3, false, 2, two.hash()), new ChainEvent(4, true, 50, far.hash()));
  }

  @Test
  void remembersRefusedSpendsUntilSomebodyLookedIntoThem() {
    ChainPoint one = above(origin.point(), 1);
    ChainPoint beside = above(origin.point(), 11);
    ChainPoint two = above(one, 2);
    LockedSpend first = new LockedSpend(hash(60), one.hash(), 1, "x_spend_type");
    LockedSpend second = new LockedSpend(hash(61), two.hash(), 2, "x_spend_witness");
    LockedSpend elsewhere = new LockedSpend(hash(62), beside.hash(), 1, "x_spend_type");
    apply(
        with(extend(one), refusing(first)),
        with(beside(beside), refusing(elsewhere)),
        with(extend(two), refusing(second)));
    assertThat(store.refusedSpends(10)).containsExactly(second, first);
    assertThat(store.refusedSpends(1)).containsExactly(second);
    assertThat(store.acknowledgeSpends()).isEqualTo(2);
    assertThat(store.refusedSpends(10)).isEmpty();
    assertThat(store.acknowledgeSpends()).isZero();
  }

  private static Watched refusing(LockedSpend spend) {
    return new Watched(List.of(), Map.of(), List.of(spend));
  }

  private static ChainPoint known(ChainPoint point) {
    return new ChainPoint(
        point.height(),
        point.hash(),
        point.previous(),
        point.bits(),
        point.totalWork(),
        point.windowStart(),
        point.times(),
        ConsensusState.starting(Optional.empty()));
  }

  @Test
  void keepsWatchedTransactionsAndOutputs() {
    ChainPoint one = above(origin.point(), 1);
    ChainPoint beside = above(origin.point(), 11);
    OutputId output = new OutputId(hash(50), 1);
    KeptTransaction kept = new KeptTransaction(hash(50), one.hash(), 2, HEADER, CONFIRM);
    KeptTransaction elsewhere = new KeptTransaction(hash(51), beside.hash(), 0, HEADER, CONFIRM);
    Watched watched =
        new Watched(
            List.of(kept),
            Map.of(output, new WatchedOutput(ProgramHash.of(new byte[21]), new Sela(9))),
            List.of());
    apply(
        with(extend(one), watched),
        with(beside(beside), new Watched(List.of(elsewhere), Map.of(), List.of())));
    assertThat(store.transactionsIn(one.hash())).containsExactly(kept);
    assertThat(store.transaction(kept.txid())).contains(kept);
    assertThat(store.transaction(elsewhere.txid())).isEmpty();
    assertThat(store.transactionsIn(beside.hash())).containsExactly(elsewhere);
    assertThat(store.watchedAmong(Set.of(output, new OutputId(hash(50), 0))))
        .containsExactly(
            Map.entry(output, new WatchedOutput(ProgramHash.of(new byte[21]), new Sela(9))));
    assertThat(store.watchedAmong(Set.of())).isEmpty();
  }

  @Test
  void forgetsWhatNobodyNeedsAndKeepsTheBestChain() {
    ChainPoint one = above(origin.point(), 1);
    ChainPoint two = above(one, 2);
    ChainPoint beside = above(origin.point(), 11);
    apply(extend(one), extend(two), beside(beside));
    store.forgetBelow(2);
    store.forgetBelow(1);
    assertThat(store.point(one.hash())).isEmpty();
    assertThat(store.block(beside.hash())).isEmpty();
    StoredBlock kept = store.block(one.hash()).orElseThrow();
    assertThat(kept.header()).contains(HEADER);
    assertThat(kept.confirm()).isEmpty();
    assertThat(store.point(two.hash())).contains(two);
    assertThat(store.best()).isEqualTo(two);
  }

  private boolean apply(BlockChange... changes) {
    return commit(List.of(changes), 0, Optional.empty());
  }

  private boolean commit(List<BlockChange> changes, long finalHeight, Optional<Contest> contest) {
    return store.apply(
        new ChainCommit(store.best().hash(), store.finalHeight(), changes, finalHeight, contest));
  }

  private static BlockChange extend(ChainPoint point) {
    return change(point, List.of(), List.of(point.hash()));
  }

  private static BlockChange beside(ChainPoint point) {
    return change(point, List.of(), List.of());
  }

  private static BlockChange change(
      ChainPoint point, List<Hash256> dropped, List<Hash256> adopted) {
    return new BlockChange(point, HEADER, Optional.of(CONFIRM), dropped, adopted, Watched.NOTHING);
  }

  private static BlockChange with(BlockChange change, Watched watched) {
    return new BlockChange(
        change.point(),
        change.header(),
        change.confirm(),
        change.dropped(),
        change.adopted(),
        watched);
  }

  private static ChainPoint above(ChainPoint below, int mark) {
    return new ChainPoint(
        below.height() + 1,
        hash(mark),
        below.hash(),
        below.bits(),
        below.totalWork().add(BigInteger.TWO.pow(200)),
        below.windowStart(),
        List.of(below.timestamp() + 120),
        below.consensus());
  }

  private static Hash256 hash(int mark) {
    return Hash256.fromUint(BigInteger.valueOf(mark).shiftLeft(200));
  }
}
