// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.EvmSender.SettleOutcome;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.chain.evm.SenderGateway.Nonces;
import org.elastos.smartweb.chain.evm.TxOutbox.Entry;
import org.elastos.smartweb.chain.evm.TxOutbox.Version;

/// Finds out what became of a transaction, whichever of its versions was included.
final class Settlement {
  private final SenderGateway gateway;
  private final TxOutbox outbox;
  private final TxOutbox.Account account;

  Settlement(SenderGateway gateway, TxOutbox outbox, TxOutbox.Account account) {
    this.gateway = gateway;
    this.outbox = outbox;
    this.account = account;
  }

  /// The receipt of any version that stands in a block. A hash that the outbox does not know is
  /// asked for as it is.
  Optional<TxReceipt> included(TxHash transaction) {
    Optional<Entry> entry = outbox.find(account, transaction);
    if (entry.isEmpty()) {
      return gateway.receipt(transaction).agreed().flatMap(found -> found);
    }
    for (Version version : outbox.versions(entry.get()).reversed()) {
      Optional<TxReceipt> receipt =
          gateway.receipt(version.hash()).agreed().flatMap(found -> found);
      if (receipt.isPresent()) {
        return receipt;
      }
    }
    return Optional.empty();
  }

  /// The result once it cannot change any more: the nonce is used up at the final block, and this
  /// is what used it.
  SettleOutcome settled(TxHash transaction) {
    Entry entry =
        outbox
            .find(account, transaction)
            .orElseThrow(() ->
                new EvmException(
                    "unknown_transaction",
                    "this account's outbox does not know the transaction",
                    Map.of("transaction", transaction.toString())));
    Optional<Nonces> nonces = gateway.nonces(account.address()).agreed();
    if (nonces.isEmpty() || nonces.get().finalized() <= entry.nonce()) {
      return new SettleOutcome.Pending();
    }
    outbox.settleBelow(account, nonces.get().finalized());
    List<Version> versions = outbox.versions(entry);
    for (Version version : versions.reversed()) {
      Optional<TxReceipt> receipt =
          gateway.finalReceipt(version.hash()).agreed().flatMap(found -> found);
      if (receipt.isPresent()) {
        return new SettleOutcome.Final(receipt.get());
      }
    }
    return displaced(entry, versions);
  }

  /// That there is no receipt proves nothing: sources that lag behind, index late or prune say so
  /// too. Displaced is only what another transaction displaced.
  private SettleOutcome displaced(Entry entry, List<Version> versions) {
    Optional<TxHash> user = gateway.finalUser(account.address(), entry.nonce()).agreed();
    boolean others =
        user.isPresent() && versions.stream().noneMatch(one -> one.hash().equals(user.get()));
    return others ? new SettleOutcome.Displaced() : new SettleOutcome.Pending();
  }
}
