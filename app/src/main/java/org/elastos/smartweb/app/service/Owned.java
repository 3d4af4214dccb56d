// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.service;

import io.vertx.core.Future;
import java.util.List;
import org.elastos.smartweb.platform.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A service together with what was opened for it, which is closed after it, in the order given.
/// Thread-safe if the service is.
final class Owned implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(Owned.class);

  private final Service service;
  private final List<AutoCloseable> opened;

  Owned(Service service, AutoCloseable... opened) {
    this.service = service;
    this.opened = List.of(opened);
  }

  @Override
  public Future<Void> start() {
    return service.start();
  }

  @Override
  public Future<Void> close() {
    return service.close().onComplete(done -> opened.forEach(Owned::close));
  }

  private static void close(AutoCloseable one) {
    try {
      one.close();
    } catch (Exception e) {
      LOG.atWarn().setCause(e).log("something did not close");
    }
  }
}
