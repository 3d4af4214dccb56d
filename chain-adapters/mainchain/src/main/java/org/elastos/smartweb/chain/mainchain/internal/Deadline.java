// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.internal;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Closes something unless it is done in time: the only way to end a blocking write, or a peer that
/// drips one byte a second. Thread-safe.
public final class Deadline implements AutoCloseable {
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread watch;
  private volatile boolean missed;

  private Deadline(Duration patience, Closeable victim) {
    this.watch = Thread.ofVirtual().name("deadline").unstarted(() -> watch(patience, victim));
  }

  /// Starts to watch.
  public static Deadline of(Duration patience, Closeable victim) {
    Deadline deadline = new Deadline(patience, victim);
    deadline.watch.start();
    return deadline;
  }

  /// Whether it was closed for being late.
  public boolean missed() {
    return missed;
  }

  /// Done in time; nothing more is closed.
  @Override
  public void close() {
    done.countDown();
  }

  private void watch(Duration patience, Closeable victim) {
    try {
      if (!done.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        missed = true;
        victim.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // What cannot be closed is closed already; the caller sees its own failure.
      missed = true;
    }
  }
}
