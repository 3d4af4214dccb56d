// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.engine;

import org.elastos.smartweb.sandbox.abi.Syscall;

/// Answers a guest's calls, on the guest's thread.
public interface GuestCalls {
  /// The result, or a negative errno. May end the run by throwing {@link GuestHalt}.
  long answer(Syscall call, long[] arguments, FlatMemory memory);
}
