// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

/// How hard guessing a keystore's password is made (scrypt with r = 8 and p = 1).
public enum ScryptCost {
  /// 32 MiB, about a tenth of a second: for development and tests.
  LIGHT(1 << 15),
  /// 128 MiB, about half a second.
  STANDARD(1 << 17);

  private final int n;

  ScryptCost(int n) {
    this.n = n;
  }

  int n() {
    return n;
  }
}
