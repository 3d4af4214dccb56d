// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import org.elastos.smartweb.chain.mainchain.WatchedDeposit;

/// Hears what following the chain has to tell: for progress bars, metrics and alarms. Called from
/// several threads; must not block and must not throw.
public interface SyncObserver {
  /// Tells nobody.
  SyncObserver SILENT = new SyncObserver() {};

  /// After each look at a source.
  default void progress(SyncProgress progress) {}

  /// Once for each alarm.
  default void alarm(SyncAlarm alarm) {}

  /// Each spend of what is locked for side chains, for a counter.
  ///
  /// @param verdict `allowed` or the code of the rule that it breaks
  default void lockedSpend(String verdict) {}

  /// Once for each deposit to a watched program hash in a block that was verified. The block may
  /// yet leave the chain: effects hang on its events.
  default void deposit(WatchedDeposit deposit) {}

  /// Each look at a source, for a counter.
  ///
  /// @param outcome `blocks`, `nothing_new`, `behind`, `fault` (our own) or the code of a failure
  default void counted(String source, String outcome) {}
}
