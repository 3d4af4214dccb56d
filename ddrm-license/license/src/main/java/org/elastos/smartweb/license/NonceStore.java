// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Instant;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;

/// Port to the nonces seen; it outlives restarts. Safe for many threads.
public interface NonceStore {
  /// Inserts a nonce of a session at once or not at all.
  ///
  /// @return false when it was there already
  boolean insert(Hash256 session, Bytes nonce, Instant keepUntil);

  /// Drops what need not be kept any more at this time.
  ///
  /// @return how many were dropped
  int prune(Instant now);
}
