// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform;

import io.vertx.core.Future;

/// Something that runs until it is closed.
public interface Service {
  /// Completes when the service does its work; fails when it cannot, leaving nothing open.
  Future<Void> start();

  /// Ends in order and completes when nothing is open any more; calling again changes nothing.
  Future<Void> close();
}
