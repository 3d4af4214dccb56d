// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.LogFilter;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;
import org.web3j.crypto.Hash;

/// A chain in memory that mines, forgets and reorganises when it is told to. A transaction makes
/// its receiver emit one event with the call data; events may also be written into the next block
/// as they are. Thread-safe.
public final class InMemoryEvm implements LogFeed, SenderGateway {
  /// Its number.
  public static final ChainId CHAIN = new ChainId(31337);

  private static final BigInteger GWEI = BigInteger.TEN.pow(9);

  private final List<InMemoryBlock> blocks = new ArrayList<>();
  private final Map<TxHash, InMemoryTx> pool = new LinkedHashMap<>();
  private final Map<Bytes, InMemoryTx> read = new HashMap<>();
  private final List<UnaryOperator<EvmLog>> emissions = new ArrayList<>();
  private final int depth;
  private final EvmAddress sender;
  private final List<ChainAlarm.Kind> alarms = new ArrayList<>();
  private long salt;
  private long finalized;
  private int mostLogs = Integer.MAX_VALUE;
  private BigInteger leastPrice = BigInteger.ZERO;
  private BigInteger owned = BigInteger.TEN.pow(24);
  private boolean indexed = true;

  /// @param depth how many blocks below the newest one is final
  public InMemoryEvm(int depth) {
    this(depth, EvmAddress.ZERO);
  }

  /// @param sender the only account whose transactions it takes
  InMemoryEvm(int depth, EvmAddress sender) {
    this.depth = depth;
    this.sender = sender;
    append(List.of());
  }

  /// Makes a block of everything that can be included.
  public synchronized void mine() {
    mine(_ -> true);
  }

  /// Makes a block of what can be included and is let through.
  synchronized void mine(Predicate<TxHash> included) {
    List<InMemoryTx> txs = new ArrayList<>();
    boolean more = true;
    while (more) {
      more = false;
      List<InMemoryTx> waiting =
          pool.values().stream()
              .filter(tx -> included.test(tx.hash()) && tx.price().compareTo(leastPrice) >= 0)
              .sorted(Comparator.comparing(InMemoryTx::price).reversed())
              .toList();
      for (InMemoryTx tx : waiting) {
        long used = txs.stream().filter(one -> one.from().equals(tx.from())).count();
        if (tx.nonce() == nonce(tx.from(), blocks.size() - 1) + used) {
          txs.add(tx);
          more = true;
        }
      }
    }
    append(txs);
  }

  /// Lets a contract emit an event in the next block. `place` fills in where it stands.
  public synchronized void emit(EvmAddress contract, List<Hash256> topics, Bytes data) {
    emissions.add(place ->
        new EvmLog(
            contract,
            topics,
            data,
            place.blockNumber(),
            place.blockHash(),
            place.transaction(),
            place.logIndex()));
  }

  /// Takes this many blocks off, never a final one, and puts one more on, empty but for what
  /// `included` lets through. Their transactions wait again.
  public synchronized void reorganise(int wanted, Predicate<TxHash> included) {
    int many = (int) Math.min(wanted, blocks.size() - 1 - finalized);
    for (int i = 0; i < many; i++) {
      blocks.removeLast().txs().forEach(tx -> pool.put(tx.hash(), tx));
    }
    for (int i = 0; i <= many; i++) {
      mine(included);
    }
  }

  /// Exchanges the last blocks for as many empty ones, also final ones, which no chain should do.
  public synchronized void exchange(int many) {
    blocks.subList(blocks.size() - many, blocks.size()).clear();
    for (int i = 0; i < many; i++) {
      append(List.of());
    }
  }

  /// Drops all waiting transactions, as nodes do when they restart.
  synchronized void forget() {
    pool.clear();
  }

  /// Includes nothing that offers less.
  synchronized void demand(BigInteger price) {
    leastPrice = price;
  }

  /// Lets the account own this much, and refuses what costs more.
  synchronized void own(BigInteger amount) {
    owned = amount;
  }

  /// Has no receipts any more, as nodes that lag behind or prune.
  synchronized void loseReceipts() {
    indexed = false;
  }

  /// Answers with at most so many events.
  public synchronized void answerAtMost(int logs) {
    mostLogs = logs;
  }

  /// All events of the chain as it stands.
  public synchronized List<EvmLog> standing() {
    return blocks.stream().flatMap(block -> block.logs().stream()).toList();
  }

  /// What was raised.
  public synchronized List<ChainAlarm.Kind> alarms() {
    return List.copyOf(alarms);
  }

  /// The height of the newest block.
  public synchronized long height() {
    return blocks.size() - 1L;
  }

  @Override
  public ChainId chain() {
    return CHAIN;
  }

  @Override
  public synchronized Reading<Heads> heads() {
    BlockRef newest = blocks.getLast().ref();
    return agreed(new Heads(newest, blocks.get((int) finalized).ref()));
  }

  @Override
  public synchronized Reading<List<LinkedBlock>> blocks(List<Long> numbers) {
    if (numbers.getLast() >= blocks.size()) {
      return new Reading.Unknown<>(Reading.Code.SOURCES_UNAVAILABLE, List.of());
    }
    return agreed(numbers.stream().map(number -> blocks.get(number.intValue()).link()).toList());
  }

  @Override
  public synchronized LogReading logs(LogFilter filter, BlockRef end) {
    if (end.number() >= blocks.size() || !blocks.get((int) end.number()).ref().equals(end)) {
      return new LogReading.Unknown("sources_unavailable");
    }
    List<InMemoryBlock> range =
        blocks.subList((int) filter.fromBlock(), (int) filter.toBlock() + 1);
    List<EvmLog> found = InMemoryBlock.chosen(LogSelection.of(filter), range);
    return found.size() > mostLogs ? new LogReading.TooMany() : new LogReading.Found(found);
  }

  @Override
  public synchronized LogReading logs(LogSelection selection, List<BlockRef> wanted) {
    List<InMemoryBlock> there = new ArrayList<>();
    for (BlockRef ref : wanted) {
      if (ref.number() >= blocks.size() || !blocks.get((int) ref.number()).ref().equals(ref)) {
        return new LogReading.Unknown("sources_unavailable");
      }
      there.add(blocks.get((int) ref.number()));
    }
    return new LogReading.Found(InMemoryBlock.chosen(selection, there));
  }

  @Override
  public synchronized void raise(ChainAlarm.Kind kind, String question) {
    alarms.add(kind);
  }

  @Override
  public Reading<Plan> plan(EvmAddress from, EvmTransaction transaction) {
    return nonces(from).map(nonces -> new Plan(nonces, owned, 50_000, Optional.of(GWEI), GWEI));
  }

  @Override
  public synchronized Reading<Nonces> nonces(EvmAddress account) {
    return agreed(new Nonces(nonce(account, blocks.size() - 1), nonce(account, (int) finalized)));
  }

  @Override
  public synchronized Reading<Prices> prices() {
    return agreed(new Prices(Optional.of(GWEI), GWEI));
  }

  @Override
  public synchronized Reach broadcast(Bytes signed) {
    InMemoryTx tx = read.computeIfAbsent(signed, bytes -> InMemoryTx.of(bytes, sender));
    if (tx.cost().compareTo(owned) > 0) {
      return Reach.FEW;
    }
    if (tx.nonce() >= nonce(tx.from(), blocks.size() - 1)) {
      pool.put(tx.hash(), tx);
    }
    return Reach.QUORUM;
  }

  @Override
  public synchronized Reading<Optional<TxReceipt>> receipt(TxHash transaction) {
    for (InMemoryBlock block : blocks) {
      for (InMemoryTx tx : block.txs()) {
        if (indexed && tx.hash().equals(transaction)) {
          return agreed(
              Optional.of(
                  new TxReceipt(
                      transaction, block.ref(), true, List.of(), 1, GWEI, Optional.empty())));
        }
      }
    }
    return agreed(Optional.empty());
  }

  @Override
  public Reading<Optional<TxReceipt>> finalReceipt(TxHash transaction) {
    return receipt(transaction);
  }

  @Override
  public synchronized Reading<BigInteger> balance(EvmAddress account) {
    return agreed(owned);
  }

  @Override
  public synchronized Reading<TxHash> finalUser(EvmAddress account, long nonce) {
    return blocks.subList(0, (int) finalized + 1).stream()
        .flatMap(block -> block.txs().stream())
        .filter(tx -> tx.from().equals(account) && tx.nonce() == nonce)
        .findFirst()
        .map(tx -> agreed(tx.hash()))
        .orElseGet(() -> new Reading.Unknown<>(Reading.Code.SOURCES_UNAVAILABLE, List.of()));
  }

  @Override
  public Duration pollInterval() {
    return Duration.ofMillis(1);
  }

  private <T> Reading<T> agreed(T value) {
    return new Reading.Agreed<>(value, blocks.getLast().ref());
  }

  private long nonce(EvmAddress account, int upTo) {
    return blocks.subList(0, upTo + 1).stream()
        .flatMap(block -> block.txs().stream())
        .filter(tx -> tx.from().equals(account))
        .count();
  }

  private void append(List<InMemoryTx> txs) {
    int number = blocks.size();
    Hash256 parent = blocks.isEmpty() ? Hash256.ZERO : blocks.getLast().ref().hash();
    byte[] seed =
        ByteBuffer.allocate(48).put(parent.bytes()).putLong(number).putLong(salt++).array();
    Hash256 hash = Hash256.of(Hash.sha3(seed));
    BlockRef ref =
        new BlockRef(CHAIN, number, hash, Instant.ofEpochSecond(1_700_000_000L + number));
    List<EvmLog> logs = new ArrayList<>();
    for (InMemoryTx tx : txs) {
      pool.remove(tx.hash());
      logs.add(
          new EvmLog(
              tx.to(), List.of(topic(tx.data())), tx.data(), number, hash, tx.hash(), logs.size()));
    }
    EvmAddress nobody = EvmAddress.ZERO;
    for (UnaryOperator<EvmLog> emission : emissions) {
      logs.add(
          emission.apply(
              new EvmLog(
                  nobody, List.of(), Bytes.EMPTY, number, hash, new TxHash(hash), logs.size())));
    }
    emissions.clear();
    blocks.add(
        new InMemoryBlock(new LinkedBlock(ref, parent), List.copyOf(txs), List.copyOf(logs)));
    finalized = Math.max(finalized, blocks.size() - 1L - depth);
  }

  private static Hash256 topic(Bytes data) {
    return Hash256.of(Hash.sha3(data.bytes()));
  }
}
