// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.evm.LinkedBlock;
import org.elastos.smartweb.chain.evm.LogFeed;

/// Finds the last block taken that still stands. A block names the one before it, so below one that
/// stands all do: a few headers, spread between what is known to stand and what is not, narrow the
/// place down, and the next few again. Asks for fewer at once when sources cannot answer. Used by
/// one thread.
final class ForkSearch {
  private static final int MOST_HEADERS = 16;

  private final LogFeed feed;
  private int headers = MOST_HEADERS;

  ForkSearch(LogFeed feed) {
    this.feed = feed;
  }

  /// The last block of the window up to this height that still stands; empty when none does.
  Reading<Found> search(FollowerState now, long highest) {
    Optional<LinkedBlock> good = Optional.empty();
    long standing = now.window().getFirst().number() - 1;
    long gone = highest + 1;
    while (gone - standing > 1) {
      Reading<List<LinkedBlock>> reading = feed.blocks(heights(standing, gone));
      if (reading instanceof Reading.Unknown<List<LinkedBlock>> unknown) {
        headers = Math.max(1, headers / 2);
        return unknown.as();
      }
      for (LinkedBlock block : reading.agreed().orElseThrow()) {
        if (now.at(block.number()).filter(block::equals).isPresent()) {
          standing = block.number();
          good = Optional.of(block);
        } else {
          gone = block.number();
          break;
        }
      }
    }
    headers = Math.min(MOST_HEADERS, headers * 2);
    return new Reading.Agreed<>(new Found(good), now.window().getFirst().ref());
  }

  /// Heights between the two, ascending, so many that the gaps are alike.
  private List<Long> heights(long standing, long gone) {
    long open = gone - standing - 1;
    long step = (open + headers) / (headers + 1);
    List<Long> heights = new ArrayList<>();
    for (long height = standing + step; height < gone && heights.size() < headers; height += step) {
      heights.add(height);
    }
    return heights;
  }

  /// @param good the last block that stands
  record Found(Optional<LinkedBlock> good) {}
}
