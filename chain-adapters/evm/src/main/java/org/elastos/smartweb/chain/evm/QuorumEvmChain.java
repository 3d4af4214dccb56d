// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.math.BigInteger;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmCall;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.LogFilter;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.Reading.Agreed;
import org.elastos.smartweb.chain.Reading.Unknown;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.chain.evm.HeadReader.HeadPair;

/// An EVM chain of which only that is believed what a quorum of sources says about the same block,
/// named by its hash. Blocks the caller; thread-safe.
public final class QuorumEvmChain implements EvmChain {
  private final EvmSources sources;
  private final HeadReader heads;

  /// @param clock tells how old the newest block is
  public QuorumEvmChain(EvmSources sources, InstantSource clock) {
    this.sources = sources;
    this.heads = new HeadReader(sources, clock);
  }

  @Override
  public ChainId id() {
    return sources.profile().chain();
  }

  @Override
  public boolean independent() {
    return sources.profile().independent();
  }

  @Override
  public Reading<Heads> heads() {
    return mapped(heads.heads(), pair -> new Heads(pair.newest().ref(), pair.finalized().ref()));
  }

  @Override
  public Reading<Bytes> call(EvmCall call, BlockRef at) {
    Map<String, String> parameters = parameters(call);
    return read(client -> client.call(parameters, at), at);
  }

  private static Map<String, String> parameters(EvmCall call) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("data", call.data().toString());
    call.to().ifPresent(to -> parameters.put("to", to.toString()));
    call.asker().ifPresent(asker -> parameters.put("from", asker.toString()));
    if (call.gas() > 0) {
      parameters.put("gas", Wire.hex(call.gas()));
    }
    return parameters;
  }

  @Override
  public Reading<BigInteger> balance(EvmAddress account, BlockRef at) {
    return read(client -> client.balance(account, at), at);
  }

  @Override
  public Reading<Bytes> code(EvmAddress account, BlockRef at) {
    return read(client -> client.code(account, at), at);
  }

  @Override
  public Reading<List<EvmLog>> logs(LogFilter filter) {
    long blocks = filter.toBlock() - filter.fromBlock() + 1;
    long requests = 3 + blocks / sources.profile().reads().logRange();
    Answers<RpcClient.LogAnswer> answers =
        sources.round("logs", (int) Math.min(requests, 1000)).agree(client -> client.logs(filter));
    return switch (answers.decided().orElse(null)) {
      case Answer.Said<RpcClient.LogAnswer>(var said) -> new Agreed<>(said.logs(), said.end());
      case null, default -> answers.undecided();
    };
  }

  @Override
  public Reading<Optional<TxReceipt>> receipt(TxHash transaction) {
    Answers<Optional<TxReceipt>> answers =
        sources.round("receipt", 2).tryToAgree(client -> client.receipt(transaction));
    if (answers.decided().orElse(null) instanceof Answer.Said<Optional<TxReceipt>>(var said)
        && said.isPresent()) {
      return new Agreed<>(said, said.get().block());
    }
    List<Optional<TxReceipt>> values = answers.values();
    Set<TxReceipt> seen = new LinkedHashSet<>(values.stream().flatMap(Optional::stream).toList());
    if (values.size() < sources.quorum() || seen.size() > 1) {
      return answers.undecided();
    }
    return mapped(heads.heads(), _ -> Optional.empty());
  }

  @Override
  public Reading<BlockRef> block(long number) {
    return mapped(heads.headerAt(number), Header::ref);
  }

  /// How the chain and each of its sources look just now. Asks all of them; raises no alarm.
  public ChainStatus status() {
    return new StatusReader(sources, heads).status();
  }

  /// The heads with what the sender needs besides.
  Reading<HeadPair> headPair() {
    return heads.heads();
  }

  /// Headers that a quorum gives alike, in the order of the heights.
  Reading<List<Header>> headersAt(List<Long> numbers) {
    return heads.headersAt(numbers);
  }

  /// One value that a quorum must share, at a block that the question names.
  <T> Reading<T> read(Function<RpcClient, T> question, BlockRef at) {
    requireOwn(at);
    return sources.round("state", 1).agree(question).at(at);
  }

  private void requireOwn(BlockRef at) {
    if (!at.chain().equals(id())) {
      throw new EvmException(
          "block_of_another_chain",
          "a block of another chain was named",
          Map.of("chain", id().toString(), "block", at.chain().toString()));
    }
  }

  static <T, R> Reading<R> mapped(Reading<T> reading, Function<T, R> change) {
    return switch (reading) {
      case Agreed<T>(T value, BlockRef at) -> new Agreed<>(change.apply(value), at);
      case Unknown<T> unknown ->
          new Unknown<>(unknown.code(), unknown.answers(), unknown.revertData());
    };
  }
}
