// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import org.elastos.smartweb.chain.mainchain.Contest;
import org.elastos.smartweb.chain.mainchain.LockedSpend;
import org.elastos.smartweb.chain.mainchain.SourceFailure;

/// What people must be told about.
public sealed interface SyncAlarm {
  /// A source contradicted what was verified, or talked nonsense too often; it is asked no more.
  record SourceDropped(String source, SourceFailure failure) implements SyncAlarm {}

  /// A sound branch contradicts what counts as final. Nothing new counts as final until somebody
  /// decides.
  record ChainContested(Contest contest) implements SyncAlarm {}

  /// A block holds a spend of what is locked for side chains that our rule refuses.
  record LockedSpendRefused(LockedSpend spend) implements SyncAlarm {}

  /// No source is left to ask.
  record NoSourceLeft() implements SyncAlarm {}
}
