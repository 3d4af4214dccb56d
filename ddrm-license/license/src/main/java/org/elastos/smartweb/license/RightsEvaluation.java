// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.ddrm.Condition;
import org.elastos.smartweb.ddrm.Freshness;
import org.elastos.smartweb.ddrm.Policy;
import org.elastos.smartweb.ddrm.Way;

/// Evaluates a policy for a wallet with three values at the final and at the newest agreed block
/// (decision B1): what cannot be read is unknown, also under `not`, and only true grants. A way for
/// fresh purchases relaxes the final block only. Each leaf is read once at a block, so a policy
/// costs at most twice its bound of readings. One evaluation; not thread-safe.
public final class RightsEvaluation {
  private final RightsReader reader;
  private final EvmAddress wallet;
  private final LeafReadings leaves;
  private final Map<ChainId, Reading<Heads>> heads = new HashMap<>();
  private final Map<ChainId, Heads> touched = new TreeMap<>();

  private RightsEvaluation(RightsReader reader, EvmAddress wallet) {
    this.reader = reader;
    this.wallet = wallet;
    this.leaves = new LeafReadings(reader, wallet);
  }

  /// What an evaluation ends in.
  public sealed interface Verdict {
    /// This way holds, until then if that is known, as read at these blocks of each chain.
    record Holds(Way way, Optional<Instant> until, List<Heads> heads) implements Verdict {
      /// Copies the list.
      public Holds {
        heads = List.copyOf(heads);
      }
    }

    /// No way holds; the code says what stood nearest.
    record Fails(RefusalCode code) implements Verdict {}
  }

  /// Evaluates the ways in the policy's order; the first that holds is given.
  public static Verdict evaluate(RightsReader reader, Policy policy, EvmAddress wallet) {
    return evaluate(reader, policy.ways(), wallet);
  }

  /// Evaluates these ways in their order; without any the answer is `not_owner`.
  static Verdict evaluate(RightsReader reader, List<Way> ways, EvmAddress wallet) {
    RightsEvaluation evaluation = new RightsEvaluation(reader, wallet);
    List<RefusalCode> reasons = new ArrayList<>();
    for (Way way : ways) {
      evaluation.touched.clear();
      switch (evaluation.truth(way)) {
        case Truth.Yes(Optional<Instant> until) -> {
          return new Verdict.Holds(way, until, List.copyOf(evaluation.touched.values()));
        }
        case Truth.No(RefusalCode why) -> reasons.add(why);
        case Truth.Unknown(RefusalCode why) -> reasons.add(why);
      }
    }
    return new Verdict.Fails(Truth.nearest(reasons));
  }

  private Truth truth(Way way) {
    Truth newest = truth(way.condition(), Heads::newest);
    if (!(newest instanceof Truth.Yes(Optional<Instant> until))
        || way.freshness() == Freshness.FRESH_PURCHASE) {
      return newest;
    }
    return switch (truth(way.condition(), Heads::finalized)) {
      case Truth.Yes(Optional<Instant> end) -> new Truth.Yes(Truth.earlier(until, end));
      case Truth.No _ -> new Truth.No(RefusalCode.NOT_FINAL_YET);
      case Truth.Unknown unknown -> unknown;
    };
  }

  /// Which of a chain's two blocks is looked at.
  @FunctionalInterface
  private interface Side {
    BlockRef of(Heads heads);
  }

  private Truth truth(Condition condition, Side side) {
    return switch (condition) {
      case Condition.OnChain leaf -> onChain(leaf, side);
      case Condition.OneOf(List<EvmAddress> wallets) -> Truth.of(wallets.contains(wallet));
      case Condition.HoldsEla _ -> new Truth.Unknown(RefusalCode.SOURCES_UNAVAILABLE);
      case Condition.AllOf(List<Condition> members) -> atLeast(members.size(), members, side);
      case Condition.AnyOf(List<Condition> members) -> atLeast(1, members, side);
      case Condition.AtLeast(int k, List<Condition> members) -> atLeast(k, members, side);
      case Condition.Not(Condition member) -> truth(member, side).not();
    };
  }

  private Truth atLeast(int k, List<Condition> members, Side side) {
    return Truth.atLeast(
        k, members.stream().<Supplier<Truth>>map(one -> () -> truth(one, side)).toList());
  }

  private Truth onChain(Condition.OnChain leaf, Side side) {
    return switch (heads.computeIfAbsent(leaf.chain(), reader::heads)) {
      case Reading.Unknown<Heads> unknown -> new Truth.Unknown(Refusal.of(unknown.code()));
      case Reading.Agreed<Heads>(Heads agreed, BlockRef _) -> {
        touched.put(leaf.chain(), agreed);
        yield leaves.at(leaf, side.of(agreed));
      }
    };
  }
}
