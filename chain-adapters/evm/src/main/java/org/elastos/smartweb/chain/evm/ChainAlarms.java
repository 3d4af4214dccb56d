// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.time.Duration;
import org.elastos.smartweb.chain.ChainId;

/// Port to whoever watches over the chains: alarms for people, counts and times for meters. Called
/// from many threads; must not block or throw.
public interface ChainAlarms {
  /// Something has to be looked at.
  void raise(ChainAlarm alarm);

  /// A question to all sources came to an end.
  ///
  /// @param outcome `agreed`, `reverted`, or the code of the reason why nothing was decided
  default void measured(ChainId chain, String question, String outcome, Duration took) {}
}
