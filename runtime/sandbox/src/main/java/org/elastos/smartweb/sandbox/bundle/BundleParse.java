// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.bundle;

/// What comes of reading a `.capsule` file.
public sealed interface BundleParse {
  /// It has the right shape.
  record Read(Bundle bundle) implements BundleParse {}

  /// It has not; the text says why.
  record Malformed(String detail) implements BundleParse {}
}
