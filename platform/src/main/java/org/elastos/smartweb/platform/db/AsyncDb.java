// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.db;

import io.vertx.core.Future;
import org.elastos.smartweb.platform.offload.Offload;
import org.jspecify.annotations.Nullable;

/// A [Db] for callers that must not block: each transaction runs through the [Offload] and its
/// future completes on the caller's Vert.x context. Thread-safe.
public final class AsyncDb {
  private final Db db;
  private final Offload offload;

  AsyncDb(Db db, Offload offload) {
    this.db = db;
    this.offload = offload;
  }

  /// As [Db#inTransaction].
  public <T extends @Nullable Object> Future<T> inTransaction(SqlWork<T> work) {
    return offload.call(() -> db.inTransaction(work));
  }

  /// As [Db#serializable].
  public <T extends @Nullable Object> Future<T> serializable(SqlWork<T> work) {
    return offload.call(() -> db.serializable(work));
  }
}
