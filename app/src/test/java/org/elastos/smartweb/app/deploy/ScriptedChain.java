// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.deploy;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.elastos.smartweb.chain.EvmCall;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.EvmSender;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.LogFilter;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.chain.evm.DeploymentPlan;

/// A chain with the common creator, on which transactions end as the test says.
final class ScriptedChain implements EvmChain {
  private record End(EvmSender.SettleOutcome outcome, Optional<EvmAddress> appears) {}

  private final ChainId id;
  private final Set<EvmAddress> standing = new HashSet<>(Set.of(DeploymentPlan.COMMON_CREATOR));
  private final Map<String, End> script = new HashMap<>();
  private final Map<TxHash, End> ended = new HashMap<>();
  private final List<String> sent = new ArrayList<>();

  ScriptedChain(ChainId id) {
    this.id = id;
  }

  void stands(EvmAddress address) {
    standing.add(address);
  }

  /// @param appears what somebody else puts there meanwhile
  void ends(String sendId, EvmSender.SettleOutcome outcome, EvmAddress... appears) {
    script.put(sendId, new End(outcome, List.of(appears).stream().findFirst()));
  }

  List<String> sent() {
    return sent;
  }

  Map<TxHash, ?> ended() {
    return ended;
  }

  TxReceipt receipt(long block, boolean succeeded) {
    return new TxReceipt(
        new TxHash(Hash256.fromUint(BigInteger.valueOf(100 + block))),
        at(block),
        succeeded,
        List.of(),
        21_000,
        BigInteger.ONE,
        Optional.empty());
  }

  EvmSender sender() {
    return new EvmSender() {
      @Override
      public EvmAddress account() {
        return EvmAddress.ZERO;
      }

      @Override
      public SendOutcome send(String sendId, EvmTransaction transaction) {
        End end = script.get(sendId);
        if (end == null) {
          return new SendOutcome.Refused("reverted", "it stands there", Bytes.EMPTY);
        }
        sent.add(sendId);
        TxHash hash = new TxHash(Hash256.fromUint(BigInteger.valueOf(sent.size())));
        ended.put(hash, end);
        return new SendOutcome.Sent(hash);
      }

      @Override
      public ConfirmOutcome confirm(TxHash transaction, Duration patience) {
        throw new AssertionError("a block that may vanish is not asked for");
      }

      @Override
      public SettleOutcome settle(TxHash transaction, Duration patience) {
        End end = Optional.ofNullable(ended.get(transaction)).orElseThrow();
        end.appears.ifPresent(standing::add);
        return end.outcome;
      }
    };
  }

  @Override
  public ChainId id() {
    return id;
  }

  @Override
  public boolean independent() {
    return true;
  }

  @Override
  public Reading<Heads> heads() {
    return agreed(new Heads(at(12), at(10)));
  }

  @Override
  public Reading<Bytes> code(EvmAddress account, BlockRef at) {
    return agreed(standing.contains(account) ? Bytes.fromHex("fe") : Bytes.EMPTY);
  }

  @Override
  public Reading<Bytes> call(EvmCall call, BlockRef at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Reading<BigInteger> balance(EvmAddress account, BlockRef at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Reading<List<EvmLog>> logs(LogFilter filter) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Reading<Optional<TxReceipt>> receipt(TxHash transaction) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Reading<BlockRef> block(long number) {
    return agreed(at(number));
  }

  private <T> Reading<T> agreed(T value) {
    return new Reading.Agreed<>(value, at(12));
  }

  private BlockRef at(long number) {
    return new BlockRef(id, number, Hash256.fromUint(BigInteger.valueOf(number)), Instant.EPOCH);
  }
}
