// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.mainchain.BlockChange;
import org.elastos.smartweb.chain.mainchain.ChainCommit;
import org.elastos.smartweb.chain.mainchain.ChainEvent;
import org.elastos.smartweb.chain.mainchain.ChainOrigin;
import org.elastos.smartweb.chain.mainchain.Contest;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.KeptTransaction;
import org.elastos.smartweb.chain.mainchain.LockedSpend;
import org.elastos.smartweb.chain.mainchain.MainchainException;
import org.elastos.smartweb.chain.mainchain.OutputId;
import org.elastos.smartweb.chain.mainchain.Rebase;
import org.elastos.smartweb.chain.mainchain.Settlement;
import org.elastos.smartweb.chain.mainchain.StoredBlock;
import org.elastos.smartweb.chain.mainchain.WatchedOutput;

/// A header store in memory, for tests. Thread-safe.
public final class InMemoryHeaderStore implements HeaderStore {
  private final Map<Hash256, ChainPoint> points = new HashMap<>();
  private final Map<Hash256, StoredBlock> blocks = new HashMap<>();
  private final Map<Hash256, List<KeptTransaction>> transactions = new HashMap<>();
  private final Map<OutputId, WatchedOutput> outputs = new HashMap<>();
  private final Set<Hash256> rejected = new HashSet<>();
  private final List<LockedSpend> spends = new ArrayList<>();
  private final Set<LockedSpend> acknowledged = new HashSet<>();
  private final TreeMap<Long, Hash256> bestChain = new TreeMap<>();
  private final List<ChainEvent> events = new ArrayList<>();
  private Optional<ChainOrigin> origin = Optional.empty();
  private Optional<Contest> contest = Optional.empty();
  private long finalHeight;

  @Override
  public synchronized Optional<ChainOrigin> origin() {
    return origin;
  }

  @Override
  public synchronized void begin(ChainOrigin first) {
    if (origin.isPresent()) {
      if (!origin.get().equals(first)) {
        throw new MainchainException("origin_differs", "another origin", Map.of());
      }
      return;
    }
    ChainPoint point = first.point();
    origin = Optional.of(first);
    points.put(point.hash(), point);
    blocks.put(
        point.hash(),
        new StoredBlock(
            point.hash(),
            point.height(),
            point.previous(),
            Optional.empty(),
            Optional.empty(),
            true));
    bestChain.put(point.height(), point.hash());
    finalHeight = point.height();
  }

  @Override
  public synchronized ChainPoint best() {
    if (bestChain.isEmpty()) {
      throw new IllegalStateException("the chain has not begun");
    }
    return points.get(bestChain.lastEntry().getValue());
  }

  @Override
  public synchronized Optional<ChainPoint> point(Hash256 hash) {
    return Optional.ofNullable(points.get(hash));
  }

  @Override
  public synchronized Optional<Hash256> bestAt(long height) {
    return Optional.ofNullable(bestChain.get(height));
  }

  @Override
  public synchronized Optional<StoredBlock> block(Hash256 hash) {
    return Optional.ofNullable(blocks.get(hash))
        .map(block -> withBest(block, hash.equals(bestChain.get(block.height()))));
  }

  @Override
  public synchronized long finalHeight() {
    best();
    return finalHeight;
  }

  @Override
  public synchronized boolean apply(ChainCommit commit) {
    if (!best().hash().equals(commit.basis())
        || finalHeight != commit.settled()
        || commit.changes().stream()
            .anyMatch(change -> rejected.contains(change.point().previous()))) {
      return false;
    }
    for (BlockChange change : commit.changes()) {
      put(change);
      for (Hash256 dropped : change.dropped()) {
        move(dropped, false);
      }
      for (Hash256 adopted : change.adopted()) {
        move(adopted, true);
      }
    }
    finalHeight = Math.max(finalHeight, commit.finalHeight());
    contest = commit.contest().or(() -> contest);
    return true;
  }

  @Override
  public synchronized Set<Hash256> storedAmong(Set<Hash256> some) {
    Set<Hash256> stored = new HashSet<>(some);
    stored.retainAll(blocks.keySet());
    return stored;
  }

  @Override
  public synchronized Optional<Contest> contest() {
    return contest;
  }

  @Override
  public synchronized boolean settle(Settlement decision) {
    if (!best().hash().equals(decision.basis())) {
      return false;
    }
    decision.dropped().forEach(block -> move(block, false));
    decision.adopted().forEach(block -> move(block, true));
    reject(decision.rejected());
    finalHeight = decision.finalHeight();
    contest = Optional.empty();
    return true;
  }

  private void reject(Hash256 first) {
    rejected.add(first);
    points.remove(first);
    blocks.values().stream()
        .filter(block -> block.previous().equals(first))
        .map(StoredBlock::hash)
        .filter(block -> !bestChain.containsValue(block) && !rejected.contains(block))
        .toList()
        .forEach(this::reject);
  }

  @Override
  public synchronized Set<Hash256> rejectedAmong(Set<Hash256> some) {
    Set<Hash256> among = new HashSet<>(some);
    among.retainAll(rejected);
    return among;
  }

  @Override
  public synchronized boolean rebase(Rebase rebase) {
    if (!best().hash().equals(rebase.basis())) {
      return false;
    }
    rebase.dropped().forEach(block -> move(block, false));
    Set<Hash256> kept = Set.copyOf(bestChain.values());
    points.keySet().retainAll(kept);
    blocks.keySet().retainAll(kept);
    transactions.keySet().retainAll(kept);
    rejected.clear();
    ChainPoint point = rebase.origin().point();
    if (!kept.contains(point.hash())) {
      blocks.put(
          point.hash(),
          new StoredBlock(
              point.hash(),
              point.height(),
              point.previous(),
              Optional.empty(),
              Optional.empty(),
              true));
      move(point.hash(), true);
    }
    points.put(point.hash(), point);
    origin = Optional.of(rebase.origin());
    finalHeight = point.height();
    contest = Optional.empty();
    return true;
  }

  @Override
  public synchronized List<LockedSpend> refusedSpends(int most) {
    return spends.stream()
        .filter(spend -> bestChain.containsValue(spend.block()) && !acknowledged.contains(spend))
        .sorted(Comparator.comparingLong(LockedSpend::height).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public synchronized int acknowledgeSpends() {
    List<LockedSpend> open = refusedSpends(Integer.MAX_VALUE);
    acknowledged.addAll(open);
    return open.size();
  }

  @Override
  public synchronized List<ChainEvent> eventsAfter(long number, int most) {
    return events.stream().filter(event -> event.number() > number).limit(most).toList();
  }

  @Override
  public synchronized List<KeptTransaction> transactionsIn(Hash256 block) {
    return transactions.getOrDefault(block, List.of());
  }

  @Override
  public synchronized Optional<KeptTransaction> transaction(Hash256 txid) {
    return bestChain.values().stream()
        .flatMap(block -> transactionsIn(block).stream())
        .filter(kept -> kept.txid().equals(txid))
        .findFirst();
  }

  @Override
  public synchronized Map<OutputId, WatchedOutput> watchedAmong(Set<OutputId> some) {
    Map<OutputId, WatchedOutput> watched = new HashMap<>(outputs);
    watched.keySet().retainAll(some);
    return watched;
  }

  @Override
  public synchronized void forgetBelow(long height) {
    for (StoredBlock block : List.copyOf(blocks.values())) {
      boolean best = block.hash().equals(bestChain.get(block.height()));
      if (block.height() >= height) {
        continue;
      }
      points.remove(block.hash());
      if (best) {
        blocks.put(
            block.hash(),
            new StoredBlock(
                block.hash(),
                block.height(),
                block.previous(),
                block.header(),
                Optional.empty(),
                true));
      } else {
        blocks.remove(block.hash());
        transactions.remove(block.hash());
      }
    }
  }

  private void put(BlockChange change) {
    ChainPoint point = change.point();
    points.put(point.hash(), point);
    blocks.put(
        point.hash(),
        new StoredBlock(
            point.hash(),
            point.height(),
            point.previous(),
            Optional.of(change.header()),
            change.confirm(),
            false));
    transactions.put(point.hash(), change.watched().transactions());
    outputs.putAll(change.watched().outputs());
    spends.addAll(change.watched().refused());
  }

  private void move(Hash256 hash, boolean joins) {
    long height = blocks.get(hash).height();
    if (joins) {
      bestChain.put(height, hash);
    } else {
      bestChain.remove(height);
    }
    events.add(new ChainEvent(events.size() + 1L, joins, height, hash));
  }

  private static StoredBlock withBest(StoredBlock block, boolean best) {
    return new StoredBlock(
        block.hash(), block.height(), block.previous(), block.header(), block.confirm(), best);
  }
}
