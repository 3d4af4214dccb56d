// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import java.time.Duration;
import java.util.Optional;
import org.elastos.smartweb.sandbox.internal.calls.CapsuleCalls;
import org.jspecify.annotations.Nullable;

/// One running capsule. Whoever starts it waits for it; what the capsule left open is abandoned
/// then. Thread-safe.
public final class Run implements AutoCloseable {
  private final GuestThread guest;
  private final CapsuleCalls calls;
  private @Nullable RunOutcome outcome;

  Run(GuestThread guest, CapsuleCalls calls) {
    this.guest = guest;
    this.calls = calls;
  }

  /// Waits for the end, which the capsule's limits bound.
  public RunOutcome await() {
    GuestThread.End end = guest.join();
    return settle(end);
  }

  /// Waits at most so long; empty where it is still running.
  public Optional<RunOutcome> await(Duration most) throws InterruptedException {
    return guest.joined(most.toMillis()) ? Optional.of(await()) : Optional.empty();
  }

  /// Ends the run from outside.
  public void cancel() {
    guest.cancel();
  }

  /// Cancels what still runs and waits for its end.
  @Override
  public void close() {
    cancel();
    await();
  }

  private synchronized RunOutcome settle(GuestThread.End end) {
    if (outcome != null) {
      return outcome;
    }
    calls.finish(name(end));
    Usage usage = guest.usage(calls.calls());
    RunOutcome settled =
        switch (end) {
          case GuestThread.End.Returned(int code) ->
              new RunOutcome.Finished(code, calls.fault(), usage);
          case GuestThread.End.Halted(RunOutcome.Reason reason) ->
              new RunOutcome.Stopped(reason, usage);
          case GuestThread.End.Failed(Throwable cause) ->
              new RunOutcome.Trapped(String.valueOf(cause.getMessage()), usage);
        };
    outcome = settled;
    return settled;
  }

  private static String name(GuestThread.End end) {
    return switch (end) {
      case GuestThread.End.Returned(int code) -> "finished " + code;
      case GuestThread.End.Halted(RunOutcome.Reason reason) -> "stopped " + reason.code();
      case GuestThread.End.Failed _ -> "trapped";
    };
  }
}
