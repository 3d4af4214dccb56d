// SPDX-License-Identifier: MIT
package org.elastos.smartweb.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// A running `up`. Closing it is what Ctrl-C does. Not thread-safe.
public final class Up implements AutoCloseable {
  private static final Duration READY = Duration.ofMinutes(3);
  private static final Duration END = Duration.ofSeconds(40);

  private final Process process;

  private Up(Process process) {
    this.process = process;
  }

  static Up awaitReady(Process process, Path out, Path err) {
    Up up = new Up(process);
    try {
      Awaitility.await("everything runs")
          .atMost(READY)
          .failFast("up ended early", () -> !process.isAlive())
          .until(() -> SmartWeb.text(out).endsWith("}\n"));
    } catch (RuntimeException e) {
      up.kill();
      throw new AssertionError("not everything runs: " + SmartWeb.text(err), e);
    }
    return up;
  }

  /// What it started, down to the last grandchild that runs now.
  public List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /// `kill -9`: of this process alone, its children are left as they are.
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /// Ends it in order.
  @Override
  public void close() {
    if (process.isAlive()) {
      process.destroy();
      awaitEnd();
    }
  }

  private void awaitEnd() {
    try {
      assertThat(process.waitFor(END.toSeconds(), TimeUnit.SECONDS)).as("up ends").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
