// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.market.ChannelEvent;
import org.elastos.smartweb.market.Edition;
import org.elastos.smartweb.market.EventStory;
import org.elastos.smartweb.market.MarketException;
import org.elastos.smartweb.market.Samples;
import org.elastos.smartweb.market.service.internal.index.ChannelFollower.Range;
import org.elastos.smartweb.market.service.internal.index.ChannelFollower.Step;
import org.elastos.smartweb.market.service.internal.store.CatalogueReader;
import org.elastos.smartweb.market.service.internal.store.ChannelLogs;
import org.elastos.smartweb.market.service.internal.store.EventBatch;
import org.elastos.smartweb.market.service.internal.store.EventLogs;
import org.elastos.smartweb.market.service.internal.store.PostgresCatalogue;
import org.elastos.smartweb.migrations.Migrations;
import org.elastos.smartweb.migrations.SchemaRules;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.elastos.smartweb.testkit.Gen;
import org.elastos.smartweb.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest
final class ChannelFollowerIT {
  private static final int PATIENCE = 10_000;

  private final Db db;
  private final ChannelLogs logs = new ChannelLogs(Samples.CHAIN, EventLogs.FACTORY);

  ChannelFollowerIT(TestDatabase database) {
    this.db = database.db();
    Migrations.migrate(database.access(), "market");
  }

  @BeforeEach
  void clear() {
    Tables.clear(db);
  }

  @Test
  void describesEveryTable() {
    assertThat(SchemaRules.breaches(db)).isEmpty();
  }

  @Test
  void saysTheSameAsThePureProjectionThroughForksAndFinality() {
    Gen.forAll(
        6,
        gen -> {
          Tables.clear(db);
          SplittableRandom random = new SplittableRandom(gen.seed());
          EventStory story = new EventStory(random);
          FakeEvmChain chain = new FakeEvmChain(random);
          ChannelFollower follower = follower(chain, 1 + random.nextInt(20));
          List<ChannelEvent> canonical = new ArrayList<>();
          long head = 0;
          long finalized = 0;
          for (int round = 0; round < 12; round++) {
            long keep = finalized + random.nextLong(head - finalized + 1);
            head = keep + 1 + random.nextInt(12);
            List<ChannelEvent> branch = story.blocks(keep + 1, head);
            canonical.removeIf(event -> event.at().block() > keep);
            canonical.addAll(branch);
            chain.fork(keep, head, branch);
            finalized += random.nextLong(head - finalized + 1);
            chain.finalizeTo(finalized);
            if (random.nextBoolean()) {
              catchUp(follower);
            } else {
              follower.step();
            }
          }
          catchUp(follower);
          Expected.assertSame(db, logs, canonical);
        });
  }

  @Test
  void makesTheSameTablesToTheByteWhenReplayedOrIndexedAnew() {
    SplittableRandom random = new SplittableRandom(7);
    FakeEvmChain chain = new FakeEvmChain(random);
    chain.fork(0, 150, new EventStory(random).blocks(1, 150));
    chain.finalizeTo(140);
    catchUp(follower(chain, 13));
    Map<String, List<String>> first = Tables.dump(db);

    new PostgresCatalogue(db, logs).replay();
    assertThat(Tables.dump(db)).isEqualTo(first);

    Tables.clear(db);
    catchUp(follower(chain, 1_000));
    assertThat(Tables.dump(db)).isEqualTo(first);
    assertThat(first.get("edition")).isNotEmpty();
    assertThat(first.get("holding")).isNotEmpty();
  }

  @Test
  void missesNoEventOfAChannelFromTheBlockThatMadeIt() {
    FakeEvmChain chain = new FakeEvmChain(new SplittableRandom(1));
    chain.fork(
        0,
        3,
        List.of(
            opened(2, 0, 1),
            Samples.created(Samples.at(2, 1), 1, 1),
            opened(3, 0, 2),
            Samples.created(Samples.at(3, 1), 2, 2)));
    catchUp(follower(chain, 100));

    assertThat(edition(1)).isPresent();
    assertThat(edition(2)).isPresent();
  }

  @Test
  void listensToNoContractThatTheFactoryDidNotMake() {
    FakeEvmChain chain = new FakeEvmChain(new SplittableRandom(1));
    EvmLog forged =
        new EvmLog(
            Samples.address(0xbad),
            EventLogs.log(opened(1, 0, 9)).topics(),
            EventLogs.log(opened(1, 0, 9)).data(),
            1,
            Samples.hash(0xb10c01),
            Samples.at(1, 0).transaction(),
            0);
    chain.forkLogs(0, 2, List.of(forged, EventLogs.log(Samples.created(Samples.at(2, 0), 9, 9))));
    catchUp(follower(chain, 100));

    assertThat(edition(9)).isEmpty();
    assertThat(new PostgresCatalogue(db, logs).channels()).isEmpty();
  }

  @Test
  void survivesWhateverTextACreatorPuts() {
    FakeEvmChain chain = new FakeEvmChain(new SplittableRandom(1));
    List<EvmLog> hostile = new ArrayList<>();
    List<String> texts =
        List.of("\0", "'; DROP TABLE edition; --", "x".repeat(100_000), "\u202eipfs://", "");
    for (int i = 0; i < texts.size(); i++) {
      hostile.add(
          EventLogs.log(
              new ChannelEvent.Opened(
                  Samples.at(1, 2 * i), Samples.channel(i), Samples.address(1), texts.get(i))));
      hostile.add(EventLogs.created(Samples.created(Samples.at(1, 2 * i + 1), i, i), texts.get(i)));
    }
    chain.forkLogs(0, 1, hostile);
    catchUp(follower(chain, 100));

    for (int i = 0; i < texts.size(); i++) {
      assertThat(edition(i).orElseThrow().contentUri()).isEmpty();
    }
    List<String> names =
        db.inTransaction(
            sql -> sql.query("SELECT name FROM channel ORDER BY 1", row -> row.text("name")));
    assertThat(names).hasSize(5).allMatch(name -> name.length() <= 100);
  }

  @Test
  void skipsWhatNoGenuineContractWouldLog() {
    FakeEvmChain chain = new FakeEvmChain(new SplittableRandom(1));
    EvmLog good = EventLogs.log(Samples.created(Samples.at(1, 2), 1, 1));
    EvmLog noTopics = withTopics(good, List.of(good.topics().getFirst()), 1);
    EvmLog cut =
        new EvmLog(
            good.address(),
            good.topics(),
            org.elastos.smartweb.chain.Bytes.of(new byte[40]),
            1,
            good.blockHash(),
            good.transaction(),
            3);
    chain.forkLogs(0, 1, List.of(EventLogs.log(opened(1, 0, 1)), noTopics, good, cut));
    catchUp(follower(chain, 100));

    assertThat(edition(1)).isPresent();
  }

  @Test
  void writesNothingWhileTheChainMovesUnderIt() {
    FakeEvmChain chain = new FakeEvmChain(new SplittableRandom(3));
    chain.fork(0, 5, List.of(opened(1, 0, 1), Samples.created(Samples.at(2, 0), 1, 1)));
    ChannelFollower follower = follower(chain, 100);
    follower.step();
    chain.beforeNextLogs(() -> chain.fork(1, 5, List.of()));

    assertThat(follower.step()).isEqualTo(new Step.Waiting("chain_moving"));
    assertThat(Tables.dump(db).get("chain_event")).isEmpty();
    catchUp(follower);
    assertThat(edition(1)).isEmpty();
  }

  @Test
  void noticesAForkThatReplacesTheTipWhileTheNextBlockIsRead() {
    FakeEvmChain chain = new FakeEvmChain(new SplittableRandom(4));
    chain.fork(0, 3, List.of(opened(1, 0, 1), Samples.created(Samples.at(3, 0), 1, 1)));
    ChannelFollower follower = follower(chain, 100);
    catchUp(follower);
    chain.fork(3, 4, List.of());
    chain.beforeNextLogs(() -> chain.fork(2, 4, List.of()));

    assertThat(follower.step()).isEqualTo(new Step.Waiting("chain_moving"));
    assertThat(follower.step()).isInstanceOf(Step.Retracted.class);
    catchUp(follower);
    assertThat(edition(1)).isEmpty();
  }

  @Test
  void waitsForAChainThatIsSilentOrBehind() {
    FakeEvmChain chain = new FakeEvmChain(new SplittableRandom(5));
    chain.fork(0, 6, List.of());
    ChannelFollower follower = follower(chain, 100);
    chain.silence(true);
    assertThat(follower.step()).isEqualTo(new Step.Waiting("sources_unavailable"));
    chain.silence(false);
    chain.finalizeTo(4);
    catchUp(follower);

    FakeEvmChain lagging = new FakeEvmChain(new SplittableRandom(5));
    lagging.fork(0, 1, List.of());
    assertThat(follower(lagging, 100).step()).isEqualTo(new Step.Waiting("chain_behind"));
  }

  @Test
  void haltsWhenAFinalBlockChanges() {
    FakeEvmChain chain = new FakeEvmChain(new SplittableRandom(6));
    chain.fork(0, 8, List.of());
    chain.finalizeTo(8);
    ChannelFollower follower = follower(chain, 100);
    catchUp(follower);
    chain.fork(4, 9, List.of());

    assertThatExceptionOfType(MarketException.class)
        .isThrownBy(follower::step)
        .withMessage("a final block changed");
  }

  @Test
  void letsNoSecondIndexerRepeatAnEvent() {
    FakeEvmChain chain = new FakeEvmChain(new SplittableRandom(8));
    chain.fork(0, 2, List.of(opened(1, 0, 1)));
    catchUp(follower(chain, 100));

    PostgresCatalogue late = new PostgresCatalogue(db, logs);
    EventBatch again =
        new EventBatch(Optional.empty(), List.of(), List.of(EventLogs.log(opened(1, 0, 1))), 0);
    assertThatExceptionOfType(MarketException.class).isThrownBy(() -> late.append(again));
    assertThat(Tables.dump(db).get("chain_event")).hasSize(1);
  }

  private ChannelFollower follower(FakeEvmChain chain, int atOnce) {
    PostgresCatalogue catalogue = new PostgresCatalogue(db, logs);
    return new ChannelFollower(
        chain,
        catalogue,
        new ChannelLogReader(chain, logs, catalogue::channels),
        new Range(0, atOnce));
  }

  private static void catchUp(ChannelFollower follower) {
    for (int i = 0; i < PATIENCE; i++) {
      if (follower.step() instanceof Step.UpToDate) {
        return;
      }
    }
    throw new AssertionError("the follower never caught up");
  }

  private Optional<Edition> edition(int n) {
    CatalogueReader reader = new CatalogueReader(Samples.CHAIN);
    return db.inTransaction(sql -> reader.edition(sql, Samples.editionId(n)));
  }

  private static ChannelEvent.Opened opened(long block, int index, int channel) {
    return new ChannelEvent.Opened(
        Samples.at(block, index), Samples.channel(channel), Samples.address(7), "C");
  }

  private static EvmLog withTopics(EvmLog log, List<Hash256> topics, int index) {
    EvmAddress address = log.address();
    return new EvmLog(
        address, topics, log.data(), log.blockNumber(), log.blockHash(), log.transaction(), index);
  }
}
