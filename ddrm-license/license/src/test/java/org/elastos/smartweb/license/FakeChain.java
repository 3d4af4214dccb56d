// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.ddrm.Condition;
import org.elastos.smartweb.threshold.EpochKeys;

/// A chain whose rights change at stated heights and whose sources can be made to fail. For tests.
public final class FakeChain implements RightsReader, RevocationReader, CommitteeView {
  private final ChainId chain;
  private final Map<Holding, Right> since = new HashMap<>();
  private final Set<Hash256> revoked = new HashSet<>();
  private Heads heads;
  private Optional<EpochKeys> active = Optional.empty();
  private Optional<Reading.Code> failure = Optional.empty();
  private Optional<Reading.Code> finalFailure = Optional.empty();

  private final Map<Question, Bytes> answers = new HashMap<>();
  private final Map<Long, Instant> locks = new HashMap<>();
  private int calls;

  private record Question(EvmAddress contract, Bytes data, long height) {}

  private record Holding(EditionId edition, EvmAddress holder, long height) {}

  /// The newest block is 100 and the final one 98.
  public FakeChain(ChainId chain, Instant time) {
    this.chain = chain;
    this.heads = new Heads(block(100, time), block(98, time));
  }

  private BlockRef block(long number, Instant time) {
    return new BlockRef(chain, number, Hash256.fromHex("%064x".formatted(number)), time);
  }

  /// From this height on the holder has this right, until the next change.
  public FakeChain right(EditionId edition, EvmAddress holder, long height, Right right) {
    since.put(new Holding(edition, holder, height), right);
    return this;
  }

  /// Every reading fails, or works again.
  public FakeChain failing(Optional<Reading.Code> code) {
    this.failure = code;
    return this;
  }

  /// Readings at the final block fail.
  public FakeChain failingAtFinal(Reading.Code code) {
    this.finalFailure = Optional.of(code);
    return this;
  }

  /// The board shows these keys as active.
  public FakeChain activate(EpochKeys keys) {
    this.active = Optional.of(keys);
    return this;
  }

  /// The board shows nothing active.
  public FakeChain deactivate() {
    this.active = Optional.empty();
    return this;
  }

  /// The wallet revoked this delegation.
  public FakeChain revoke(Hash256 delegation) {
    revoked.add(delegation);
    return this;
  }

  @Override
  public Reading<Heads> heads(ChainId asked) {
    return asked.equals(chain)
        ? reading(heads)
        : new Reading.Unknown<>(Reading.Code.SOURCES_UNAVAILABLE, List.of(), Bytes.EMPTY);
  }

  @Override
  public Reading<Right> right(Condition.HoldsEdition condition, EvmAddress holder, BlockRef at) {
    for (long height = at.number(); height >= 0; height--) {
      Right right = since.get(new Holding(condition.edition(), holder, height));
      if (right != null) {
        return reading(right, at);
      }
    }
    return reading(Right.NONE, at);
  }

  @Override
  public Reading<Optional<Instant>> lockedUntil(
      Condition.HoldsEdition edition, EvmAddress holder, BlockRef at) {
    return reading(
        locks.entrySet().stream()
            .filter(lock -> lock.getKey() <= at.number())
            .map(Map.Entry::getValue)
            .max(Comparator.naturalOrder()),
        at);
  }

  @Override
  public Reading<Optional<Bytes>> call(Condition.Contract contract, Bytes data, BlockRef at) {
    calls++;
    for (long height = at.number(); height >= 0; height--) {
      Bytes answer = answers.get(new Question(contract.address(), data, height));
      if (answer != null) {
        return reading(Optional.of(answer), at);
      }
    }
    return reading(Optional.empty(), at);
  }

  /// From this height on the contract answers this question so; others revert.
  public FakeChain answer(EvmAddress contract, Bytes data, long height, Bytes answer) {
    answers.put(new Question(contract, data, height), answer);
    return this;
  }

  /// From this height on every unit is locked until then.
  public FakeChain lock(long height, Instant until) {
    locks.put(height, until);
    return this;
  }

  /// How many calls were made.
  public int calls() {
    return calls;
  }

  /// Another block is the newest one.
  public FakeChain newest(long number, Instant time) {
    this.heads = new Heads(block(number, time), heads.finalized());
    return this;
  }

  /// What is read at this block.
  <T> Reading<T> reading(T value, BlockRef at) {
    return finalFailure.isPresent() && at.equals(heads.finalized())
        ? new Reading.Unknown<>(finalFailure.get(), List.of(), Bytes.EMPTY)
        : reading(value);
  }

  @Override
  public Reading<Boolean> isRevoked(Delegation delegation) {
    return reading(revoked.contains(delegation.hash()));
  }

  @Override
  public Reading<Optional<EpochKeys>> active() {
    return reading(active);
  }

  private <T> Reading<T> reading(T value) {
    return failure
        .<Reading<T>>map(code -> new Reading.Unknown<>(code, List.of(), Bytes.EMPTY))
        .orElseGet(() -> new Reading.Agreed<>(value, heads.newest()));
  }
}
