// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/// A repeatable source for tests; never for keys that guard anything. Prints its seed.
public final class SeededRandom extends SecureRandom {
  private static final long serialVersionUID = 1;

  private final long seed;
  private final transient SplittableRandom random;

  /// Starts the sequence that this seed names.
  public SeededRandom(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public void nextBytes(byte[] bytes) {
    random.nextBytes(bytes);
  }

  @Override
  public String toString() {
    return "SeededRandom[seed=" + seed + "]";
  }
}
