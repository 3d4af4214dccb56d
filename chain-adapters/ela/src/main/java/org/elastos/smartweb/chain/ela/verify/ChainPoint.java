// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaHeader;

/// Everything that the rules need of a verified block to judge the one above it; as the first of a
/// chain it is a checkpoint. Immutable; its exact bytes: {@link ChainPointCodec}.
///
/// @param hash in internal order
/// @param bits the block's own
/// @param totalWork of this block and all below
/// @param windowStart the timestamp of the block that began the current difficulty window
/// @param times the timestamps of the last blocks up to this one, oldest first, at most eleven
public record ChainPoint(
    long height,
    Hash256 hash,
    Hash256 previous,
    long bits,
    BigInteger totalWork,
    long windowStart,
    List<Long> times,
    ConsensusState consensus) {
  /// Keeps a copy.
  ///
  /// @throws IllegalArgumentException without any timestamp, with more than eleven, or with a
  ///   negative number
  public ChainPoint {
    times = List.copyOf(times);
    if (times.isEmpty()
        || times.size() > MedianTime.BLOCKS
        || height < 0
        || totalWork.signum() < 0) {
      throw new IllegalArgumentException("no block of a chain");
    }
  }

  /// The genesis block of a network as first point, with the arbiters of its first confirm if they
  /// are known.
  public static ChainPoint genesis(ElaHeader header, ConsensusState consensus) {
    return new ChainPoint(
        0,
        header.hash(),
        header.previous(),
        header.bits(),
        workOf(header.bits()),
        header.timestamp(),
        List.of(header.timestamp()),
        consensus);
  }

  /// The block's own timestamp; seconds.
  public long timestamp() {
    return times.getLast();
  }

  /// The point of a block above this one that the rules have passed.
  ChainPoint next(ElaHeader header, WorkRules rules, ConsensusState after) {
    List<Long> recent = new ArrayList<>(times);
    recent.add(header.timestamp());
    if (recent.size() > MedianTime.BLOCKS) {
      recent.removeFirst();
    }
    return new ChainPoint(
        height + 1,
        header.hash(),
        hash,
        header.bits(),
        totalWork.add(workOf(header.bits())),
        (height + 1) % rules.interval() == 0 ? header.timestamp() : windowStart,
        recent,
        after);
  }

  private static BigInteger workOf(long bits) {
    return Target.fromBits(bits).map(Target::work).orElse(BigInteger.ZERO);
  }
}
