// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Function;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;

/// What is followed. The set of contracts grows: a contract that an event names is followed from
/// that event's block on, the block itself included. Under one name it never changes, for what lies
/// behind is not read again.
///
/// @param name the follower's, under which its place is kept; at most 100 characters
/// @param roots the contracts known from the start, such as factories
/// @param firstTopics which events; empty for all
/// @param children which contracts an event tells of, such as those that a factory made
/// @param rules the version of `children`: another number when it answers otherwise than before
/// @param firstBlock where to begin
public record FollowSpec(
    String name,
    ChainId chain,
    List<EvmAddress> roots,
    List<Hash256> firstTopics,
    Function<EvmLog, List<EvmAddress>> children,
    int rules,
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
    return new FollowSpec(name, chain, contracts, List.of(), _ -> List.of(), 0, firstBlock);
  }

  /// Says which events these are: chain, contracts and topics in whatever order, rules and first
  /// block.
  Hash256 digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update("smartweb/v1/follow-spec".getBytes(StandardCharsets.US_ASCII));
      sha.update(
          ByteBuffer.allocate(2 * Long.BYTES + 2 * Integer.BYTES)
              .putLong(chain.value())
              .putLong(firstBlock)
              .putInt(rules)
              .putInt((int) roots.stream().distinct().count())
              .array());
      roots.stream().distinct().map(EvmAddress::toString).sorted().forEach(root -> put(sha, root));
      firstTopics.stream().distinct().map(Hash256::toString).sorted().forEach(t -> put(sha, t));
      return Hash256.of(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void put(MessageDigest sha, String hex) {
    sha.update(hex.getBytes(StandardCharsets.US_ASCII));
  }
}
