// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.time.Duration;
import java.util.Optional;
import org.elastos.smartweb.app.outcome.Sending;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmSender;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.chain.Wallet;
import org.elastos.smartweb.chain.evm.TxOutbox;

/// A wallet together with what it sent: whatever is carried out under an id is carried out once.
/// Thread-safe; blocks.
public final class Account {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Wallet wallet;
  private final EvmSender sender;
  private final TxOutbox outbox;
  private final TxOutbox.Account key;

  Account(Wallet wallet, EvmSender sender, TxOutbox outbox, ChainId chain) {
    this.wallet = wallet;
    this.sender = sender;
    this.outbox = outbox;
    this.key = new TxOutbox.Account(chain, wallet.address());
  }

  /// The wallet, to sign with.
  public Wallet wallet() {
    return wallet;
  }

  /// The wallet's address.
  public EvmAddress address() {
    return wallet.address();
  }

  /// What was sent under this id before, be it by an earlier process.
  public Optional<TxHash> sent(String id) {
    return outbox.find(key, id).map(TxOutbox.Entry::hash);
  }

  /// Sends under this id, or finds what was sent under it, and waits for its block.
  public TxReceipt carryOut(String id, EvmTransaction transaction) {
    return receipt(Sending.sent(sender.send(id, transaction)));
  }

  /// Waits for the block of a transaction of this account.
  public TxReceipt receipt(TxHash transaction) {
    return Sending.confirmed(sender, transaction, PATIENCE);
  }
}
