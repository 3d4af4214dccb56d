// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.LogFilter;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.evm.ChainAlarm;
import org.elastos.smartweb.chain.evm.LinkedBlock;
import org.elastos.smartweb.chain.evm.LogFeed;
import org.elastos.smartweb.chain.evm.LogReading;
import org.elastos.smartweb.chain.follow.FollowerStore.Advance;
import org.elastos.smartweb.chain.follow.LogGatherer.Outcome;

/// Reads the next stretch of blocks: a range of final ones, or single ones above them. Used by one
/// thread at a time.
final class StretchReader {
  private final LogFeed feed;
  private final FollowPolicy policy;
  private final LogGatherer gatherer;
  private final RangeControl range;
  private final RangeControl live;

  StretchReader(FollowSpec spec, FollowPolicy policy, LogFeed feed) {
    this.feed = feed;
    this.policy = policy;
    this.gatherer = new LogGatherer(spec);
    this.range = new RangeControl(policy.firstRange(), policy.mostRange(), policy.events());
    this.live = new RangeControl(policy.blocksAtOnce(), policy.blocksAtOnce(), policy.events());
  }

  /// As many final blocks as bring about as many events as wanted.
  Stretch finalRange(FollowerState now, long finalized) {
    while (true) {
      long from = now.next();
      long to = Math.min(finalized, from + range.span() - 1);
      Reading<List<LinkedBlock>> ends = feed.blocks(from == to ? List.of(to) : List.of(from, to));
      if (ends instanceof Reading.Unknown<List<LinkedBlock>> unknown) {
        return new Stretch.Missed(unknown.code().text());
      }
      List<LinkedBlock> blocks = ends.agreed().orElseThrow();
      if (!standsOn(now.tip(), blocks.getFirst())) {
        return new Stretch.Forked();
      }
      BlockRef end = blocks.getLast().ref();
      Outcome outcome =
          gatherer.gather(
              now.children(),
              selection ->
                  feed.logs(
                      new LogFilter(selection.contracts(), selection.firstTopics(), from, to),
                      end));
      switch (outcome) {
        case Outcome.Gathered gathered -> {
          range.took(to - from + 1, gathered.logs().size());
          return taken(now, List.of(blocks.getLast()), gathered, finalized);
        }
        case Outcome.Missed(LogReading why) -> {
          boolean again = range.shrink() && why instanceof LogReading.TooMany;
          if (!again) {
            return missed(why);
          }
        }
      }
    }
  }

  /// Blocks above finality, each by its hash: as many as sources can answer together.
  Stretch window(FollowerState now, Heads heads) {
    long from = now.next();
    long room = room(now, heads);
    if (room < 1) {
      return new Stretch.Missed("window_full");
    }
    long to = Math.min(heads.newest().number(), from + Math.min(room, live.span()) - 1);
    Reading<List<LinkedBlock>> reading =
        feed.blocks(LongStream.rangeClosed(from, to).boxed().toList());
    if (reading instanceof Reading.Unknown<List<LinkedBlock>> unknown) {
      live.shrinkBelow(to - from + 1);
      return new Stretch.Missed(unknown.code().text());
    }
    return linked(now, heads, reading.agreed().orElseThrow());
  }

  private Stretch linked(FollowerState now, Heads heads, List<LinkedBlock> blocks) {
    if (!standsOn(now.tip(), blocks.getFirst())) {
      return new Stretch.Forked();
    }
    for (int i = 1; i < blocks.size(); i++) {
      if (!blocks.get(i).follows(blocks.get(i - 1))) {
        return new Stretch.Missed("chain_moving");
      }
    }
    List<BlockRef> refs = blocks.stream().map(LinkedBlock::ref).toList();
    return switch (gatherer.gather(now.children(), selection -> feed.logs(selection, refs))) {
      case Outcome.Gathered gathered -> {
        live.took(blocks.size(), gathered.logs().size());
        yield taken(now, blocks, gathered, heads.finalized().number());
      }
      case Outcome.Missed(LogReading why) -> {
        boolean fewer = live.shrinkBelow(blocks.size());
        yield fewer && why instanceof LogReading.TooMany
            ? linked(now, heads, blocks.subList(0, (blocks.size() + 1) / 2))
            : missed(why);
      }
    };
  }

  /// How many blocks may be taken before the window is full.
  private long room(FollowerState now, Heads heads) {
    long settled = Math.max(now.settled(), Math.min(heads.finalized().number(), now.next() - 1));
    long held =
        Stream.of(now.window()).flatMap(List::stream).filter(b -> b.number() > settled).count();
    return policy.window() - held;
  }

  private static Stretch taken(
      FollowerState now, List<LinkedBlock> blocks, Outcome.Gathered gathered, long finalized) {
    FollowerState after = now.with(blocks, gathered.found(), finalized);
    return new Stretch.Taken(new Advance(now, after, blocks, gathered.logs(), gathered.found()));
  }

  private Stretch missed(LogReading why) {
    return switch (why) {
      case LogReading.TooMany _ -> {
        feed.raise(ChainAlarm.Kind.SOURCES_UNAVAILABLE, "events of one block");
        yield new Stretch.Missed("block_too_large");
      }
      case LogReading.Unknown(String code) -> new Stretch.Missed(code);
      case LogReading.Found _ -> throw new IllegalStateException("found is not missed");
    };
  }

  private static boolean standsOn(Optional<LinkedBlock> tip, LinkedBlock block) {
    return tip.map(block::follows).orElse(true);
  }
}
