// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

/// Hears what following the chain has to tell: for progress bars, metrics and alarms. Called from
/// several threads; must not block and must not throw.
public interface SyncObserver {
  /// Tells nobody.
  SyncObserver SILENT = new SyncObserver() {};

  /// After each look at a source.
  default void progress(SyncProgress progress) {}

  /// Once for each alarm.
  default void alarm(SyncAlarm alarm) {}

  /// Each look at a source, for a counter.
  ///
  /// @param outcome `blocks`, `nothing_new`, `behind`, `fault` (our own) or the code of a failure
  default void counted(String source, String outcome) {}
}
