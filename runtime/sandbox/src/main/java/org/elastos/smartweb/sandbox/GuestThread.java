// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.sandbox.internal.engine.GuestHalt;
import org.jspecify.annotations.Nullable;

/// One guest on a platform thread of its own, with a watchdog that counts processor time and time
/// on the clock, host calls included, and interrupts it until it ends. Thread-safe.
final class GuestThread {
  /// What the guest may use.
  record Budget(long cpuMillis, long wallMillis) {}

  /// How it ended.
  sealed interface End {
    record Returned(int code) implements End {}

    record Halted(RunOutcome.Reason reason) implements End {}

    record Failed(Throwable cause) implements End {}
  }

  private static final long STACK_BYTES = 4L << 20;
  private static final long LOOK_EVERY_MILLIS = 10;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Thread thread;
  private final Budget budget;
  private final long began = System.nanoTime();
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile RunOutcome.@Nullable Reason stop;
  private volatile @Nullable End end;
  private volatile long cpuNanos;
  private volatile long wallNanos;

  private GuestThread(String name, Budget budget, Callable<Integer> guest) {
    this.budget = budget;
    this.thread =
        Thread.ofPlatform()
            .name(name)
            .daemon(true)
            .stackSize(STACK_BYTES)
            .unstarted(() -> run(guest));
  }

  static GuestThread start(String name, Budget budget, Callable<Integer> guest) {
    var started = new GuestThread(name, budget, guest);
    started.thread.start();
    // A platform thread: virtual ones wait for carriers that busy work may hold.
    Thread.ofPlatform().name(name + "-watchdog").daemon(true).start(started::watch);
    return started;
  }

  /// Asks the guest to end; it ends as `CANCELLED`.
  void cancel() {
    stop(RunOutcome.Reason.CANCELLED);
  }

  /// Waits for the end, which the budget bounds.
  End join() {
    boolean interrupted = false;
    while (true) {
      try {
        done.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
        cancel();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return Objects.requireNonNull(end);
  }

  /// Waits at most so long; false where the guest is still running.
  boolean joined(long millis) throws InterruptedException {
    return done.await(millis, TimeUnit.MILLISECONDS);
  }

  Usage usage(long calls) {
    return new Usage(cpuNanos / 1_000_000, wallNanos / 1_000_000, calls);
  }

  private void run(Callable<Integer> guest) {
    End ended;
    try {
      ended = new End.Returned(guest.call());
    } catch (Throwable e) {
      ended = ended(e);
    }
    RunOutcome.Reason reason = stop;
    end = reason == null ? ended : new End.Halted(reason);
    cpuNanos = THREADS.getCurrentThreadCpuTime();
    wallNanos = System.nanoTime() - began;
    done.countDown();
  }

  private static End ended(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof GuestHalt halt) {
        return switch (halt.why()) {
          case EXIT -> new End.Returned(halt.code());
          case CALLS -> new End.Halted(RunOutcome.Reason.CALL_LIMIT);
          case INTERRUPTED -> new End.Halted(RunOutcome.Reason.CANCELLED);
        };
      }
    }
    return new End.Failed(e);
  }

  private void watch() {
    try {
      while (!done.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        long cpu = THREADS.getThreadCpuTime(thread.threadId());
        if (cpu > budget.cpuMillis() * 1_000_000) {
          stop(RunOutcome.Reason.CPU_LIMIT);
        }
        if (System.nanoTime() - began > budget.wallMillis() * 1_000_000) {
          stop(RunOutcome.Reason.WALL_LIMIT);
        }
        if (stop != null) {
          thread.interrupt();
        }
      }
    } catch (InterruptedException e) {
      thread.interrupt();
    }
  }

  private synchronized void stop(RunOutcome.Reason reason) {
    if (stop == null) {
      stop = reason;
    }
    thread.interrupt();
  }
}
