// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.index;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.market.MarketException;
import org.elastos.smartweb.market.service.internal.store.EventBatch;
import org.elastos.smartweb.market.service.internal.store.FollowedBlock;
import org.elastos.smartweb.market.service.internal.store.PostgresCatalogue;

/// Brings the catalogue one step closer to the chain. Final blocks are taken by range, those above
/// them one by one with their hashes, and both are written by the same code. What stands on an
/// abandoned fork is taken back first. Used by one thread at a time; blocks.
public final class ChannelFollower {
  private static final int WINDOW = 256;

  private final EvmChain chain;
  private final PostgresCatalogue catalogue;
  private final ChannelLogReader reader;
  private final Range range;

  /// @param range where to start and how far to go in one step
  public ChannelFollower(
      EvmChain chain, PostgresCatalogue catalogue, ChannelLogReader reader, Range range) {
    this.chain = chain;
    this.catalogue = catalogue;
    this.reader = reader;
    this.range = range;
  }

  /// Which blocks to read.
  ///
  /// @param first the block in which the factory was made, or any before it
  /// @param atOnce most final blocks to read in one step
  public record Range(long first, int atOnce) {}

  /// What a step came to.
  public sealed interface Step {
    /// Further blocks are indexed.
    record Advanced(long to, Heads heads) implements Step {}

    /// Blocks of an abandoned fork were taken back.
    record Retracted(long to, Heads heads) implements Step {}

    /// Nothing is left to do for now.
    record UpToDate(Heads heads) implements Step {}

    /// The chain gives no dependable answer just now, or moved while it was read; nothing changed.
    record Waiting(String code) implements Step {}
  }

  /// Does one step.
  ///
  /// @throws MarketException when a final block has changed, which no step may paper over
  public Step step() {
    return switch (chain.heads()) {
      case Reading.Agreed<Heads>(var heads, var at) -> step(heads);
      case Reading.Unknown<Heads> unknown -> new Step.Waiting(unknown.code().text());
    };
  }

  private Step step(Heads heads) {
    List<FollowedBlock> remembered = catalogue.remembered();
    if (remembered.isEmpty()) {
      return advance(Optional.empty(), heads);
    }
    FollowedBlock tip = remembered.getFirst();
    for (FollowedBlock block : remembered) {
      if (block.number() > heads.newest().number()) {
        continue;
      }
      Optional<BlockRef> now = chain.block(block.number()).agreed();
      if (now.isEmpty()) {
        return new Step.Waiting("block_unknown");
      }
      if (now.get().hash().equals(block.hash())) {
        return continueFrom(block, tip, heads);
      }
    }
    if (heads.newest().number() < remembered.getLast().number()) {
      return new Step.Waiting("chain_behind");
    }
    throw new MarketException(
        "a final block changed", Map.of("block", remembered.getLast().number()));
  }

  /// `good` is the newest remembered block that the chain still has.
  private Step continueFrom(FollowedBlock good, FollowedBlock tip, Heads heads) {
    if (good.equals(tip)) {
      return advance(Optional.of(tip), heads);
    }
    boolean onlyAhead =
        tip.number() > heads.newest().number() && good.number() == heads.newest().number();
    if (onlyAhead) {
      return new Step.Waiting("chain_behind");
    }
    catalogue.retractTo(good, tip);
    return new Step.Retracted(good.number(), heads);
  }

  private Step advance(Optional<FollowedBlock> tip, Heads heads) {
    long from = tip.map(block -> block.number() + 1).orElse(range.first());
    long newest = heads.newest().number();
    if (from > newest) {
      return new Step.UpToDate(heads);
    }
    long finalized = heads.finalized().number();
    boolean isFinal = from <= finalized;
    long to =
        isFinal
            ? Math.min(finalized, from + range.atOnce() - 1)
            : Math.min(newest, from + WINDOW - 1);
    Optional<List<FollowedBlock>> blocks = blocks(isFinal ? to : from, to);
    Optional<List<EvmLog>> logs = blocks.flatMap(known -> reader.read(from, to));
    if (logs.isEmpty() || !stillSo(tip, blocks.orElseThrow().getLast())) {
      return new Step.Waiting("chain_moving");
    }
    if (!isFinal && !onBlocks(logs.get(), blocks.get())) {
      return new Step.Waiting("chain_moving");
    }
    catalogue.append(new EventBatch(tip, blocks.get(), logs.get(), finalized));
    return new Step.Advanced(to, heads);
  }

  /// The blocks of these heights, read from above: a fork that replaces a lower one also replaces
  /// the highest, which is read once more at the end.
  private Optional<List<FollowedBlock>> blocks(long from, long to) {
    java.util.ArrayDeque<FollowedBlock> blocks = new java.util.ArrayDeque<>();
    for (long number = to; number >= from; number--) {
      Optional<BlockRef> block = chain.block(number).agreed();
      if (block.isEmpty()) {
        return Optional.empty();
      }
      blocks.addFirst(FollowedBlock.of(block.get()));
    }
    return Optional.of(List.copyOf(blocks));
  }

  /// Whether the chain still has the old tip and, asked last, the new one: so all that was read in
  /// between lies on one fork.
  private boolean stillSo(Optional<FollowedBlock> tip, FollowedBlock newTip) {
    return tip.map(this::onChain).orElse(true) && onChain(newTip);
  }

  private boolean onChain(FollowedBlock block) {
    return chain
        .block(block.number())
        .agreed()
        .filter(now -> now.hash().equals(block.hash()))
        .isPresent();
  }

  private static boolean onBlocks(List<EvmLog> logs, List<FollowedBlock> blocks) {
    long first = blocks.getFirst().number();
    return logs.stream()
        .allMatch(
            log -> blocks.get((int) (log.blockNumber() - first)).hash().equals(log.blockHash()));
  }
}
