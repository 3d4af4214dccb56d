// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Tells a child process that its parent is gone: [ChildProcesses] keeps the child's input open,
/// and the kernel ends it with the parent, however that ended. Stateless.
public final class ParentWatch {
  private ParentWatch() {}

  /// Runs the action once the input has ended; watches on a daemon thread of its own.
  ///
  /// @param input the child's standard input
  public static void onParentExit(InputStream input, Runnable action) {
    Thread.ofPlatform().daemon().name("parent-watch").start(() -> watch(input, action));
  }

  private static void watch(InputStream input, Runnable action) {
    try {
      input.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // A broken pipe is an end as well.
    }
    action.run();
  }
}
