// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.engine;

/// Unwinds a guest that is not to go on. Carries no stack trace.
public final class GuestHalt extends RuntimeException {
  /// Why the guest does not go on.
  public enum Why {
    /// It said so.
    EXIT,
    /// It used up its calls.
    CALLS,
    /// Its thread was interrupted.
    INTERRUPTED
  }

  private final Why why;
  private final int code;

  /// A halt; `code` is the guest's own for `EXIT`.
  public GuestHalt(Why why, int code) {
    super("the guest was halted", null, false, false);
    this.why = why;
    this.code = code;
  }

  /// Why.
  public Why why() {
    return why;
  }

  /// The guest's exit code.
  public int code() {
    return code;
  }
}
