// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.threshold.BoardState.Phase;
import org.elastos.smartweb.threshold.BoardWriter.Written;

/// The twin of the committee contract in memory: the same windows, the same refusals. One block a
/// second; what is written is final at once. Not thread-safe.
public final class InMemoryBoard implements CeremonyBoard {
  static final int WINDOW = 8;
  static final int TIME_LOCK = 60;
  static final int OVERLAP = 600;

  private static final CeremonyTerms.Board NAME =
      new CeremonyTerms.Board(
          new ChainId(31337), EvmAddress.fromHex("b0".repeat(EvmAddress.BYTES)));

  /// Who may follow the running committee, as its operators approve it.
  record Handover(long fromEpoch, List<EvmAddress> operators, int threshold) {}

  private final Map<EvmAddress, CommitteeMember> registered = new HashMap<>();
  private final Map<Long, InMemoryCeremony> attempts = new HashMap<>();
  private final Map<Handover, Set<EvmAddress>> approvals = new HashMap<>();
  private final Map<Handover, Long> ready = new HashMap<>();
  private final Committee founders;
  private long now = 1;
  private long current;
  private long active;
  private long lastEvent;

  /// A board whose founders begin their key generation at once.
  public InMemoryBoard(Committee founders, List<CommitteeMember> candidates) {
    this.founders = founders;
    founders.members().forEach(member -> registered.put(member.operator(), member));
    candidates.forEach(member -> registered.put(member.operator(), member));
    begin(new CeremonyPlan.Generation(), founders);
  }

  static CeremonyTerms.Board boardName() {
    return NAME;
  }

  void pass(long seconds) {
    now += seconds;
  }

  long active() {
    return active;
  }

  private void begin(CeremonyPlan plan, Committee committee) {
    current++;
    lastEvent = now;
    attempts.put(
        current, new InMemoryCeremony(new CeremonyTerms(NAME, current, plan, committee), now));
  }

  Written restart() {
    return active == 0 && attempts.get(current).phase(now) == Phase.FAILED
        ? done(() -> begin(new CeremonyPlan.Generation(), founders))
        : new Written.Refused("CeremonyNotFailed");
  }

  Written approve(EvmAddress by, Handover handover) {
    if (!holders().operators().contains(by)) {
      return new Written.Refused("NotOperator");
    }
    if (handover.fromEpoch() != active || !lawful(handover)) {
      return new Written.Refused("BadHandover");
    }
    Set<EvmAddress> all = approvals.computeIfAbsent(handover, _ -> new HashSet<>());
    if (!all.add(by)) {
      return new Written.Refused("AlreadyApproved");
    }
    if (all.size() == holders().keys().shape().threshold()) {
      ready.put(handover, now + TIME_LOCK);
    }
    return new Written.Accepted();
  }

  private boolean lawful(Handover handover) {
    if (!registered.keySet().containsAll(handover.operators())
        || handover.operators().size() < 2 * handover.threshold() - 1) {
      return false;
    }
    return new CeremonyPlan.Reshare(holders()).unlawfulFor(committee(handover)).isEmpty();
  }

  private Committee committee(Handover handover) {
    return new Committee(
        handover.threshold(), handover.operators().stream().map(registered::get).toList());
  }

  private CeremonyPlan.Holders holders() {
    InMemoryCeremony attempt = attempts.get(active);
    return new CeremonyPlan.Holders(
        attempt.keys.orElseThrow(), attempt.terms.committee().operators());
  }

  Written beginReshare(Handover handover) {
    Long from = ready.get(handover);
    if (from == null || now < from || handover.fromEpoch() != active || isRunning()) {
      return new Written.Refused("NotReady");
    }
    return done(() -> begin(new CeremonyPlan.Reshare(holders()), committee(handover)));
  }

  Written beginRefresh(EvmAddress by) {
    if (active == 0 || !holders().operators().contains(by)) {
      return new Written.Refused("NotOperator");
    }
    if (now < lastEvent + TIME_LOCK || isRunning()) {
      return new Written.Refused("NotReady");
    }
    Committee same = attempts.get(active).terms.committee();
    return done(() -> begin(new CeremonyPlan.Refresh(holders()), same));
  }

  private boolean isRunning() {
    Phase phase = attempts.get(current).phase(now);
    return phase != Phase.ACTIVE && phase != Phase.FAILED;
  }

  private static Written done(Runnable action) {
    action.run();
    return new Written.Accepted();
  }

  boolean serves(long epoch) {
    InMemoryCeremony attempt = attempts.get(epoch);
    return attempt != null
        && attempt.keys.isPresent()
        && (attempt.replacedAt == 0 || now < attempt.replacedAt + OVERLAP);
  }

  BoardWriter writer(EvmAddress by) {
    return new BoardWriter() {
      @Override
      public Written post(long epoch, BoardMessage.Kind kind, Bytes payload) {
        return epoch == current
            ? attempts.get(epoch).post(by, kind, payload, now)
            : new Written.Refused("WrongEpoch");
      }

      @Override
      public Written confirm(long epoch, Confirmation confirmation) {
        if (epoch != current) {
          return new Written.Refused("WrongEpoch");
        }
        InMemoryCeremony attempt = attempts.get(epoch);
        boolean before = attempt.keys.isPresent();
        Written written = attempt.confirm(by, confirmation, now);
        if (!before && attempt.keys.isPresent()) {
          if (active != 0) {
            attempts.get(active).replacedAt = now;
          }
          active = epoch;
          lastEvent = now;
        }
        return written;
      }
    };
  }

  void closeWindow() {
    InMemoryCeremony attempt = attempts.get(current);
    Phase before = attempt.phase(now);
    while (isRunning() && attempt.phase(now) == before) {
      now++;
    }
  }

  private static <T> Reading<T> read(T value) {
    return new Reading.Agreed<>(value, new BlockRef(NAME.chain(), 0, Hash256.ZERO, Instant.EPOCH));
  }

  @Override
  public CeremonyTerms.Board name() {
    return NAME;
  }

  @Override
  public Reading<Long> currentEpoch() {
    return read(current);
  }

  @Override
  public Reading<Optional<CeremonyTerms>> terms(long epoch) {
    return read(Optional.ofNullable(attempts.get(epoch)).map(attempt -> attempt.terms));
  }

  @Override
  public Reading<BoardState> state(long epoch) {
    return read(attempts.get(epoch).state(now));
  }

  @Override
  public Reading<Optional<EpochKeys>> keys(long epoch) {
    return read(Optional.ofNullable(attempts.get(epoch)).flatMap(attempt -> attempt.keys));
  }
}
