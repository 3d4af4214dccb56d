// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.abi;

/// Which way bytes go through a kind of handle. Decides what an instance that holds a licensed
/// stream may open (decision D2).
public enum Flow {
  /// Into the capsule only.
  IN,
  /// Out of the capsule, or both ways: needs the statement's leave beside a licensed stream.
  OUT
}
