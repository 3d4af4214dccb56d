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

  /// Waits until the transaction stands in a block. That block is not final and may vanish: what
  /// must not be undone waits for {@link #settle}.
  ///
  /// @return its receipt, or why there is none after `patience`
  ConfirmOutcome confirm(TxHash transaction, Duration patience);

  /// Waits until the transaction, or one that replaced it with a higher fee, stands in a final
  /// block.
  ///
  /// @param transaction a hash that {@link #send} gave
  /// @return its result, which will not change any more, or why there is none after `patience`
  SettleOutcome settle(TxHash transaction, Duration patience);

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

  /// What became of waiting for the end.
  sealed interface SettleOutcome {
    /// Final; look at {@link TxReceipt#succeeded()}. The receipt may be that of a replacement.
    record Final(TxReceipt receipt) implements SettleOutcome {}

    /// Somebody else used up its nonce in a final block: it never took effect and never will.
    record Displaced() implements SettleOutcome {}

    /// Not yet known; it may still come.
    record Pending() implements SettleOutcome {}
  }
}
