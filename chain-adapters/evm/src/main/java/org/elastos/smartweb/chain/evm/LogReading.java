// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.util.List;
import org.elastos.smartweb.chain.EvmLog;

/// What came of asking for many events.
public sealed interface LogReading {
  /// All of them, in chain order, agreed by a quorum.
  record Found(List<EvmLog> logs) implements LogReading {
    /// Keeps a copy.
    public Found {
      logs = List.copyOf(logs);
    }
  }

  /// More than a source, or our own bound, gives at a time: ask for fewer blocks.
  record TooMany() implements LogReading {}

  /// No dependable answer just now; `code` is stable.
  record Unknown(String code) implements LogReading {}
}
