// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How fast nodes answered lately: whom to ask first, and when to stop waiting for them. Safe for
/// many threads.
final class NodeLatencies {
  private static final int REMEMBERED = 64;
  private static final int ENOUGH = 8;
  private static final int PERCENT = 95;
  private static final int FADING = 16;
  private static final Duration STEP = Duration.ofMillis(500);

  /// Less would ask everybody whenever a machine is busy.
  private static final Duration SHORTEST = Duration.ofMillis(20);

  private final Deque<Long> all = new ArrayDeque<>();
  private final Map<Integer, Long> average = new HashMap<>();

  /// A node answered after so long.
  synchronized void answered(int index, long nanos) {
    all.addLast(nanos);
    if (all.size() > REMEMBERED) {
      all.removeFirst();
    }
    average.merge(index, nanos, (before, now) -> (3 * before + now) / 4);
  }

  /// A node did not answer: it is asked after the others for a while.
  synchronized void silent(int index, Duration patience) {
    average.put(index, Math.max(patience.toNanos(), 2 * STEP.toNanos()));
  }

  /// The faster ones first, by steps of half a second; within a step, and while nothing is known,
  /// by index. Who is asked late gets another chance as what is known of him fades.
  synchronized List<NodeEndpoint> order(List<NodeEndpoint> nodes) {
    List<NodeEndpoint> ordered = new ArrayList<>(nodes);
    ordered.sort(
        Comparator.comparingLong(
                (NodeEndpoint node) -> average.getOrDefault(node.index(), 0L) / STEP.toNanos())
            .thenComparingInt(NodeEndpoint::index));
    average.replaceAll((index, nanos) -> nanos - nanos / FADING);
    return ordered;
  }

  /// How long to wait before all the rest are asked: what 95 of 100 answers took, no longer than
  /// `longest`, which counts until there were a few.
  synchronized Duration hedgeAfter(Duration longest) {
    if (all.size() < ENOUGH) {
      return longest;
    }
    List<Long> sorted = all.stream().sorted().toList();
    long late = sorted.get((sorted.size() * PERCENT - 1) / 100);
    long bounded = Math.max(late, SHORTEST.toNanos());
    return Duration.ofNanos(Math.min(bounded, longest.toNanos()));
  }
}
