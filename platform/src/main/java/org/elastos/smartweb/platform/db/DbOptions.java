// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.db;

import java.time.Duration;

/// The bounds of a [Db].
///
/// @param connections most connections open at a time
/// @param patience how long to wait for a free connection
/// @param statementTimeout after which the server gives a statement up
/// @param attempts how often a serializable transaction is tried in all
public record DbOptions(
    int connections, Duration patience, Duration statementTimeout, int attempts) {
  /// Eight connections, ten seconds for one, thirty for a statement, ten attempts.
  public static final DbOptions DEFAULT =
      new DbOptions(8, Duration.ofSeconds(10), Duration.ofSeconds(30), 10);

  public DbOptions withConnections(int most) {
    return new DbOptions(most, patience, statementTimeout, attempts);
  }

  public DbOptions withStatementTimeout(Duration timeout) {
    return new DbOptions(connections, patience, timeout, attempts);
  }

  public DbOptions withAttempts(int inAll) {
    return new DbOptions(connections, patience, statementTimeout, inAll);
  }
}
