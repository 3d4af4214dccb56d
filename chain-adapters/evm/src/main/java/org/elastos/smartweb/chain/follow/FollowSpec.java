// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import java.util.List;
import java.util.function.Function;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;

/// What is followed. The set of contracts grows: a contract that an event names is followed from
/// that event's block on, the block itself included.
///
/// @param name the follower's, under which its place is kept; at most 100 characters
/// @param roots the contracts known from the start, such as factories
/// @param firstTopics which events; empty for all
/// @param children which contracts an event tells of, such as those that a factory made
/// @param firstBlock where to begin
public record FollowSpec(
    String name,
    ChainId chain,
    List<EvmAddress> roots,
    List<Hash256> firstTopics,
    Function<EvmLog, List<EvmAddress>> children,
    long firstBlock) {
  private static final int LONGEST_NAME = 100;

  /// @throws IllegalArgumentException without a name or a root
  public FollowSpec {
    roots = List.copyOf(roots);
    firstTopics = List.copyOf(firstTopics);
    boolean named = !name.isBlank() && name.length() <= LONGEST_NAME;
    if (!named || roots.isEmpty() || firstBlock < 0) {
      throw new IllegalArgumentException("a follower has a name, contracts and a first block");
    }
  }

  /// A fixed set of contracts.
  public static FollowSpec of(
      String name, ChainId chain, List<EvmAddress> contracts, long firstBlock) {
    return new FollowSpec(name, chain, contracts, List.of(), _ -> List.of(), firstBlock);
  }
}
