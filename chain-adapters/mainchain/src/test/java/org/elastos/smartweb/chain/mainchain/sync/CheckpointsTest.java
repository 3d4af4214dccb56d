// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.verify.ArbiterSet;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.ela.verify.ConsensusState;
import org.elastos.smartweb.chain.mainchain.ChainOrigin;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.TestBlocks;
import org.elastos.smartweb.chain.mainchain.store.InMemoryHeaderStore;
import org.elastos.smartweb.chain.mainchain.sync.Checkpoints.Outcome;
import org.elastos.smartweb.chain.mainchain.sync.Checkpoints.Reason;
import org.elastos.smartweb.testkit.MutableClock;
import org.junit.jupiter.api.Test;

/// A store gives checkpoints, and goes on from newer ones that an operator answers for.
class CheckpointsTest {
  private final HeaderStore store = new InMemoryHeaderStore();
  private final TestBlocks mint = TestBlocks.confirmed(61);
  private final Checkpoints checkpoints = new Checkpoints(mint.network(), store);

  private static BlockIntake intake(TestBlocks mint, HeaderStore store) {
    return new BlockIntake(
        mint.network(),
        store,
        new ChainPolicy(10, 2, 5, Set.of()),
        MutableClock.at(Instant.ofEpochSecond(TestBlocks.NOW)));
  }

  private List<DposBlock> synced(int count) {
    store.begin(mint.origin());
    List<DposBlock> chain = mint.chain(mint.root(), count);
    intake(mint, store).take("a", chain, Optional.empty());
    return chain;
  }

  private static Reason reason(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).reason();
  }

  private static ChainOrigin made(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Made.class);
    return ((Outcome.Made) outcome).checkpoint();
  }

  @Test
  void aStoreBeginsFromACheckpointThatAnotherMade() {
    List<DposBlock> chain = synced(20);
    ChainOrigin checkpoint = made(Checkpoints.make(store, Optional.empty()));
    assertThat(checkpoint.point().height()).isEqualTo(18);
    assertThat(Checkpoints.flaw(checkpoint, mint.network())).isEmpty();
    HeaderStore fresh = new InMemoryHeaderStore();
    assertThat(new Checkpoints(mint.network(), fresh).take(checkpoint))
        .isEqualTo(new Outcome.Begun());
    intake(mint, fresh).take("a", chain.subList(18, 20), Optional.empty());
    intake(mint, fresh)
        .take("a", mint.chain(TestBlocks.position(chain.getLast()), 2), Optional.empty());
    assertThat(fresh.finalHeight()).isEqualTo(20);
    assertThat(new Checkpoints(mint.network(), fresh).take(checkpoint))
        .isEqualTo(new Outcome.Unchanged());
  }

  @Test
  void makesCheckpointsOfFinalBlocksOnly() {
    assertThat(reason(Checkpoints.make(store, Optional.empty()))).isEqualTo(Reason.NEVER_SYNCED);
    List<DposBlock> chain = synced(40);
    assertThat(made(Checkpoints.make(store, Optional.of(35L))).point().hash())
        .isEqualTo(hash(chain.get(34)));
    assertThat(reason(Checkpoints.make(store, Optional.of(39L)))).isEqualTo(Reason.NOT_FINAL);
    assertThat(reason(Checkpoints.make(store, Optional.of(3L))))
        .isEqualTo(Reason.CHECKPOINT_FORGOTTEN);
    intake(mint, store)
        .take("b", mint.chain(TestBlocks.position(chain.get(38)), 1), Optional.empty());
    assertThat(reason(Checkpoints.make(store, Optional.empty()))).isEqualTo(Reason.CHAIN_CONTESTED);
    assertThat(Reason.CHAIN_CONTESTED.code()).isEqualTo("chain_contested");
  }

  @Test
  void aStoreThatLostTheArbitersGoesOnFromANewerCheckpoint() {
    TestBlocks blind = TestBlocks.ofUnknownArbiters(62);
    store.begin(blind.origin());
    List<DposBlock> chain = blind.chain(blind.root(), 20);
    BlockIntake intake = intake(blind, store);
    intake.take("a", chain, Optional.empty());
    assertThat(store.finalHeight()).as("nobody is known to confirm").isZero();
    ChainPoint at12 = store.point(hash(chain.get(11))).orElseThrow();
    ChainOrigin newer =
        new ChainOrigin(
            "test",
            with(
                at12,
                new ConsensusState(
                    ConsensusState.Mode.BPOS, Optional.of(blind.arbiters()), List.of(), 0, 12)));
    Checkpoints here = new Checkpoints(blind.network(), store);
    assertThat(here.take(newer)).isEqualTo(new Outcome.Taken(8, 0));
    assertThat(store.best()).isEqualTo(newer.point());
    assertThat(store.finalHeight()).isEqualTo(12);
    intake.take("a", chain.subList(12, 20), Optional.empty());
    assertThat(store.best().height()).isEqualTo(20);
    assertThat(store.finalHeight()).as("finality is back").isEqualTo(18);
    assertThat(here.take(blind.origin()))
        .as("it was left behind long ago")
        .isEqualTo(new Outcome.Unchanged());
    ChainPoint stranger = hashed(at12, Hash256.fromHex("77".repeat(32)));
    ChainPoint below =
        new ChainPoint(
            11,
            stranger.hash(),
            stranger.previous(),
            stranger.bits(),
            stranger.totalWork(),
            stranger.windowStart(),
            stranger.times(),
            stranger.consensus());
    assertThat(reason(here.take(new ChainOrigin("test", below))))
        .isEqualTo(Reason.CHECKPOINT_OLDER);
  }

  @Test
  void oneAheadOfTheChainLeavesAGapThatItSays() {
    List<DposBlock> chain = synced(9);
    HeaderStore other = new InMemoryHeaderStore();
    other.begin(mint.origin());
    List<DposBlock> longer = new ArrayList<>(chain);
    longer.addAll(mint.chain(TestBlocks.position(chain.getLast()), 20));
    intake(mint, other).take("a", longer, Optional.empty());
    ChainOrigin newer = made(Checkpoints.make(other, Optional.of(25L)));
    assertThat(store.finalHeight()).isEqualTo(7);
    assertThat(checkpoints.take(newer)).isEqualTo(new Outcome.Taken(2, 17));
    assertThat(store.best().height()).isEqualTo(25);
    intake(mint, store).take("a", longer.subList(25, 29), Optional.empty());
    assertThat(store.finalHeight()).isEqualTo(27);
    assertThat(store.bestAt(12)).isEmpty();
    assertThat(store.bestAt(7)).contains(hash(chain.get(6)));
  }

  @Test
  void whatWasVerifiedHereOutweighsACheckpoint() {
    List<DposBlock> chain = synced(9);
    ChainPoint at8 = store.point(hash(chain.get(7))).orElseThrow();
    assertThat(checkpoints.take(new ChainOrigin("test", at8))).isEqualTo(new Outcome.Unchanged());
    ChainPoint other =
        with(
            at8,
            new ConsensusState(
                ConsensusState.Mode.BPOS, at8.consensus().arbiters(), List.of(), 0, 3));
    assertThat(reason(checkpoints.take(new ChainOrigin("test", other))))
        .isEqualTo(Reason.CHECKPOINT_DIFFERS);
    ChainPoint elsewhere = hashed(at8, Hash256.fromHex("77".repeat(32)));
    assertThat(reason(checkpoints.take(new ChainOrigin("test", elsewhere))))
        .isEqualTo(Reason.CHECKPOINT_CONTRADICTS);
    assertThat(store.best().height()).isEqualTo(9);
    assertThat(store.origin()).contains(mint.origin());
  }

  @Test
  void refusesWhatCanBeNoBlockBeforeAnythingIsStored() {
    synced(9);
    ChainOrigin sound = made(Checkpoints.make(store, Optional.empty()));
    ChainPoint point = sound.point();
    ArbiterSet set = point.consensus().arbiters().orElseThrow();
    List<Bytes> notKeys = new ArrayList<>(set.seats());
    notKeys.set(1, Bytes.fromHex("05" + "00".repeat(32)));
    List<Bytes> silent = new ArrayList<>(Collections.nCopies(4, Bytes.EMPTY));
    silent.set(0, set.seats().getFirst());
    List<ConsensusState.Turn> many =
        LongStream.range(7, 16)
            .mapToObj(height -> new ConsensusState.Turn(height, Optional.empty()))
            .toList();
    List<UnaryOperator<ChainPoint>> spoilings =
        List.of(
            at -> fields(at, 0, at.bits(), at.totalWork(), at.times()),
            at -> fields(at, at.height(), 0x1d00_ffffL, at.totalWork(), at.times()),
            at -> fields(at, at.height(), 0, at.totalWork(), at.times()),
            at -> fields(at, at.height(), at.bits(), BigInteger.ONE, at.times()),
            at -> fields(at, at.height(), at.bits(), BigInteger.TWO.pow(256), at.times()),
            at -> fields(at, at.height(), at.bits(), at.totalWork(), at.times().subList(0, 3)),
            at -> fields(at, 720, at.bits(), at.totalWork(), Collections.nCopies(11, 5L)),
            at -> with(at, state(Optional.of(set), List.of(), 8)),
            at -> with(at, state(Optional.of(seats(set.seats().subList(0, 3))), List.of(), 7)),
            at -> with(at, state(Optional.of(seats(notKeys)), List.of(), 7)),
            at -> with(at, state(Optional.of(seats(silent)), List.of(), 7)),
            at -> with(at, state(Optional.of(new ArbiterSet(set.seats(), notKeys)), List.of(), 7)),
            at -> with(at, state(Optional.of(set), many, 7)),
            at -> with(at, state(Optional.of(set), List.of(turn(24, Optional.empty())), 7)),
            at ->
                with(
                    at,
                    state(
                        Optional.of(set),
                        List.of(turn(9, Optional.empty()), turn(9, Optional.empty())),
                        7)),
            at ->
                with(at, state(Optional.of(set), List.of(turn(9, Optional.of(seats(silent)))), 7)));
    for (UnaryOperator<ChainPoint> spoiling : spoilings) {
      ChainOrigin spoilt = new ChainOrigin("test", spoiling.apply(point));
      assertThat(Checkpoints.flaw(spoilt, mint.network())).as(spoilt.toString()).isPresent();
      assertThat(reason(checkpoints.take(spoilt))).isEqualTo(Reason.CHECKPOINT_UNSOUND);
      HeaderStore empty = new InMemoryHeaderStore();
      new Checkpoints(mint.network(), empty).take(spoilt);
      assertThat(empty.origin()).isEmpty();
    }
    assertThat(Checkpoints.flaw(new ChainOrigin("mainnet", point), mint.network())).isPresent();
    ConsensusState turning =
        state(Optional.of(set), List.of(turn(9, Optional.of(set)), turn(20, Optional.empty())), 7);
    assertThat(Checkpoints.flaw(new ChainOrigin("test", with(point, turning)), mint.network()))
        .isEmpty();
    assertThat(store.best().height()).isEqualTo(9);
  }

  private static ConsensusState.Turn turn(long height, Optional<ArbiterSet> set) {
    return new ConsensusState.Turn(height, set);
  }

  private static ArbiterSet seats(List<Bytes> seats) {
    return new ArbiterSet(seats, List.of());
  }

  private static ConsensusState state(
      Optional<ArbiterSet> set, List<ConsensusState.Turn> turns, long confirmed) {
    return new ConsensusState(ConsensusState.Mode.BPOS, set, turns, 0, confirmed);
  }

  private static ChainPoint hashed(ChainPoint point, Hash256 hash) {
    return new ChainPoint(
        point.height(),
        hash,
        point.previous(),
        point.bits(),
        point.totalWork(),
        point.windowStart(),
        point.times(),
        point.consensus());
  }

  private static ChainPoint fields(
      ChainPoint point, long height, long bits, BigInteger work, List<Long> times) {
    return new ChainPoint(
        height,
        point.hash(),
        point.previous(),
        bits,
        work,
        point.windowStart(),
        times,
        point.consensus());
  }

  private static ChainPoint with(ChainPoint point, ConsensusState state) {
    return new ChainPoint(
        point.height(),
        point.hash(),
        point.previous(),
        point.bits(),
        point.totalWork(),
        point.windowStart(),
        point.times(),
        state);
  }

  private static Hash256 hash(DposBlock block) {
    return block.block().header().hash();
  }
}
