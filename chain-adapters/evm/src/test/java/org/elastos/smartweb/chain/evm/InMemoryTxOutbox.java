// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.elastos.smartweb.chain.TxHash;

/// An outbox in memory, for tests. Thread-safe.
public final class InMemoryTxOutbox implements TxOutbox {
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, List<Version>> later = new HashMap<>();
  private final Map<String, Long> stored = new HashMap<>();
  private final Map<Account, Long> settledBelow = new HashMap<>();

  @Override
  public synchronized Optional<Entry> find(Account account, String id) {
    return entries.stream()
        .filter(entry -> entry.account().equals(account) && entry.id().equals(id))
        .findFirst();
  }

  @Override
  public synchronized OptionalLong highestNonce(Account account) {
    return entries.stream()
        .filter(entry -> entry.account().equals(account))
        .mapToLong(Entry::nonce)
        .max();
  }

  @Override
  public synchronized AppendOutcome append(Entry entry) {
    Optional<Entry> earlier = find(entry.account(), entry.id());
    if (earlier.isPresent()) {
      return new AppendOutcome.IdTaken(earlier.get());
    }
    boolean taken =
        entries.stream()
            .anyMatch(
                other -> other.account().equals(entry.account()) && other.nonce() == entry.nonce());
    if (taken) {
      return new AppendOutcome.NonceTaken();
    }
    entries.add(entry);
    stored.put(key(entry), System.nanoTime());
    return new AppendOutcome.Stored();
  }

  @Override
  public synchronized List<Entry> unsettled(Account account) {
    return entries.stream()
        .filter(entry -> entry.account().equals(account))
        .filter(entry -> entry.nonce() >= settledBelow.getOrDefault(account, 0L))
        .sorted(Comparator.comparingLong(Entry::nonce))
        .toList();
  }

  @Override
  public synchronized Optional<Entry> find(Account account, TxHash version) {
    return entries.stream()
        .filter(entry -> entry.account().equals(account))
        .filter(entry -> versions(entry).stream().anyMatch(one -> one.hash().equals(version)))
        .findFirst();
  }

  @Override
  public synchronized List<Version> versions(Entry entry) {
    List<Version> all = new ArrayList<>();
    all.add(new Version(1, entry.hash(), entry.signed()));
    all.addAll(later.getOrDefault(key(entry), List.of()));
    return all;
  }

  @Override
  public synchronized boolean addVersion(Entry entry, Version version) {
    if (version.number() != versions(entry).size() + 1) {
      return false;
    }
    later.computeIfAbsent(key(entry), _ -> new ArrayList<>()).add(version);
    stored.put(key(entry), System.nanoTime());
    return true;
  }

  @Override
  public synchronized Duration age(Entry entry) {
    return Duration.ofNanos(System.nanoTime() - stored.get(key(entry)));
  }

  private static String key(Entry entry) {
    return entry.account() + "/" + entry.nonce();
  }

  @Override
  public synchronized void markBroadcast(Account account, long nonce) {
    entries.replaceAll(entry ->
        entry.account().equals(account) && entry.nonce() == nonce
            ? new Entry(
                account, entry.id(), nonce, entry.hash(), entry.request(), entry.signed(), true)
            : entry);
  }

  @Override
  public synchronized void settleBelow(Account account, long nonce) {
    settledBelow.merge(account, nonce, Math::max);
  }
}
