// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.tx.ConsensusPayload;
import org.elastos.smartweb.chain.ela.tx.ElaBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.Program;

/// Transactions that change who confirms. Only a miner puts them into a block. Stateless beyond the
/// constants.
public final class SpecialRules {
  private static final int LAYOUT = 1;
  private static final int MOST_TURNS_AHEAD = 4;

  /// Too few producers: in this tool nobody counts them, so that it holds wherever it can.
  public static final int NO_PRODUCERS = 1;

  private static final int NO_BLOCK = 0;
  private static final int NO_COUNCIL_NODE = 2;
  private static final long SILENCE = 12 * 3600;

  private final DevRules rules;

  /// The rules with these constants.
  public SpecialRules(DevRules rules) {
    this.rules = rules;
  }

  /// What becomes of the consensus with a transaction.
  public sealed interface Step {
    /// It is none of these.
    record NotSpecial() implements Step {}

    /// It holds, and this follows.
    record Next(Consensus consensus) implements Step {}

    /// It does not hold.
    record Broken(Flaw flaw) implements Step {}
  }

  /// Whether a block goes over to blocks without confirm.
  static boolean leavesBpos(ElaBlock block) {
    return block.transactions().stream()
        .anyMatch(tx -> tx.payload() instanceof ConsensusPayload.RevertToPow);
  }

  /// Where a transaction stands.
  ///
  /// @param silence seconds between its block and the one below
  public record Place(long height, long silence) {}

  /// What a transaction in a block there does.
  public Step step(ElaTransaction tx, Place at, Consensus before) {
    long height = at.height();
    if (!(tx.payload() instanceof ConsensusPayload payload)) {
      return new Step.NotSpecial();
    }
    if (!tx.inputs().isEmpty() || !tx.outputs().isEmpty()) {
      return broken("special_shape", tx.type());
    }
    return switch (payload) {
      case ConsensusPayload.NextTurnDposInfo info -> announce(info, height, before);
      case ConsensusPayload.RevertToPow leave ->
          leave.workingHeight() == height && mayLeave(leave.reason(), at.silence(), before)
              ? new Step.Next(before.workOnly(height))
              : broken("revert_to_pow", leave.workingHeight());
      case ConsensusPayload.RevertToDpos back ->
          before.byWork()
                  && before.resumesAfter() == 0
                  && back.workHeightInterval() == Consensus.RETURN_INTERVAL
                  && back.revertToPowHeight() == before.workSince()
                  && signedBySeats(tx, before.current())
              ? new Step.Next(before.resuming(height))
              : broken("revert_to_dpos", back.workHeightInterval());
    };
  }

  /// As in the real node: silence counts in proof-of-work mode too and cancels a return that was
  /// decided; the other two reasons do not hold there; a reason that the node does not know has no
  /// condition.
  private static boolean mayLeave(int reason, long silence, Consensus before) {
    return switch (reason) {
      case NO_BLOCK -> silence >= SILENCE;
      case NO_PRODUCERS, NO_COUNCIL_NODE -> !before.byWork();
      default -> true;
    };
  }

  private Step announce(ConsensusPayload.NextTurnDposInfo info, long height, Consensus before) {
    List<Bytes> seats = info.producerKeys();
    List<Bytes> council = info.councilKeys();
    boolean sound =
        info.version() == LAYOUT
            && !before.byWork()
            && before.next().isEmpty()
            && info.workingHeight() >= height
            && info.workingHeight() <= height + (long) MOST_TURNS_AHEAD * rules.bpos().seats()
            && seats.size() == rules.bpos().seats()
            && council.size() == rules.bpos().council()
            && seats.containsAll(council)
            && isSet(seats)
            && isSet(council);
    if (!sound) {
      return broken("next_turn", info.workingHeight());
    }
    Arbiters next = new Arbiters(before.newest() + 1, seats, council);
    return new Step.Next(before.announcing(new Consensus.Turn(info.workingHeight(), next)));
  }

  private static boolean isSet(List<Bytes> keys) {
    Set<Bytes> distinct = new HashSet<>(keys);
    return distinct.size() == keys.size() && keys.stream().allMatch(DevKey::isKey);
  }

  private static boolean signedBySeats(ElaTransaction tx, Arbiters arbiters) {
    if (tx.programs().size() != 1) {
      return false;
    }
    Program program = tx.programs().getFirst();
    return Script.read(program.code())
        .filter(Script.Multi.class::isInstance)
        .map(Script.Multi.class::cast)
        .filter(multi -> multi.end() == Script.MULTI_END)
        .filter(multi -> multi.needed() >= arbiters.quorum())
        .filter(multi -> arbiters.seats().containsAll(multi.keys()))
        .filter(multi -> Witnesses.checkMulti(multi, program.parameter(), tx.unsigned()).isEmpty())
        .isPresent();
  }

  private static Step broken(String code, Object detail) {
    return new Step.Broken(new Flaw(code, String.valueOf(detail)));
  }
}
