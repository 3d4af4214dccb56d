// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.Reading.Agreed;
import org.elastos.smartweb.chain.Reading.Code;
import org.elastos.smartweb.chain.Reading.Unknown;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.chain.evm.HeadReader.HeadPair;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sender's view of a chain, by a quorum of its sources. Thread-safe.
final class QuorumSenderGateway implements SenderGateway {
  private static final Logger LOG = LoggerFactory.getLogger(QuorumSenderGateway.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final EvmSources sources;
  private final QuorumEvmChain chain;

  QuorumSenderGateway(EvmSources sources, QuorumEvmChain chain) {
    this.sources = sources;
    this.chain = chain;
  }

  @Override
  public Reading<Plan> plan(EvmAddress from, EvmTransaction transaction) {
    return switch (chain.headPair()) {
      case Unknown<HeadPair> unknown -> retyped(unknown);
      case Agreed<HeadPair>(HeadPair heads, var at) -> plan(heads, at, from, transaction);
    };
  }

  @Override
  public Reading<Nonces> nonces(EvmAddress account) {
    return switch (chain.headPair()) {
      case Unknown<HeadPair> unknown -> retyped(unknown);
      case Agreed<HeadPair>(HeadPair heads, var at) ->
          chain.read(client -> nonces(client, account, heads), at);
    };
  }

  @Override
  public Reading<BigInteger> balance(EvmAddress account) {
    return switch (chain.headPair()) {
      case Unknown<HeadPair> unknown -> retyped(unknown);
      case Agreed<HeadPair>(var _, var at) -> chain.read(client -> client.balance(account, at), at);
    };
  }

  @Override
  public Reading<Prices> prices() {
    return QuorumEvmChain.mapped(
        chain.headPair(), heads -> new Prices(heads.newest().baseFee(), tip(heads.newest())));
  }

  @Override
  public Reach broadcast(Bytes signed) {
    TxHash hash = OutboxEvmSender.hash(signed);
    Answers<TxHash> answers =
        sources.round("broadcast", 2).spread(client -> broadcast(client, signed, hash));
    if (answers.values().size() >= sources.quorum()) {
      return Reach.QUORUM;
    }
    LOG.atWarn()
        .addKeyValue("transaction", hash)
        .addKeyValue("answers", answers.bySource())
        .log("no quorum of sources took the transaction");
    return Reach.FEW;
  }

  @Override
  public Reading<Optional<TxReceipt>> receipt(TxHash transaction) {
    return chain.receipt(transaction);
  }

  @Override
  public Reading<Optional<TxReceipt>> finalReceipt(TxHash transaction) {
    return switch (chain.headPair()) {
      case Unknown<HeadPair> unknown -> retyped(unknown);
      case Agreed<HeadPair>(var _, var at) ->
          sources.round("receipt", 2).agree(client -> client.receipt(transaction)).at(at);
    };
  }

  @Override
  public Reading<TxHash> finalUser(EvmAddress account, long nonce) {
    return switch (chain.headPair()) {
      case Unknown<HeadPair> unknown -> retyped(unknown);
      case Agreed<HeadPair>(HeadPair heads, var at) ->
          sources
              .round("nonce-user", NonceUser.MOST_REQUESTS)
              .agree(client -> NonceUser.find(client, account, nonce, heads.finalized().ref()))
              .at(at);
    };
  }

  @Override
  public void note(String state) {
    sources.alarms().sent(sources.profile().chain(), state);
  }

  @Override
  public Duration pollInterval() {
    return POLL;
  }

  private Reading<Plan> plan(
      HeadPair heads, BlockRef at, EvmAddress from, EvmTransaction transaction) {
    Map<String, String> call = parameters(from, transaction);
    Reading<Bytes> simulated = chain.read(client -> client.call(call, at), at);
    if (simulated instanceof Unknown<Bytes> unknown) {
      return retyped(unknown);
    }
    Reading<Account> account =
        chain.read(
            client -> new Account(nonces(client, from, heads), client.balance(from, at)), at);
    if (account instanceof Unknown<Account> unknown) {
      return retyped(unknown);
    }
    Answers<Long> gas = sources.round("gas", 1).sample(client -> client.estimateGas(call, at));
    if (gas.values().size() < sources.quorum()) {
      return gas.decided().isPresent() ? gas.undecided() : gas.unknown(Code.SOURCES_UNAVAILABLE);
    }
    long estimate = quorumth(gas.values());
    BigInteger tip = tip(heads.newest());
    return QuorumEvmChain.mapped(
        account,
        seen -> new Plan(seen.nonces(), seen.balance(), estimate, heads.newest().baseFee(), tip));
  }

  /// Sources only advise; the profile's limits hold, and silence means the least tip.
  private BigInteger tip(Header newest) {
    Function<RpcClient, BigInteger> advice =
        newest.baseFee().isPresent() ? RpcClient::suggestedTip : RpcClient::suggestedGasPrice;
    List<BigInteger> advised = sources.round("tip", 1).sample(advice).values();
    FeePolicy fees = sources.profile().fees();
    return advised.size() < sources.quorum() ? fees.minTip() : fees.clampTip(quorumth(advised));
  }

  /// The least value that a quorum of sources stays at or below: no minority can lower it below all
  /// honest answers or raise it above them when more than the quorum answer.
  private <T extends Comparable<T>> T quorumth(List<T> values) {
    return values.stream()
        .sorted(Comparator.naturalOrder())
        .skip(sources.quorum() - 1L)
        .findFirst()
        .orElseThrow();
  }

  private static Nonces nonces(RpcClient client, EvmAddress account, HeadPair heads) {
    return new Nonces(
        client.nonce(account, heads.newest().ref()),
        client.nonce(account, heads.finalized().ref()));
  }

  /// A source that took the bytes before refuses them now, but then it knows the transaction.
  private static TxHash broadcast(RpcClient client, Bytes signed, TxHash hash) {
    try {
      if (client.broadcast(signed).equals(hash)) {
        return hash;
      }
    } catch (SourceFault refused) {
      if (client.knows(hash)) {
        return hash;
      }
      throw refused;
    }
    throw new SourceFault("answered with another transaction");
  }

  private static Map<String, String> parameters(EvmAddress from, EvmTransaction transaction) {
    Map<String, String> call = new HashMap<>();
    call.put("from", from.toString());
    call.put("data", transaction.data().toString());
    call.put("value", Wire.hex(transaction.value()));
    transaction.to().ifPresent(to -> call.put("to", to.toString()));
    return call;
  }

  private static <R> Reading<R> retyped(Unknown<?> unknown) {
    return new Unknown<>(unknown.code(), unknown.answers(), unknown.revertData());
  }

  private record Account(Nonces nonces, BigInteger balance) {}
}
