// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import java.sql.SQLException;
import java.util.List;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EvmLog;

/// What is made of events. Everything is done within the transaction that also moves the follower's
/// place, so each event takes effect once; nothing may be done outside of it. Called by one thread
/// at a time.
///
/// @param <X> the transaction, for example {@link org.elastos.smartweb.platform.db.Sql}
public interface LogConsumer<X> {
  /// New events, in chain order. They may be taken back until their block is settled.
  void apply(X transaction, List<EvmLog> logs) throws SQLException;

  /// Events that were applied and no longer stand on the chain, the last one first.
  void retract(X transaction, List<EvmLog> logs) throws SQLException;

  /// Everything up to this block is final and will not be taken back.
  default void settled(X transaction, BlockRef block) throws SQLException {}
}
