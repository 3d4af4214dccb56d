// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.stack;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was opened so far, closed in reverse order whatever fails on the way. Thread-safe.
public final class Closers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Closers.class);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  /// Remembers to close this, and returns it.
  public synchronized <T extends AutoCloseable> T add(T one) {
    opened.push(one);
    return one;
  }

  @Override
  public synchronized void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        LOG.atWarn().setCause(e).log("something did not close");
      }
    }
  }
}
