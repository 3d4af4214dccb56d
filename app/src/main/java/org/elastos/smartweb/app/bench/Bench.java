// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

/// One measurement that anybody can repeat with `smartweb bench NAME`. It makes what it needs,
/// leaves nothing behind, and takes seconds rather than minutes.
public interface Bench {
  /// What it is called on the command line.
  String name();

  /// One line for people: what is measured, beside what.
  String about();

  /// Measures.
  BenchReport run(BenchOptions options) throws Exception;
}
