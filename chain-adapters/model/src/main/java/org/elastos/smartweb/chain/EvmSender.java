// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

import java.time.Duration;

/// Port that sends transactions of one account exactly once: the signed bytes are stored under the
/// caller's id before the first broadcast, and the same id always means the same transaction.
/// Blocks; safe from many threads.
public interface EvmSender {
  /// The account that pays.
  EvmAddress account();

  /// Sends, or finds again what was sent under this id.
  ///
  /// @param id the caller's idempotency key, at most 200 characters
  /// @return the transaction's hash, or why it was not sent
  SendOutcome send(String id, EvmTransaction transaction);

  /// Waits until the transaction stands in a block (not yet final).
  ///
  /// @return its receipt, or why there is none after `patience`
  ConfirmOutcome confirm(TxHash transaction, Duration patience);

  /// What became of a send.
  sealed interface SendOutcome {
    /// Stored and handed to the chain.
    record Sent(TxHash transaction) implements SendOutcome {}

    /// Not sent; nothing was spent. `code` is stable, `detail` is for people.
    record Refused(String code, String detail, Bytes revertData) implements SendOutcome {}
  }

  /// What became of waiting.
  sealed interface ConfirmOutcome {
    /// It stands in a block; look at {@link TxReceipt#succeeded()}.
    record Included(TxReceipt receipt) implements ConfirmOutcome {}

    /// Not yet seen; it may still come.
    record Pending() implements ConfirmOutcome {}
  }
}
