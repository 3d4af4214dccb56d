// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmSender;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Reading.Agreed;
import org.elastos.smartweb.chain.Reading.Unknown;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.chain.evm.SenderGateway.Nonces;
import org.elastos.smartweb.chain.evm.SenderGateway.Plan;
import org.elastos.smartweb.chain.evm.SenderGateway.Reach;
import org.elastos.smartweb.chain.evm.TxOutbox.AppendOutcome;
import org.elastos.smartweb.chain.evm.TxOutbox.Entry;
import org.elastos.smartweb.chain.evm.TxOutbox.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;

/// Sends one account's transactions. Order of work: simulate, sign, store, broadcast; so a refusal
/// spends nothing, and after a crash the stored bytes are broadcast again, never new ones. The
/// account must be used through one outbox only. A transaction that depends on an earlier one is
/// sent after that one was confirmed, because the simulation runs at the newest agreed block.
/// Blocks; thread-safe.
public final class OutboxEvmSender implements EvmSender {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxEvmSender.class);
  private static final int LONGEST_ID = 200;
  private static final int NONCE_ATTEMPTS = 16;
  private static final Duration REBROADCAST_EVERY = Duration.ofSeconds(5);
  private static final int LOOKS = 9;

  private final SenderGateway gateway;
  private final EvmProfile profile;
  private final KeystoreWallet wallet;
  private final TxOutbox outbox;
  private final TxOutbox.Account account;
  private final ReplacementPolicy replacement;
  private final Settlement settlement;
  private final Replacer replacer;
  private final ReentrantLock signing = new ReentrantLock();

  /// @param sources the sources that `chain` reads
  public OutboxEvmSender(
      EvmSources sources, QuorumEvmChain chain, KeystoreWallet wallet, TxOutbox outbox) {
    this(new QuorumSenderGateway(sources, chain), sources.profile(), wallet, outbox);
  }

  OutboxEvmSender(
      SenderGateway gateway, EvmProfile profile, KeystoreWallet wallet, TxOutbox outbox) {
    this(gateway, profile, wallet, outbox, ReplacementPolicy.DEFAULT);
  }

  private OutboxEvmSender(
      SenderGateway gateway,
      EvmProfile profile,
      KeystoreWallet wallet,
      TxOutbox outbox,
      ReplacementPolicy replacement) {
    this.gateway = gateway;
    this.profile = profile;
    this.wallet = wallet;
    this.outbox = outbox;
    this.account = new TxOutbox.Account(profile.chain(), wallet.address());
    this.replacement = replacement;
    this.settlement = new Settlement(gateway, outbox, account);
    this.replacer = new Replacer(gateway, profile, wallet, outbox);
  }

  /// The same with another patience for transactions that nobody includes. Both may be used.
  public OutboxEvmSender withReplacement(ReplacementPolicy other) {
    return new OutboxEvmSender(gateway, profile, wallet, outbox, other);
  }

  @Override
  public EvmAddress account() {
    return wallet.address();
  }

  @Override
  public SendOutcome send(String id, EvmTransaction transaction) {
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      throw new EvmException(
          "bad_id", "an id has 1 to 200 characters", Map.of("length", "" + id.length()));
    }
    RequestDigest request = RequestDigest.of(transaction);
    Optional<Entry> earlier = outbox.find(account, id);
    if (earlier.isPresent()) {
      return again(earlier.get(), request);
    }
    return switch (gateway.plan(account(), transaction)) {
      case Unknown<Plan> unknown -> refused(unknown);
      case Agreed<Plan>(Plan plan, var _) -> {
        Fees fees = Fees.of(plan, transaction.gasReserve(), profile.fees());
        Optional<SendOutcome> refusal = fees.refusal(plan, transaction.value(), profile.fees());
        refusal.ifPresent(_ -> gateway.note("refused"));
        yield refusal.isPresent()
            ? refusal.get()
            : store(id, request, nonce -> fees.raw(profile.chain(), nonce, transaction), plan);
      }
    };
  }

  @Override
  public ConfirmOutcome confirm(TxHash transaction, Duration patience) {
    Supplier<Optional<ConfirmOutcome>> look =
        () -> settlement.included(transaction).map(ConfirmOutcome.Included::new);
    Optional<ConfirmOutcome> seen = await(look, patience);
    seen.ifPresent(_ -> gateway.note("included"));
    return seen.orElseGet(ConfirmOutcome.Pending::new);
  }

  @Override
  public SettleOutcome settle(TxHash transaction, Duration patience) {
    Supplier<Optional<SettleOutcome>> look =
        () ->
            Optional.of(settlement.settled(transaction))
                .filter(outcome -> !(outcome instanceof SettleOutcome.Pending));
    Optional<SettleOutcome> seen = await(look, patience);
    seen.map(OutboxEvmSender::state).ifPresent(gateway::note);
    return seen.orElseGet(SettleOutcome.Pending::new);
  }

  private static String state(SettleOutcome outcome) {
    return switch (outcome) {
      case SettleOutcome.Final(TxReceipt receipt) -> receipt.succeeded() ? "final" : "reverted";
      case SettleOutcome.Displaced() -> "displaced";
      case SettleOutcome.Pending() -> "pending";
    };
  }

  /// Looks again and again; meanwhile broadcasts again what is stuck, and replaces it when even
  /// that does not help.
  private <T> Optional<T> await(Supplier<Optional<T>> look, Duration patience) {
    long start = System.nanoTime();
    long every = Math.min(REBROADCAST_EVERY.toNanos(), replacement.after().toNanos() / LOOKS);
    long actedAt = start;
    while (true) {
      Optional<T> seen = look.get();
      long now = System.nanoTime();
      boolean over = now - start >= patience.toNanos() || Thread.currentThread().isInterrupted();
      if (seen.isPresent() || over) {
        return seen;
      }
      if (now - actedAt >= every) {
        resume();
        replaceStuck(replacement.after());
        actedAt = now;
      }
      LockSupport.parkNanos(gateway.pollInterval().toNanos());
    }
  }

  /// Replaces the transaction that holds up the others, if there is one, by the same one with a
  /// higher fee.
  ///
  /// @return the new version's hash; empty when nothing is stuck or nothing more may be paid
  public Optional<TxHash> replaceStuck() {
    return replaceStuck(Duration.ZERO);
  }

  private Optional<TxHash> replaceStuck(Duration least) {
    Optional<TxHash> next = replacer.replaceStuck(least, replacement.most()).map(Version::hash);
    next.ifPresent(_ -> gateway.note("replaced"));
    next.flatMap(hash -> outbox.find(account, hash)).ifPresent(this::broadcast);
    return next;
  }

  /// Broadcasts again whatever was stored and is not yet in a block. Call it when the process
  /// starts, and whenever a transaction stays pending.
  public void resume() {
    if (outbox.unsettled(account).isEmpty()) {
      return;
    }
    switch (gateway.nonces(account())) {
      case Unknown<Nonces> unknown ->
          LOG.atWarn().addKeyValue("code", unknown.code().text()).log("stored bytes not resent");
      case Agreed<Nonces>(Nonces nonces, var _) -> {
        outbox.settleBelow(account, nonces.finalized());
        for (Entry entry : outbox.unsettled(account)) {
          if (entry.nonce() >= nonces.newest()) {
            broadcast(entry);
          }
        }
      }
    }
  }

  private SendOutcome again(Entry earlier, RequestDigest request) {
    if (!request.names(earlier.request())) {
      return new SendOutcome.Refused(
          "id_reused", "this id already means another transaction", Bytes.EMPTY);
    }
    if (!earlier.broadcast()) {
      resume();
    }
    return new SendOutcome.Sent(earlier.hash());
  }

  private SendOutcome store(String id, RequestDigest request, RawAtNonce raw, Plan plan) {
    for (int attempt = 0; attempt < NONCE_ATTEMPTS; attempt++) {
      AppendOutcome outcome = append(id, request, raw, plan);
      switch (outcome) {
        case AppendOutcome.IdTaken(Entry earlier) -> {
          return again(earlier, request);
        }
        case AppendOutcome.Stored _ -> {
          gateway.note("stored");
          outbox.settleBelow(account, plan.nonces().finalized());
          return sent(id, plan.nonces().newest());
        }
        case AppendOutcome.NonceTaken _ ->
            LOG.atDebug().addKeyValue("attempt", attempt).log("nonce taken by another process");
      }
    }
    return new SendOutcome.Refused(
        "account_busy", "other processes keep taking this account's nonces", Bytes.EMPTY);
  }

  private AppendOutcome append(String id, RequestDigest request, RawAtNonce raw, Plan plan) {
    signing.lock();
    try {
      long stored = outbox.highestNonce(account).orElse(-1);
      long nonce = Math.max(stored + 1, plan.nonces().newest());
      Bytes signed = wallet.signTransaction(raw.at(nonce), profile.chain().value());
      return outbox.append(
          new Entry(account, id, nonce, hash(signed), request.value(), signed, false));
    } finally {
      signing.unlock();
    }
  }

  /// Broadcasts what no source took so far, lower nonces first: a gap would hold up the rest.
  private SendOutcome sent(String id, long newestNonce) {
    for (Entry entry : outbox.unsettled(account)) {
      if (!entry.broadcast() && entry.nonce() >= newestNonce) {
        broadcast(entry);
      }
    }
    Entry own = outbox.find(account, id).orElseThrow();
    LOG.atInfo()
        .addKeyValue("transaction", own.hash())
        .addKeyValue("nonce", own.nonce())
        .addKeyValue("account", account.address())
        .log("transaction stored and sent");
    return new SendOutcome.Sent(own.hash());
  }

  /// The newest version that a quorum takes, else all of them: what the account cannot pay for must
  /// not shut out what it can. It counts as broadcast only then: a single source may keep it.
  private void broadcast(Entry entry) {
    for (Version version : outbox.versions(entry).reversed()) {
      if (gateway.broadcast(version.signed()) == Reach.QUORUM) {
        outbox.markBroadcast(account, entry.nonce());
        gateway.note("broadcast");
        return;
      }
    }
    gateway.note("kept_back");
  }

  private SendOutcome refused(Unknown<Plan> unknown) {
    gateway.note("refused");
    return new SendOutcome.Refused(
        unknown.code().text(), unknown.answers().toString(), unknown.revertData());
  }

  /// The name of a signed transaction.
  static TxHash hash(Bytes signed) {
    return new TxHash(Hash256.of(Hash.sha3(signed.bytes())));
  }

  @FunctionalInterface
  private interface RawAtNonce {
    RawTransaction at(long nonce);
  }
}
