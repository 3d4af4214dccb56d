// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.util.List;
import java.util.Optional;

/// The benches that `smartweb bench` knows.
public final class Benches {
  private Benches() {}

  /// All of them, in the order of their names.
  public static List<Bench> all() {
    return List.of(
        new ElaHeadersBench(), new EvmIndexerBench(), new GasBench(), new LicenseCryptoBench());
  }

  /// The bench of this name.
  public static Optional<Bench> named(String name) {
    return all().stream().filter(bench -> bench.name().equals(name)).findFirst();
  }
}
