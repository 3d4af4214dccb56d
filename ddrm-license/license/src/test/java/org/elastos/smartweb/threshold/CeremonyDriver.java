// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.threshold.BoardState.Phase;

/// Takes every operator's part in the newest ceremony of a board until it is over, as a node would:
/// from what the board shows, its own keys and its own shares. Some operators may misbehave. Not
/// thread-safe.
public final class CeremonyDriver {
  /// What a misbehaving operator does instead.
  public interface Mischief {
    /// Changes its dealing before it is committed to or posted.
    default Bytes dealing(CeremonyTerms terms, Bytes honest) {
      return honest;
    }

    /// Changes what it is about to post; empty keeps it silent.
    default Optional<Bytes> post(BoardMessage.Kind kind, Bytes payload) {
      return Optional.of(payload);
    }

    /// What it posts in the complaint window though nobody wronged it.
    default Optional<Bytes> extraComplaint(KeyCeremony ceremony, int index) {
      return Optional.empty();
    }

    /// Changes what it confirms; empty keeps it silent.
    default Optional<Confirmation> confirm(Confirmation honest) {
      return Optional.of(honest);
    }
  }

  private static final Mischief NONE = new Mischief() {};

  private final BoardLab lab;
  private final SecureRandom random;
  private final Map<Integer, Mischief> mischief = new HashMap<>();
  private final Map<Long, Map<Integer, KeyShare>> shares = new HashMap<>();
  private final Map<Integer, HandoverState> handovers = new HashMap<>();
  private final Map<List<Long>, Bytes> dealings = new HashMap<>();
  private final Map<Integer, CeremonyAction> last = new HashMap<>();

  /// Drives the operators of this lab.
  public CeremonyDriver(BoardLab lab, SecureRandom random) {
    this.lab = lab;
    this.random = random;
  }

  CeremonyDriver misbehaves(int operator, Mischief how) {
    mischief.put(operator, how);
    return this;
  }

  void behaveAll() {
    mischief.clear();
  }

  void handsOver(int operator, HandoverState state) {
    handovers.put(operator, state);
  }

  /// The shares of an epoch by operator's number, as those who confirmed or finished hold them.
  public Map<Integer, KeyShare> shares(long epoch) {
    return shares.getOrDefault(epoch, Map.of());
  }

  /// What an operator's node last decided to do.
  CeremonyAction last(int operator) {
    return last.get(operator);
  }

  static <T> T known(Reading<T> reading) {
    return reading.agreed().orElseThrow();
  }

  /// Runs the newest ceremony to its end.
  ///
  /// @return its epoch
  public long run() {
    long epoch = known(lab.board().currentEpoch());
    while (true) {
      Phase phase = known(lab.board().state(epoch)).phase();
      if (phase == Phase.CONFIRM || phase == Phase.ACTIVE) {
        lab.settle();
      }
      boolean first = true;
      // A member may have several complaints: one message a turn, until nobody has another.
      while (turn(epoch, first) && phase == Phase.COMPLAINT) {
        first = false;
      }
      if (phase == Phase.ACTIVE || phase == Phase.FAILED) {
        return epoch;
      }
      if (known(lab.board().state(epoch)).phase() == phase) {
        lab.closeWindow();
      }
    }
  }

  private boolean turn(long epoch, boolean first) {
    int before = known(lab.board().state(epoch)).messages().size();
    for (int operator = 1; operator <= lab.operators(); operator++) {
      act(epoch, operator, first);
    }
    return known(lab.board().state(epoch)).messages().size() > before;
  }

  private void act(long epoch, int operator, boolean first) {
    CeremonyTerms terms = known(lab.board().terms(epoch)).orElseThrow();
    EvmAddress account = lab.operator(operator).account();
    int index = 1 + terms.committee().operators().indexOf(account);
    int dealer =
        terms
            .plan()
            .holders()
            .map(holders -> 1 + holders.operators().indexOf(account))
            .orElse(index);
    if (index == 0 && dealer == 0) {
      return;
    }
    BoardState state = known(lab.board().state(epoch));
    Mischief how = mischief.getOrDefault(operator, NONE);
    if (first && state.phase() == Phase.COMPLAINT && index != 0) {
      how.extraComplaint(KeyCeremony.read(terms, state.messages()), index)
          .ifPresent(
              payload -> lab.writer(operator).post(epoch, BoardMessage.Kind.COMPLAINT, payload));
      state = known(lab.board().state(epoch));
    }
    CeremonyMember.Self self =
        new CeremonyMember.Self(
            dealer,
            index,
            lab.operator(operator).encryptionKey(),
            lab.operator(operator).identitySeed());
    CeremonyAction action =
        new CeremonyMember(terms, self, dealing(terms, operator, dealer), random).next(state);
    last.put(operator, action);
    carryOut(terms, operator, action, how);
  }

  private Bytes dealing(CeremonyTerms terms, int operator, int dealer) {
    if (dealer == 0) {
      return Bytes.EMPTY;
    }
    return dealings.computeIfAbsent(
        List.of(terms.epoch(), (long) operator),
        _ -> {
          Bytes honest =
              terms
                  .plan()
                  .holders()
                  .map(holders -> handOn(terms, operator, holders.keys().epoch()))
                  .orElseGet(() -> CeremonyMember.deal(terms, dealer, random));
          return mischief.getOrDefault(operator, NONE).dealing(terms, honest);
        });
  }

  private Bytes handOn(CeremonyTerms terms, int operator, long from) {
    KeyShare share = shares(from).get(operator);
    // Whoever missed the last ceremony has nothing to deal.
    Hash256 digest = handovers.getOrDefault(operator, HandoverState.EMPTY).digest();
    return share == null ? Bytes.EMPTY : CeremonyMember.handOn(terms, share, digest, random);
  }

  private void carryOut(CeremonyTerms terms, int operator, CeremonyAction action, Mischief how) {
    long epoch = terms.epoch();
    switch (action) {
      case CeremonyAction.Post(BoardMessage.Kind kind, Bytes payload) ->
          how.post(kind, payload)
              .filter(posted -> posted.size() > 0)
              .ifPresent(posted -> lab.writer(operator).post(epoch, kind, posted));
      case CeremonyAction.Confirm(Confirmation confirmation, KeyShare share) -> {
        keep(epoch, operator, share);
        how.confirm(confirmation).ifPresent(stated -> lab.writer(operator).confirm(epoch, stated));
      }
      case CeremonyAction.Finished(EpochKeys _, KeyShare share) -> keep(epoch, operator, share);
      case CeremonyAction.Wait() -> {}
      case CeremonyAction.Stopped _ -> {}
    }
  }

  private void keep(long epoch, int operator, KeyShare share) {
    shares.computeIfAbsent(epoch, _ -> new HashMap<>()).put(operator, share);
  }
}
