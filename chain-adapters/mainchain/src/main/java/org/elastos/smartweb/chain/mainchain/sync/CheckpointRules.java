// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.address.P256PublicKey;
import org.elastos.smartweb.chain.ela.verify.ArbiterSet;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.ela.verify.ConsensusState;
import org.elastos.smartweb.chain.ela.verify.ElaNetwork;
import org.elastos.smartweb.chain.ela.verify.Target;
import org.elastos.smartweb.chain.mainchain.ChainOrigin;

/// What can be known of a checkpoint before anything is stored: whether it can be a block of that
/// network at all. Whether it is one, the operator answers for. Stateless.
final class CheckpointRules {
  private static final int TIMES = 11;
  private static final int MOST_TURNS = 8;
  private static final int TURNS_AHEAD = 4;
  private static final int WORK_BITS = 256;

  private CheckpointRules() {}

  /// What is wrong with it, for people.
  static Optional<String> flaw(ChainOrigin origin, ElaNetwork network) {
    ChainPoint point = origin.point();
    if (!origin.network().equals(network.name())) {
      return Optional.of("it is of the network " + origin.network());
    }
    if (point.height() == 0 && !point.hash().equals(network.genesis())) {
      return Optional.of("height 0 has another hash than the network's genesis block");
    }
    if (point.times().size() != Math.min(TIMES, point.height() + 1)) {
      return Optional.of("times: a block of this height has " + TIMES + " at most, or height + 1");
    }
    if (point.consensus().confirmed() > point.height()) {
      return Optional.of("confirmed: a height above the block's own");
    }
    return work(point, network).or(() -> arbiters(point, network.bpos()));
  }

  private static Optional<String> work(ChainPoint point, ElaNetwork network) {
    Optional<Target> target = Target.fromBits(point.bits());
    if (target.isEmpty()) {
      return Optional.of("bits: no target");
    }
    if (network.work().fixed() && point.bits() != network.work().limitBits()) {
      return Optional.of("bits: others than every block of the network has");
    }
    boolean possible =
        point.totalWork().compareTo(target.get().work()) >= 0
            && point.totalWork().bitLength() <= WORK_BITS;
    if (!possible) {
      return Optional.of("totalWork: less than the block's own, or more than can be");
    }
    boolean begins = point.height() % network.work().interval() == 0;
    return begins && point.windowStart() != point.timestamp()
        ? Optional.of("windowStart: the block begins a window, so it is the block's own time")
        : Optional.empty();
  }

  private static Optional<String> arbiters(ChainPoint point, ElaNetwork.BposRules rules) {
    ConsensusState state = point.consensus();
    if (state.arbiters().isPresent() && !sound(state.arbiters().get(), rules)) {
      return Optional.of("arbiters: not " + rules.seats() + " seats with keys that are keys");
    }
    long before = -1;
    for (ConsensusState.Turn turn : state.turns()) {
      boolean fits =
          turn.workingHeight() > before
              && turn.workingHeight() <= point.height() + (long) TURNS_AHEAD * rules.seats()
              && turn.arbiters().map(set -> sound(set, rules)).orElse(true);
      if (!fits) {
        return Optional.of("turns: not ascending, too far ahead, or without sound seats");
      }
      before = turn.workingHeight();
    }
    return state.turns().size() > MOST_TURNS
        ? Optional.of("turns: more than can be announced")
        : Optional.empty();
  }

  private static boolean sound(ArbiterSet set, ElaNetwork.BposRules rules) {
    return set.seats().size() == rules.seats()
        && set.members().size() >= set.quorum()
        && areKeys(set.seats())
        && areKeys(set.council());
  }

  private static boolean areKeys(List<Bytes> keys) {
    return keys.stream().allMatch(key -> key.size() == 0 || P256PublicKey.of(key).isPresent());
  }
}
