// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.time.Duration;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.Heads;

/// Port to whoever watches over the chains: alarms for people, counts and times for meters. Called
/// from many threads; must not block or throw.
public interface ChainAlarms {
  /// Something has to be looked at.
  void raise(ChainAlarm alarm);

  /// A question to all sources came to an end.
  ///
  /// @param outcome `agreed`, `reverted`, or the code of the reason why nothing was decided
  default void measured(ChainId chain, String question, String outcome, Duration took) {}

  /// How one source stood to what the others said.
  ///
  /// @param outcome `agreed`, `outvoted`, `failed`, or `undecided` when no quorum formed
  default void answered(ChainId chain, String source, String outcome) {}

  /// The newest and the final block on which a quorum agreed.
  ///
  /// @param lag the age of the newest
  default void stands(ChainId chain, Heads heads, Duration lag) {}

  /// Something became of a transaction that is sent from here.
  ///
  /// @param state `refused`, `stored`, `broadcast`, `kept_back` (fewer than a quorum took it),
  ///   `replaced`, `included`, `final`, `reverted` or `displaced`
  default void sent(ChainId chain, String state) {}
}
