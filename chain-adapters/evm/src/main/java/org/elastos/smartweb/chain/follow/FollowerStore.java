// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.evm.LinkedBlock;

/// Port that keeps a follower's place beside what its consumer makes of the events, in one
/// transaction. Used by one thread of a process; many processes may use it, of which one at a time
/// gets ahead.
///
/// @param <X> the transaction
public interface FollowerStore<X> {
  /// How far the follower came; the start, when it is new.
  ///
  /// @throws FollowException `follower_of_another_chain`, or `follower_of_other_events` when under
  ///   this name something else was followed before
  FollowerState load(FollowSpec spec);

  /// Applies the events and moves the place, both or neither.
  ///
  /// @return false when the place is no longer where the step began; nothing was done
  boolean advance(FollowSpec spec, Advance step, LogConsumer<X> consumer);

  /// Takes back every event above a block and moves the place there, both or neither.
  ///
  /// @return false as above
  boolean retract(FollowSpec spec, Retraction step, LogConsumer<X> consumer);

  /// A step forward.
  ///
  /// @param blocks blocks taken, ascending; of a final range only the last
  /// @param logs their events, in chain order
  /// @param found contracts that these tell of, with the block of each
  record Advance(
      FollowerState before,
      FollowerState after,
      List<LinkedBlock> blocks,
      List<EvmLog> logs,
      Map<EvmAddress, Long> found) {}

  /// A step back.
  ///
  /// @param good the last block that still stands; empty when none that was taken does
  record Retraction(FollowerState before, FollowerState after, Optional<LinkedBlock> good) {}
}
