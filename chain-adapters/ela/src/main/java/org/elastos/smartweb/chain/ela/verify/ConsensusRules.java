// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.tx.ConsensusPayload.NextTurnDposInfo;
import org.elastos.smartweb.chain.ela.tx.ConsensusPayload.RevertToDpos;
import org.elastos.smartweb.chain.ela.tx.ConsensusPayload.RevertToPow;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.Payload;

/// Who confirms which block (docs/spec/mainchain.md, "Arbiters"). Only what the arbiters of a set
/// have confirmed can change the set; whatever cannot be followed ends in a state that makes
/// nothing final. Total and stateless.
final class ConsensusRules {
  /// How far ahead a turn may be announced, in turns.
  private static final int MOST_TURNS_AHEAD = 4;

  private static final int MOST_PENDING = 8;

  /// Blocks between the decision to confirm again and the last block that needs no confirm.
  private static final int RETURN_INTERVAL = 10;

  /// The reason for proof-of-work mode that a header can prove: that blocks stayed away.
  private static final int NO_BLOCK = 0;

  /// The reasons that only a full node can judge: too few producers, a council without nodes. The
  /// node takes every number above without any condition.
  private static final Set<Integer> CONDITIONS_OF_BPOS = Set.of(1, 2);

  private final ElaNetwork.BposRules rules;

  ConsensusRules(ElaNetwork network) {
    this.rules = network.bpos();
  }

  /// What follows from a block.
  sealed interface Advance {
    /// The block holds; this is known after it.
    record Next(ConsensusState state) implements Advance {}

    /// The block breaks a rule.
    record Refused(Verdict.Invalid reason) implements Advance {}
  }

  /// A block as far as arbiters care.
  record Block(
      ElaHeader header,
      long previousTimestamp,
      List<ElaTransaction> transactions,
      Optional<Confirm> confirm) {}

  /// Whether a block above that height would have to be confirmed, were it not for proof-of-work
  /// mode: there are confirms, and it is known whose.
  boolean expectsConfirms(ConsensusState state, long height) {
    return height >= rules.confirmsFrom() && state.arbiters().isPresent();
  }

  Advance advance(ConsensusState before, Block block) {
    long height = block.header.height();
    ConsensusState state = before.forBlock(height);
    if (height < rules.confirmsFrom()) {
      return new Advance.Next(state);
    }
    List<RevertToPow> leaving = all(block, RevertToPow.class);
    if (!leaving.isEmpty()) {
      return leaveBpos(state, block, leaving);
    }
    if (state.mode() == ConsensusState.Mode.WORK) {
      return new Advance.Next(byWork(state, block));
    }
    if (state.arbiters().isEmpty()) {
      return new Advance.Next(state);
    }
    return byConfirm(state, state.arbiters().get(), block);
  }

  /// In proof-of-work mode as well, where it cancels a return that was decided.
  private Advance leaveBpos(ConsensusState state, Block block, List<RevertToPow> leaving) {
    long silence = block.header.timestamp() - block.previousTimestamp;
    return leaving.stream().allMatch(leave -> mayLeave(state, block, leave))
        ? new Advance.Next(state.byWork())
        : new Advance.Refused(Verdict.invalid(Rule.REVERT_NOT_ALLOWED, "silence", silence));
  }

  private boolean mayLeave(ConsensusState state, Block block, RevertToPow leave) {
    long height = block.header.height();
    if (height < rules.revertFrom() || leave.workingHeight() != height) {
      return false;
    }
    if (leave.reason() == NO_BLOCK) {
      return block.header.timestamp() - block.previousTimestamp >= rules.silenceAt(height);
    }
    // In proof-of-work mode the node never holds the other two to be true. That we are in the mode
    // that it is in is certain only while a return is under way.
    boolean returning = state.mode() == ConsensusState.Mode.WORK && state.resumesAfter() != 0;
    return !(returning && CONDITIONS_OF_BPOS.contains(leave.reason()));
  }

  /// In proof-of-work mode announcements are not followed: whoever mines could name themselves.
  private static ConsensusState byWork(ConsensusState state, Block block) {
    long height = block.header.height();
    boolean returns =
        state.resumesAfter() <= height
            && block.transactions.stream()
                .filter(ConsensusRules::decidesReturn)
                .findFirst()
                .filter(tx -> authorised(tx, state.arbiters()))
                .isPresent();
    return returns ? state.resuming(height + RETURN_INTERVAL) : state;
  }

  private static boolean decidesReturn(ElaTransaction tx) {
    return tx.payload() instanceof RevertToDpos back
        && back.workHeightInterval() == RETURN_INTERVAL;
  }

  /// Signed by more than two thirds of the last set that we could follow.
  private static boolean authorised(ElaTransaction back, Optional<ArbiterSet> arbiters) {
    if (arbiters.isEmpty() || back.programs().size() != 1) {
      return false;
    }
    ArbiterSet set = arbiters.get();
    Bytes signed = back.unsigned();
    return ArbiterWitness.read(back.programs().getFirst(), ArbiterWitness.MULTI_SIGNATURE)
        .filter(witness -> set.members().containsAll(witness.signers()))
        .filter(witness -> witness.flaw(signed, set.quorum()).isEmpty())
        .isPresent();
  }

  private Advance byConfirm(ConsensusState state, ArbiterSet arbiters, Block block) {
    if (block.confirm.isEmpty()) {
      return new Advance.Refused(
          Verdict.invalid(Rule.CONFIRM_MISSING, "height", block.header.height()));
    }
    Verdict verdict = ConfirmCheck.check(block.confirm.get(), block.header.hash(), arbiters);
    if (verdict instanceof Verdict.Invalid reason) {
      return new Advance.Refused(reason);
    }
    return new Advance.Next(
        state.confirmedAt(block.header.height(), announced(state.turns(), block)));
  }

  private List<ConsensusState.Turn> announced(List<ConsensusState.Turn> known, Block block) {
    List<NextTurnDposInfo> told = all(block, NextTurnDposInfo.class);
    long height = block.header.height();
    if (told.isEmpty() || height < rules.announcedFrom()) {
      return known;
    }
    NextTurnDposInfo next = told.getFirst();
    long from = next.workingHeight();
    List<ConsensusState.Turn> turns = new ArrayList<>(known);
    // A change by force comes at once: what was announced for later is void.
    turns.removeIf(turn -> turn.workingHeight() >= from);
    if (told.size() > 1
        || from > height + (long) MOST_TURNS_AHEAD * rules.seats()
        || turns.size() == MOST_PENDING) {
      return List.of(new ConsensusState.Turn(height, Optional.empty()));
    }
    turns.add(new ConsensusState.Turn(from, read(next)));
    return turns;
  }

  /// The announced set. Later announcements name all seats in the second list and only repeat the
  /// council in the first; earlier ones split the seats over both. The sizes tell which.
  private Optional<ArbiterSet> read(NextTurnDposInfo info) {
    List<Bytes> council = info.councilKeys();
    List<Bytes> seats = new ArrayList<>(info.producerKeys());
    if (seats.size() != rules.seats()) {
      seats.addAll(0, council);
    }
    return seats.size() == rules.seats()
            && ArbiterSet.wellFormed(seats)
            && ArbiterSet.wellFormed(council)
        ? Optional.of(new ArbiterSet(seats, council))
        : Optional.empty();
  }

  private static <P extends Payload> List<P> all(Block block, Class<P> kind) {
    return block.transactions.stream()
        .map(ElaTransaction::payload)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}
