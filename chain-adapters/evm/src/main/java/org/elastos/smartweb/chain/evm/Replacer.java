// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Reading.Agreed;
import org.elastos.smartweb.chain.evm.SenderGateway.Nonces;
import org.elastos.smartweb.chain.evm.SenderGateway.Prices;
import org.elastos.smartweb.chain.evm.TxOutbox.Entry;
import org.elastos.smartweb.chain.evm.TxOutbox.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionDecoder;

/// Replaces a transaction that nobody includes by the same one with a higher fee. The new version
/// is stored before it is broadcast; it has the old one's nonce, so that at most one of them can
/// ever be included.
final class Replacer {
  private static final Logger LOG = LoggerFactory.getLogger(Replacer.class);

  private final SenderGateway gateway;
  private final EvmProfile profile;
  private final KeystoreWallet wallet;
  private final TxOutbox outbox;
  private final TxOutbox.Account account;
  private final Settlement settlement;

  Replacer(SenderGateway gateway, EvmProfile profile, KeystoreWallet wallet, TxOutbox outbox) {
    this.gateway = gateway;
    this.profile = profile;
    this.wallet = wallet;
    this.outbox = outbox;
    this.account = new TxOutbox.Account(profile.chain(), wallet.address());
    this.settlement = new Settlement(gateway, outbox, account);
  }

  /// Stores the next version of the transaction that holds up the others, if it could have been
  /// included for so long and its newest version is as old: by the store's clock, so that it does
  /// not matter how many wait for it, and for how long each.
  Optional<Version> replaceStuck(Duration least, int most) {
    List<Entry> unsettled = outbox.unsettled(account);
    if (unsettled.stream().noneMatch(entry -> isOld(entry, least))
        || !(gateway.nonces(wallet.address()) instanceof Agreed<Nonces>(var nonces, var at))) {
      return Optional.empty();
    }
    return unsettled.stream()
        .filter(entry -> entry.nonce() == nonces.newest())
        .findFirst()
        .filter(entry -> least.isZero() || wasNext(entry, unsettled, at, least))
        .flatMap(entry -> replace(entry, unsettled, least, most));
  }

  private boolean isOld(Entry entry, Duration least) {
    return outbox.age(entry).compareTo(least) >= 0;
  }

  /// Whether the one before it was included that long ago.
  private boolean wasNext(Entry entry, List<Entry> unsettled, BlockRef newest, Duration least) {
    return unsettled.stream()
        .filter(before -> before.nonce() == entry.nonce() - 1)
        .flatMap(before -> settlement.included(before.hash()).stream())
        .allMatch(receipt ->
            Duration.between(receipt.block().time(), newest.time()).compareTo(least) >= 0);
  }

  /// Nothing is stored when there are enough versions, it would cost too much, or the chain gives
  /// no dependable price or balance. Somebody else who stored it first is as good. The age is read
  /// after the versions: one that is stored in between makes it small.
  private Optional<Version> replace(Entry entry, List<Entry> unsettled, Duration least, int most) {
    List<Version> versions = outbox.versions(entry);
    if (versions.size() >= most || !isOld(entry, least)) {
      return Optional.empty();
    }
    Optional<Prices> prices = gateway.prices().agreed();
    if (prices.isEmpty()) {
      return Optional.empty();
    }
    Version last = versions.getLast();
    Optional<RawTransaction> raw = FeeBump.of(last.signed(), prices.get(), profile.fees());
    if (raw.isEmpty()) {
      return notReplaced(entry, "its fee would be too high");
    }
    if (!canPay(raw.get(), entry, unsettled)) {
      return notReplaced(entry, "the account is not known to own enough");
    }
    Bytes signed = wallet.signTransaction(raw.get(), profile.chain().value());
    Version next = new Version(last.number() + 1, OutboxEvmSender.hash(signed), signed);
    if (outbox.addVersion(entry, next)) {
      LOG.atInfo()
          .addKeyValue("transaction", next.hash())
          .addKeyValue("replaces", last.hash())
          .addKeyValue("nonce", entry.nonce())
          .addKeyValue("version", next.number())
          .log("transaction replaced with a higher fee");
    }
    return Optional.of(outbox.versions(entry).getLast());
  }

  /// Nodes refuse what the account cannot pay for together with all that waits behind it.
  private boolean canPay(RawTransaction next, Entry entry, List<Entry> unsettled) {
    BigInteger behind =
        unsettled.stream()
            .filter(later -> later.nonce() > entry.nonce())
            .map(later -> outbox.versions(later).getLast().signed().toString())
            .map(signed -> FeeBump.cost(TransactionDecoder.decode(signed)))
            .reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger needed = FeeBump.cost(next).add(behind);
    return gateway
        .balance(wallet.address())
        .agreed()
        .filter(owned -> owned.compareTo(needed) >= 0)
        .isPresent();
  }

  private static Optional<Version> notReplaced(Entry entry, String why) {
    LOG.atWarn()
        .addKeyValue("transaction", entry.hash())
        .addKeyValue("nonce", entry.nonce())
        .addKeyValue("why", why)
        .log("transaction not replaced");
    return Optional.empty();
  }
}
