// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.verify.ElaNetwork;
import org.elastos.smartweb.chain.ela.verify.HeaderChain;
import org.elastos.smartweb.chain.mainchain.Contest;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.LockedSpend;
import org.elastos.smartweb.chain.mainchain.SourceFailure;
import org.elastos.smartweb.chain.mainchain.WatchedDeposit;

/// The one way by which blocks come into the store: through all rules. Blocks that hold are stored
/// together, in one step, up to the first that does not. Remembers what each source showed last,
/// for depth makes nothing final before all of them agree. Thread-safe; one source at a time.
public final class BlockIntake {
  private static final int ATTEMPTS = 5;

  private final Rules rules;
  private final ReentrantLock turn = new ReentrantLock(true);

  /// @param store has begun
  public BlockIntake(
      ElaNetwork network, HeaderStore store, ChainPolicy policy, InstantSource clock) {
    this.rules =
        new Rules(
            network,
            store,
            policy,
            clock,
            new HeaderChain(network, policy.deepest()),
            new Agreement(),
            new LockedOutputs(network),
            new WatchedDeposits(network, policy.watched()));
  }

  /// What every look at a source needs.
  record Rules(
      ElaNetwork network,
      HeaderStore store,
      ChainPolicy policy,
      InstantSource clock,
      HeaderChain chain,
      Agreement agreement,
      LockedOutputs locked,
      WatchedDeposits deposits) {}

  /// What came of a source's blocks.
  ///
  /// @param fresh how many blocks were new
  /// @param last the last of them that is verified now; internal order
  /// @param failure why the rest was not taken, or why the source is not followed
  /// @param contest what they contradict, if this source was the first to show it
  /// @param spends of what is locked for side chains, in the new blocks
  /// @param deposits to watched program hashes, in the new blocks
  public record Taken(
      int fresh,
      Optional<Hash256> last,
      Optional<SourceFailure> failure,
      Optional<Contest> contest,
      List<LockedSpend> spends,
      List<WatchedDeposit> deposits) {
    static final Taken NOTHING =
        new Taken(0, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

    /// Keeps copies.
    public Taken {
      spends = List.copyOf(spends);
      deposits = List.copyOf(deposits);
    }
  }

  /// Sources that are asked from now on: none becomes final by depth before each has shown it.
  public void expect(Collection<String> sources) {
    sources.forEach(rules.agreement::expect);
  }

  /// A source that is asked no more.
  public void forget(String source) {
    rules.agreement.forget(source);
  }

  /// The newest block that holds of those that a source showed.
  public Optional<Hash256> shownBy(String source) {
    return rules.agreement.of(source);
  }

  /// Judges the blocks of a source, in order, and stores those that hold.
  ///
  /// @param claimedHeight how far the source says that its chain goes
  public Taken take(String source, List<DposBlock> blocks, Optional<Long> claimedHeight) {
    rules.agreement.expect(source);
    if (blocks.isEmpty()) {
      return Taken.NOTHING;
    }
    turn.lock();
    try {
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        IntakeLook look = new IntakeLook(rules, source, blocks);
        Taken taken = look.judge(claimedHeight);
        if (look.stored()) {
          return taken;
        }
      }
      return Taken.NOTHING;
    } finally {
      turn.unlock();
    }
  }
}
