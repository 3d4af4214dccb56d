// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.evm.LinkedBlock;

/// How far a follower came.
///
/// @param next the height to take next
/// @param settled the height up to which nothing is taken back; below `next`
/// @param window the last settled block and all taken above it, ascending; empty at the start
/// @param children the contracts found, each with the block that told of it
public record FollowerState(
    long next, long settled, List<LinkedBlock> window, Map<EvmAddress, Long> children) {
  /// Nothing is settled yet.
  public static final long NOTHING = -1;

  /// Keeps a copy of the window. The map is not copied, for it may be large: nobody changes it.
  public FollowerState {
    window = List.copyOf(window);
  }

  /// Before the first block.
  public static FollowerState start(FollowSpec spec) {
    return new FollowerState(spec.firstBlock(), NOTHING, List.of(), Map.of());
  }

  /// The last block taken.
  public Optional<LinkedBlock> tip() {
    return window.isEmpty() ? Optional.empty() : Optional.of(window.getLast());
  }

  /// The block taken at this height, if it is still in the window.
  public Optional<LinkedBlock> at(long number) {
    long place = window.isEmpty() ? -1 : number - window.getFirst().number();
    return place < 0 || place >= window.size()
        ? Optional.empty()
        : Optional.of(window.get((int) place));
  }

  /// Whether the chain has another block where this one was taken.
  boolean contradicts(BlockRef block) {
    return at(block.number()).filter(taken -> !taken.ref().equals(block)).isPresent();
  }

  /// The state after these blocks, of which those up to `finalized` are final.
  FollowerState with(List<LinkedBlock> blocks, Map<EvmAddress, Long> found, long finalized) {
    Map<Long, LinkedBlock> all = new TreeMap<>();
    window.forEach(block -> all.put(block.number(), block));
    blocks.forEach(block -> all.put(block.number(), block));
    List<LinkedBlock> ordered = List.copyOf(all.values());
    long anchor =
        ordered.stream()
            .mapToLong(LinkedBlock::number)
            .filter(number -> number <= finalized)
            .max()
            .orElse(settled);
    List<LinkedBlock> kept = ordered.stream().filter(block -> block.number() >= anchor).toList();
    long after = blocks.isEmpty() ? next : blocks.getLast().number() + 1;
    return new FollowerState(after, Math.max(settled, anchor), kept, joined(found));
  }

  /// The state after everything above `good` was taken back; without it, everything.
  FollowerState backTo(Optional<LinkedBlock> good, long firstBlock) {
    long last = good.map(LinkedBlock::number).orElse(firstBlock - 1);
    Map<EvmAddress, Long> left = new HashMap<>(children);
    left.values().removeIf(since -> since > last);
    List<LinkedBlock> kept = window.stream().filter(block -> block.number() <= last).toList();
    return new FollowerState(last + 1, settled, kept, left);
  }

  private Map<EvmAddress, Long> joined(Map<EvmAddress, Long> found) {
    if (found.isEmpty()) {
      return children;
    }
    Map<EvmAddress, Long> all = new HashMap<>(children);
    found.forEach(all::putIfAbsent);
    return all;
  }
}
