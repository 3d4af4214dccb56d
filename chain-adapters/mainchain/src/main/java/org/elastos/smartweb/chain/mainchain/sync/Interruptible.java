// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Work that may be interrupted from outside, without the interrupt ever reaching what its thread
/// does before or afterwards. Thread-safe.
final class Interruptible {
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Thread working;
  private boolean cancelled;

  <T> T run(Supplier<T> work) {
    enter();
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  /// Interrupts the work that is under way, and all that begins later.
  void cancel() {
    lock.lock();
    try {
      cancelled = true;
      if (working != null) {
        working.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  private void enter() {
    lock.lock();
    try {
      working = Thread.currentThread();
      if (cancelled) {
        working.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  private void leave() {
    lock.lock();
    try {
      working = null;
      if (Thread.interrupted()) {
        cancelled = true;
      }
    } finally {
      lock.unlock();
    }
  }
}
