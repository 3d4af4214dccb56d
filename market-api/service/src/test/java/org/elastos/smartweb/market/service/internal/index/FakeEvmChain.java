// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.index;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmCall;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.LogFilter;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.market.ChannelEvent;
import org.elastos.smartweb.market.Samples;
import org.elastos.smartweb.market.service.internal.store.EventLogs;

/// A chain in memory that grows, forks, falls silent and moves while it is read, as a test wants.
/// Thread-safe.
public final class FakeEvmChain implements EvmChain {
  private final RandomGenerator random;
  private final List<Block> blocks = new ArrayList<>();
  private long finalized;
  private boolean silent;
  private Optional<Runnable> beforeLogs = Optional.empty();
  private final List<LogFilter> asked = new ArrayList<>();

  private record Block(Hash256 hash, List<EvmLog> logs) {}

  public FakeEvmChain(RandomGenerator random) {
    this.random = random;
    blocks.add(new Block(randomHash(), List.of()));
  }

  /// Replaces everything above `keep` by blocks up to `to` with these events.
  public synchronized void fork(long keep, long to, List<? extends ChannelEvent> events) {
    forkLogs(keep, to, events.stream().map(EventLogs::log).toList());
  }

  public synchronized void forkLogs(long keep, long to, List<EvmLog> logs) {
    blocks.subList((int) keep + 1, blocks.size()).clear();
    for (long number = keep + 1; number <= to; number++) {
      long height = number;
      List<EvmLog> here = logs.stream().filter(log -> log.blockNumber() == height).toList();
      blocks.add(new Block(here.isEmpty() ? randomHash() : here.getFirst().blockHash(), here));
    }
  }

  public synchronized void finalizeTo(long number) {
    finalized = number;
  }

  public synchronized void silence(boolean now) {
    silent = now;
  }

  /// Runs once, right before events are read.
  public synchronized void beforeNextLogs(Runnable moves) {
    beforeLogs = Optional.of(moves);
  }

  public synchronized long newest() {
    return blocks.size() - 1L;
  }

  public synchronized List<LogFilter> asked() {
    return List.copyOf(asked);
  }

  @Override
  public ChainId id() {
    return Samples.CHAIN;
  }

  @Override
  public boolean independent() {
    return false;
  }

  @Override
  public synchronized Reading<Heads> heads() {
    return answer(new Heads(at(newest()), at(Math.min(finalized, newest()))));
  }

  @Override
  public synchronized Reading<BlockRef> block(long number) {
    return number > newest() ? unknown() : answer(at(number));
  }

  @Override
  public synchronized Reading<List<EvmLog>> logs(LogFilter filter) {
    Optional<Runnable> moves = beforeLogs;
    beforeLogs = Optional.empty();
    moves.ifPresent(Runnable::run);
    asked.add(filter);
    List<EvmLog> found = new ArrayList<>();
    for (long n = filter.fromBlock(); n <= Math.min(newest(), filter.toBlock()); n++) {
      blocks.get((int) n).logs().stream()
          .filter(log -> filter.contracts().contains(log.address()))
          .filter(log -> filter.firstTopics().contains(log.topics().getFirst()))
          .forEach(found::add);
    }
    return answer(List.copyOf(found));
  }

  @Override
  public Reading<Bytes> call(EvmCall call, BlockRef at) {
    return unknown();
  }

  @Override
  public Reading<BigInteger> balance(EvmAddress account, BlockRef at) {
    return unknown();
  }

  @Override
  public Reading<Bytes> code(EvmAddress account, BlockRef at) {
    return unknown();
  }

  @Override
  public Reading<Optional<TxReceipt>> receipt(TxHash transaction) {
    return unknown();
  }

  private <T> Reading<T> answer(T value) {
    return silent ? unknown() : new Reading.Agreed<>(value, at(newest()));
  }

  private <T> Reading<T> unknown() {
    return new Reading.Unknown<>(Reading.Code.SOURCES_UNAVAILABLE, List.of());
  }

  private BlockRef at(long number) {
    return new BlockRef(
        Samples.CHAIN,
        number,
        blocks.get((int) number).hash(),
        Instant.ofEpochSecond(1_800_000_000L + number));
  }

  private Hash256 randomHash() {
    byte[] raw = new byte[Hash256.BYTES];
    random.nextBytes(raw);
    return Hash256.of(raw);
  }
}
