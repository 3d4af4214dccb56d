// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.license;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// A chain in memory that knows prepared answers to calls, at its final block only.
public final class PinnedChain implements EvmChain {
  private static final ChainId ID = new ChainId(31_337);
  private static final BlockRef FINAL =
      new BlockRef(ID, 7, Hash256.ZERO, Instant.parse("2026-11-23T00:00:00Z"));

  private final Map<EvmCall, Bytes> answers = new HashMap<>();
  private Optional<Reading.Code> failure = Optional.empty();

  /// Prepares an answer.
  public void answer(EvmCall call, Bytes returned) {
    answers.put(call, returned);
  }

  /// From now on no reading succeeds.
  public void fail(Reading.Code code) {
    failure = Optional.of(code);
  }

  @Override
  public ChainId id() {
    return ID;
  }

  @Override
  public boolean independent() {
    return false;
  }

  @Override
  public Reading<Heads> heads() {
    BlockRef newest = new BlockRef(ID, 9, Hash256.ZERO, FINAL.time().plusSeconds(2));
    return failure.isPresent()
        ? new Reading.Unknown<>(failure.get(), List.of())
        : new Reading.Agreed<>(new Heads(newest, FINAL), newest);
  }

  @Override
  public Reading<Bytes> call(EvmCall call, BlockRef at) {
    if (!at.equals(FINAL)) {
      throw new AssertionError("only the final block may be asked");
    }
    return new Reading.Agreed<>(answers.getOrDefault(call, Bytes.EMPTY), at);
  }

  @Override
  public Reading<BigInteger> balance(EvmAddress account, BlockRef at) {
    throw new AssertionError("not asked here");
  }

  @Override
  public Reading<Bytes> code(EvmAddress account, BlockRef at) {
    throw new AssertionError("not asked here");
  }

  @Override
  public Reading<List<EvmLog>> logs(LogFilter filter) {
    throw new AssertionError("not asked here");
  }

  @Override
  public Reading<Optional<TxReceipt>> receipt(TxHash transaction) {
    throw new AssertionError("not asked here");
  }

  @Override
  public Reading<BlockRef> block(long number) {
    throw new AssertionError("not asked here");
  }
}
