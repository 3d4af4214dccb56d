// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.rules.Claims;
import org.elastos.smartweb.chain.devnet.ela.rules.Consensus;
import org.elastos.smartweb.chain.devnet.ela.rules.DevRules;
import org.elastos.smartweb.chain.devnet.ela.rules.Flaw;
import org.elastos.smartweb.chain.ela.AuxPow;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;

/// A development chain: blocks, waiting transactions, keys and disk behind one lock. What it
/// reports is on disk. Thread-safe. A development tool: its arbiters sign whatever it mines.
public final class DevChain implements AutoCloseable {
  private static final int MOST_CANDIDATES = 32;
  private static final int MOST_BLOCKS_AT_ONCE = 2_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final DevHome home;
  private final InstantSource clock;
  private final Core core;
  private final Wallet wallet;
  private final Map<Hash256, Candidate> candidates = new LinkedHashMap<>();
  private final List<ChainListener> listeners = new CopyOnWriteArrayList<>();

  private DevChain(DevHome home, InstantSource clock) {
    this.home = home;
    this.clock = clock;
    this.core = new Core(home);
    this.wallet = new Wallet(home.keys(), home.random());
  }

  /// Opens the chain in a directory, or begins one there.
  ///
  /// @throws org.elastos.smartweb.chain.devnet.DevnetException when the directory holds another
  ///   chain, is in use or damaged
  public static DevChain open(
      Path directory, DevRules rules, InstantSource clock, SecureRandom random) {
    return new DevChain(DevHome.open(directory, rules, random), clock);
  }

  /// The constants.
  public DevRules rules() {
    return home.rules();
  }

  /// The keys.
  public DevKeys keys() {
    return home.keys();
  }

  /// The wallet.
  public Wallet wallet() {
    return wallet;
  }

  /// Tells somebody of news from now on.
  public void listen(ChainListener listener) {
    listeners.add(listener);
  }

  /// Tells somebody no more.
  public void unlisten(ChainListener listener) {
    listeners.remove(listener);
  }

  /// The height of the tip.
  public long height() {
    return locked(() -> core.chain().height());
  }

  /// The hash at a height of the active chain.
  public Optional<Hash256> hashAt(long height) {
    return locked(() ->
        height < 0 || height > core.chain().height()
            ? Optional.empty()
            : Optional.of(core.chain().entry(height).hash()));
  }

  /// The height of a block, if it is in the active chain.
  public Optional<Long> heightOf(Hash256 hash) {
    return locked(() -> core.chain().heightOf(hash));
  }

  /// A block that is or was in the active chain.
  public Optional<DposBlock> block(Hash256 hash) {
    return locked(() -> core.find(hash));
  }

  /// Who confirms the next block.
  public Consensus consensus() {
    return locked(() -> core.chain().next());
  }

  /// A transaction of the active chain.
  public Optional<ElaTransaction> transaction(Hash256 txid) {
    return locked(() -> core.chain().transaction(txid));
  }

  /// Where a transaction stands.
  public Optional<Place> place(Hash256 txid) {
    return locked(() ->
        core.chain()
            .ledger()
            .place(txid)
            .map(place -> {
              ChainState.Entry entry = core.chain().entry(place.height());
              return new Place(entry.hash(), place.height(), entry.timestamp());
            }));
  }

  /// Whether a withdrawal was paid or a deposit given back, in the chain or by what waits.
  public boolean claimed(Claims claim) {
    return locked(() -> core.chain().ledger().holds(claim) || core.mempool().claimed(claim));
  }

  /// What belongs to an owner, oldest first.
  public List<Unspent> unspent(ProgramHash owner) {
    return locked(() -> {
      List<Unspent> found = new ArrayList<>();
      long next = core.chain().height() + 1;
      for (Ledger.Unspent each : core.chain().ledger().unspent(owner)) {
        long age = next - each.coin().height();
        boolean mature = !each.coin().coinbase() || age >= rules().money().maturity();
        boolean claimed = core.mempool().claimed(new Claims.Output(each.at()));
        found.add(new Unspent(each.at(), each.coin(), mature, claimed));
      }
      return found;
    });
  }

  /// What waits for a block, oldest first.
  public List<ElaTransaction> waiting() {
    return locked(() -> core.mempool().all());
  }

  /// A waiting transaction.
  public Optional<ElaTransaction> waiting(Hash256 txid) {
    return locked(() -> core.mempool().get(txid));
  }

  /// Hashes of the active chain above the first known one of a locator, at most so many, up to a
  /// last one; from the first block where none is known.
  public List<Hash256> above(List<Hash256> locator, Hash256 last, int most) {
    return locked(() -> {
      ChainState chain = core.chain();
      long from =
          locator.stream().flatMap(hash -> chain.heightOf(hash).stream()).findFirst().orElse(0L);
      List<Hash256> found = new ArrayList<>();
      for (long at = from + 1; at <= chain.height() && found.size() < most; at++) {
        found.add(chain.entry(at).hash());
        if (found.getLast().equals(last)) {
          break;
        }
      }
      return found;
    });
  }

  /// Takes a transaction for one of the next blocks, unless something is wrong with it.
  public Optional<Flaw> submit(ElaTransaction transaction) {
    Optional<Flaw> flaw = locked(() -> core.mempool().add(transaction, core.chain()));
    if (flaw.isEmpty()) {
      listeners.forEach(listener -> listener.waiting(transaction));
    }
    return flaw;
  }

  /// A block for a merge miner to work on; good until the tip changes.
  public Candidate candidate(ProgramHash payTo) {
    return locked(() -> {
      Candidate candidate = core.candidate(payTo, List.of(), now());
      candidates.put(candidate.hash(), candidate);
      if (candidates.size() > MOST_CANDIDATES) {
        candidates.remove(candidates.keySet().iterator().next());
      }
      return candidate;
    });
  }

  /// Takes a merge miner's proof for a candidate.
  public Optional<Flaw> submitWork(Hash256 block, AuxPow proof) {
    return changing(() -> {
      Candidate candidate = candidates.get(block);
      return candidate == null
          ? Flaw.of("unknown_candidate", block)
          : core.submit(core.complete(candidate, proof), now());
    });
  }

  /// Takes a block that was mined elsewhere. Its branch wins when it has more work and no confirmed
  /// block has to go for it.
  public Optional<Flaw> submitBlock(DposBlock block) {
    return changing(() -> core.submit(block, now()));
  }

  /// Mines so many blocks for the wallet.
  ///
  /// @return their hashes, lowest first
  public List<Hash256> mine(int count) {
    Objects.checkIndex(count - 1, MOST_BLOCKS_AT_ONCE);
    return changing(() -> core.grow(core.chain().height(), count, List.of(), now()));
  }

  /// Replaces so many blocks by one more, whether or not they are confirmed: what an attack with
  /// most of the work, and arbiters that help it, would do.
  ///
  /// @return the new blocks, lowest first; none when there are not so many to replace
  public List<Hash256> reorganize(int depth) {
    Objects.checkIndex(depth - 1, MOST_BLOCKS_AT_ONCE);
    return changing(() -> {
      boolean possible = core.chain().height() > depth && core.chain().canUndo(depth);
      return possible
          ? core.grow(core.chain().height() - depth, depth + 1, List.of(), now())
          : List.of();
    });
  }

  /// Mines a block that announces the next set of arbiters; none when one is announced already or
  /// blocks go without confirm.
  public List<Hash256> rotate() {
    return changing(() -> {
      Consensus next = core.chain().next();
      long height = core.chain().height() + 1;
      return next.byWork() || next.next().isPresent()
          ? List.of()
          : core.grow(height - 1, 1, List.of(core.confirms().nextTurn(height, next)), now());
    });
  }

  /// Mines the block from which on blocks go without confirm, or the one that decides their return;
  /// none where that is so already.
  public List<Hash256> powMode(boolean on) {
    return changing(() -> {
      Consensus next = core.chain().next();
      long height = core.chain().height() + 1;
      boolean changes = on ? !next.byWork() : next.byWork() && next.resumesAfter() == 0;
      ElaTransaction asked = on ? Confirms.revertToPow(height) : core.confirms().revertToDpos(next);
      return changes ? core.grow(height - 1, 1, List.of(asked), now()) : List.of();
    });
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  private <T> T changing(Supplier<T> step) {
    Hash256 before;
    Hash256 after;
    T result;
    lock.lock();
    try {
      before = core.chain().tip().hash();
      result = step.get();
      after = core.chain().tip().hash();
      if (!after.equals(before)) {
        candidates.clear();
      }
    } finally {
      lock.unlock();
    }
    if (!after.equals(before)) {
      listeners.forEach(listener -> listener.tip(after));
    }
    return result;
  }

  private <T> T locked(Supplier<T> question) {
    lock.lock();
    try {
      return question.get();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    locked(() -> {
      core.close();
      return core;
    });
  }
}
