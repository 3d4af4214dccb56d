// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Instant;
import org.elastos.smartweb.chain.Hash256;

/// Port to what a node must remember about sessions and delegations across restarts. The sealed
/// context itself lives only in the node's memory: after a restart a home opens its session again.
/// Safe for many threads.
public interface SessionStore {
  /// Counts one licence of a session, at once or not at all.
  ///
  /// @return false when it has had `max` already
  boolean use(Hash256 session, long max, Instant keepUntil);

  /// When a rental began: the time given with the first call for it, whatever later ones say. Kept
  /// for good, so that no rental begins twice.
  ///
  /// @param at whole seconds
  Instant firstPlay(Hash256 rental, Instant at);

  /// Remembers that a delegation or a session was revoked at this node; again changes nothing.
  void revoke(Hash256 delegation, Instant keepUntil);

  /// Whether a delegation or a session was revoked at this node.
  boolean isRevoked(Hash256 delegation);

  /// Drops what need not be kept any more at this time.
  ///
  /// @return how many were dropped
  int prune(Instant now);
}
