// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.nio.file.Path;
import java.util.function.Consumer;

/// How a bench is run.
///
/// @param rounds how many measured rounds; a metric is their median
/// @param projectRoot the folder with `contracts/` and its installed packages
/// @param cache where things lie that can be made again
/// @param peers whether programs of others are installed and run beside ours, where a bench knows
///   such
/// @param progress lines for people while it runs
public record BenchOptions(
    int rounds, Path projectRoot, Path cache, boolean peers, Consumer<String> progress) {
  /// @throws IllegalArgumentException without a round
  public BenchOptions {
    if (rounds < 1) {
      throw new IllegalArgumentException("a bench has at least one round");
    }
  }

  /// Without peers.
  public BenchOptions(int rounds, Path projectRoot, Path cache, Consumer<String> progress) {
    this(rounds, projectRoot, cache, false, progress);
  }
}
