// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

/// How much a follower takes at a time.
///
/// @param firstRange how many final blocks the first request spans
/// @param mostRange how many it may come to span while events are few
/// @param events about how many events a step should bring
/// @param blocksAtOnce how many blocks above finality a step takes
/// @param window how many blocks above finality are kept, so that they can be taken back; when
///   finality stalls for longer, the follower waits
/// @param ahead whether the next final range is read while the last one is written
public record FollowPolicy(
    int firstRange, int mostRange, int events, int blocksAtOnce, int window, boolean ahead) {
  /// 256 to 10,000 final blocks with about 10,000 events, 64 blocks above finality of at most
  /// 1,024, reading ahead.
  public static final FollowPolicy DEFAULT = new FollowPolicy(256, 10_000, 10_000, 64, 1_024, true);

  /// @throws IllegalArgumentException unless all are positive and fit together
  public FollowPolicy {
    if (firstRange < 1 || mostRange < firstRange || events < 1 || blocksAtOnce < 1 || window < 2) {
      throw new IllegalArgumentException("the limits of a follower contradict each other");
    }
  }
}
