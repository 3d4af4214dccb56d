// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Readings;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.contracts.abi.AbiException;
import org.elastos.smartweb.contracts.abi.ContractQuery;

/// Reads contracts at the newest block that the sources agree on. Blocks; thread-safe.
final class Reads {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long PAUSE_NANOS = 50_000_000;

  private final EvmChain chain;

  Reads(EvmChain chain) {
    this.chain = chain;
  }

  /// The newest agreed block.
  BlockRef newest() {
    return Readings.required(chain.heads().map(Heads::newest));
  }

  /// The newest agreed block, once it is not below this height: what a transaction did there can be
  /// read at it.
  BlockRef newestFrom(long height) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    BlockRef newest = newest();
    while (newest.number() < height) {
      if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
        throw new CommandFailure(
            "chain_late",
            "the sources do not agree on a block that new yet",
            "check the chain's sources and try again",
            Map.of("wanted", height, "newest", newest.number()));
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      newest = newest();
    }
    return newest;
  }

  /// What a contract answers.
  <R> R ask(ContractQuery<R> question, EvmAddress contract, BlockRef at) {
    Bytes answer = Readings.required(chain.call(question.on(contract), at));
    try {
      return question.decodeResult(answer);
    } catch (AbiException e) {
      throw new CommandFailure(
          "no_such_contract",
          "the address does not answer like the contract that it should be",
          "check the addresses in the state directory's stack.json",
          Map.of("contract", contract.toString()));
    }
  }

  /// The code at an address; empty for a plain account.
  Bytes code(EvmAddress address, BlockRef at) {
    return Readings.required(chain.code(address, at));
  }
}
