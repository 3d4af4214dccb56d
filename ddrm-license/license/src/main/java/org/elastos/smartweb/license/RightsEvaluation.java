// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
/// fresh purchases relaxes the final block only. One evaluation; not thread-safe.
public final class RightsEvaluation {
  private static final Truth TRUE = new Truth.Known(true);

  private final RightsReader reader;
  private final EvmAddress wallet;
  private final Map<ChainId, Reading<Heads>> heads = new HashMap<>();
  private final Map<ChainId, Receipt.BlockSpan> touched = new TreeMap<>();

  private RightsEvaluation(RightsReader reader, EvmAddress wallet) {
    this.reader = reader;
    this.wallet = wallet;
  }

  /// What an evaluation ends in.
  public sealed interface Verdict {
    /// This way holds, read at these blocks.
    record Holds(Way way, List<Receipt.BlockSpan> blocks) implements Verdict {
      /// Copies the list.
      public Holds {
        blocks = List.copyOf(blocks);
      }
    }

    /// No way holds; the code says what stood nearest.
    record Fails(RefusalCode code) implements Verdict {}
  }

  private sealed interface Truth {
    record Known(boolean value) implements Truth {}

    record Unknown(RefusalCode code) implements Truth {}
  }

  /// Evaluates the ways in the policy's order; the first that holds is given.
  public static Verdict evaluate(RightsReader reader, Policy policy, EvmAddress wallet) {
    List<RefusalCode> reasons = new ArrayList<>();
    for (Way way : policy.ways()) {
      RightsEvaluation evaluation = new RightsEvaluation(reader, wallet);
      Optional<RefusalCode> against = evaluation.against(way);
      if (against.isEmpty()) {
        return new Verdict.Holds(way, List.copyOf(evaluation.touched.values()));
      }
      reasons.add(against.get());
    }
    return new Verdict.Fails(nearest(reasons));
  }

  /// Not final yet is nearer than unknown, and unknown nearer than no.
  private static RefusalCode nearest(List<RefusalCode> reasons) {
    if (reasons.contains(RefusalCode.NOT_FINAL_YET)) {
      return RefusalCode.NOT_FINAL_YET;
    }
    return reasons.stream()
        .filter(code -> code != RefusalCode.NOT_OWNER)
        .findFirst()
        .orElse(RefusalCode.NOT_OWNER);
  }

  private Optional<RefusalCode> against(Way way) {
    Truth newest = truth(way.condition(), Side.NEWEST);
    if (!newest.equals(TRUE)) {
      return Optional.of(code(newest, RefusalCode.NOT_OWNER));
    }
    if (way.freshness() == Freshness.FRESH_PURCHASE) {
      return Optional.empty();
    }
    Truth finalized = truth(way.condition(), Side.FINAL);
    return finalized.equals(TRUE)
        ? Optional.empty()
        : Optional.of(code(finalized, RefusalCode.NOT_FINAL_YET));
  }

  private static RefusalCode code(Truth truth, RefusalCode whenFalse) {
    return switch (truth) {
      case Truth.Known known -> whenFalse;
      case Truth.Unknown(RefusalCode code) -> code;
    };
  }

  private enum Side {
    FINAL,
    NEWEST;

    BlockRef of(Heads heads) {
      return this == FINAL ? heads.finalized() : heads.newest();
    }
  }

  private Truth truth(Condition condition, Side side) {
    return switch (condition) {
      case Condition.HoldsEdition edition -> holds(edition, side);
      case Condition.AllOf(List<Condition> members) -> combine(members, side, false);
      case Condition.AnyOf(List<Condition> members) -> combine(members, side, true);
      case Condition.Not(Condition member) ->
          switch (truth(member, side)) {
            case Truth.Known(boolean value) -> new Truth.Known(!value);
            case Truth.Unknown unknown -> unknown;
          };
    };
  }

  /// One member that is `decisive` decides; else an unknown one makes the whole unknown.
  private Truth combine(List<Condition> members, Side side, boolean decisive) {
    Optional<Truth> unknown = Optional.empty();
    for (Condition member : members) {
      Truth truth = truth(member, side);
      switch (truth) {
        case Truth.Known(boolean value) -> {
          if (value == decisive) {
            return truth;
          }
        }
        case Truth.Unknown first -> unknown = unknown.or(() -> Optional.of(first));
      }
    }
    return unknown.orElseGet(() -> new Truth.Known(!decisive));
  }

  private Truth holds(Condition.HoldsEdition edition, Side side) {
    return switch (heads.computeIfAbsent(edition.chain(), reader::heads)) {
      case Reading.Unknown<Heads> unknown -> new Truth.Unknown(Refusal.of(unknown.code()));
      case Reading.Agreed<Heads>(Heads agreed, BlockRef ignored) -> {
        touched.put(
            edition.chain(),
            new Receipt.BlockSpan(
                edition.chain(), agreed.finalized().number(), agreed.newest().number()));
        BlockRef at = side.of(agreed);
        yield switch (reader.right(edition, wallet, at)) {
          case Reading.Agreed<Right>(Right right, BlockRef read) ->
              new Truth.Known(right.holdsAt(at.time()));
          case Reading.Unknown<Right> unknown -> new Truth.Unknown(Refusal.of(unknown.code()));
        };
      }
    };
  }
}
