// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.evm.SenderGateway.Prices;
import org.elastos.smartweb.chain.evm.TxOutbox.Entry;
import org.elastos.smartweb.chain.evm.TxOutbox.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.web3j.crypto.RawTransaction;

/// Replaces a transaction that nobody includes by the same one with a higher fee. The new version
/// is stored before it is broadcast; it has the old one's nonce, so that at most one of them can
/// ever be included.
final class Replacer {
  private static final Logger LOG = LoggerFactory.getLogger(Replacer.class);

  private final SenderGateway gateway;
  private final EvmProfile profile;
  private final KeystoreWallet wallet;
  private final TxOutbox outbox;

  Replacer(SenderGateway gateway, EvmProfile profile, KeystoreWallet wallet, TxOutbox outbox) {
    this.gateway = gateway;
    this.profile = profile;
    this.wallet = wallet;
    this.outbox = outbox;
  }

  /// Stores the next version, unless there are enough, it would cost too much, or the chain gives
  /// no dependable price. Somebody else who stored it first is as good.
  Optional<Version> replace(Entry entry, int most) {
    List<Version> versions = outbox.versions(entry);
    Optional<Prices> prices = gateway.prices().agreed();
    if (versions.size() >= most || prices.isEmpty()) {
      return Optional.empty();
    }
    Version last = versions.getLast();
    Optional<RawTransaction> raw = FeeBump.of(last.signed(), prices.get(), profile.fees());
    if (raw.isEmpty()) {
      LOG.atWarn()
          .addKeyValue("transaction", last.hash())
          .addKeyValue("nonce", entry.nonce())
          .log("transaction not replaced: its fee would be too high");
      return Optional.empty();
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
}
