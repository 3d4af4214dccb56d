// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.LogFilter;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.evm.ChainAlarm;
import org.elastos.smartweb.chain.evm.EvmProfile;
import org.elastos.smartweb.chain.evm.EvmSources;
import org.elastos.smartweb.chain.evm.Finality;
import org.elastos.smartweb.chain.evm.LinkedBlock;
import org.elastos.smartweb.chain.evm.LogFeed;
import org.elastos.smartweb.chain.evm.LogReading;
import org.elastos.smartweb.chain.evm.LogSelection;
import org.elastos.smartweb.chain.evm.QuorumEvmChain;
import org.elastos.smartweb.chain.evm.QuorumLogFeed;
import org.elastos.smartweb.chain.evm.ReadPolicy;
import org.elastos.smartweb.chain.evm.RpcSource;
import org.elastos.smartweb.chain.follow.EventTable;
import org.elastos.smartweb.chain.follow.FollowPolicy;
import org.elastos.smartweb.chain.follow.FollowSpec;
import org.elastos.smartweb.chain.follow.LogFollower;
import org.elastos.smartweb.chain.follow.LogFollower.Step;
import org.elastos.smartweb.chain.follow.PostgresFollowerStore;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.Sql;

/// One follower of the bench's events, from the first block on, into a table of PostgreSQL.
final class IndexerRun implements AutoCloseable {
  private static final int ANSWER_BYTES = 64 << 20;

  private final EvmSources sources;
  private final LogFollower<Sql> follower;
  private final TimedFeed feed;
  private final String name;
  private int events;
  private int retractions;

  /// @param depth how many blocks below the newest one is final
  IndexerRun(String name, EventChain chain, Db db, int depth, boolean ahead) {
    this.name = name;
    EvmProfile usual = EvmProfile.DEVELOPMENT;
    EvmProfile profile =
        new EvmProfile(
            "bench",
            usual.chain(),
            false,
            new Finality.Depth(depth),
            usual.naming(),
            usual.fees(),
            new ReadPolicy(Duration.ofDays(1), Duration.ofSeconds(30), ANSWER_BYTES, 10_000));
    this.sources =
        EvmSources.open(
            profile,
            List.of(new RpcSource("first", chain.url()), new RpcSource("second", chain.url())));
    this.feed =
        new TimedFeed(
            new QuorumLogFeed(sources, new QuorumEvmChain(sources, InstantSource.system())));
    FollowSpec spec = FollowSpec.of(name, profile.chain(), List.of(chain.contract()), 0);
    FollowPolicy policy = new FollowPolicy(16, 10_000, 10_000, 64, 1_024, ahead);
    this.follower =
        new LogFollower<>(spec, policy, feed, new PostgresFollowerStore(db), new EventTable(name));
  }

  /// Goes on until nothing is left to do, and says how long that took in nanoseconds.
  long drive() {
    long start = System.nanoTime();
    while (true) {
      switch (follower.step()) {
        case Step.UpToDate _ -> {
          return System.nanoTime() - start;
        }
        case Step.Advanced(long _, int more, Heads _) -> events += more;
        case Step.Retracted _ -> retractions++;
        case Step.Waiting(String code) ->
            throw new IllegalStateException("the indexer waits: " + code);
      }
    }
  }

  /// How many events were taken.
  int events() {
    return events;
  }

  /// How often blocks were taken back.
  int retractions() {
    return retractions;
  }

  /// The time that asking, decoding and comparing took, in nanoseconds.
  long readNanos() {
    return feed.nanos;
  }

  /// `<block hash>/<index>` of every row above a height.
  List<String> rows(Db db, long above) {
    return new EventTable(name)
        .all(db).stream()
            .filter(log -> log.blockNumber() > above)
            .map(log -> log.blockHash() + "/" + log.logIndex())
            .toList();
  }

  @Override
  public void close() {
    follower.close();
    sources.close();
  }

  /// Counts the time in the calls to a feed. Used by one thread when nothing is read ahead.
  private static final class TimedFeed implements LogFeed {
    private final LogFeed feed;
    private long nanos;

    TimedFeed(LogFeed feed) {
      this.feed = feed;
    }

    @Override
    public ChainId chain() {
      return feed.chain();
    }

    @Override
    public Reading<Heads> heads() {
      return timed(feed::heads);
    }

    @Override
    public Reading<List<LinkedBlock>> blocks(List<Long> numbers) {
      return timed(() -> feed.blocks(numbers));
    }

    @Override
    public LogReading logs(LogFilter filter, BlockRef end) {
      return timed(() -> feed.logs(filter, end));
    }

    @Override
    public LogReading logs(LogSelection selection, List<BlockRef> blocks) {
      return timed(() -> feed.logs(selection, blocks));
    }

    @Override
    public void raise(ChainAlarm.Kind kind, String question) {
      feed.raise(kind, question);
    }

    private <T> T timed(Supplier<T> call) {
      long start = System.nanoTime();
      T value = call.get();
      nanos += System.nanoTime() - start;
      return value;
    }
  }
}
