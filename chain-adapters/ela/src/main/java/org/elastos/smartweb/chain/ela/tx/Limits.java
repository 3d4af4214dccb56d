// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

/// The node's limits on fields and blocks, in bytes: reading refuses what is longer.
final class Limits {
  static final int TEXT = 16 << 20;
  static final int DATA = 1 << 20;
  static final int KEY = 33;
  static final int SCRIPT_KEY = 35;
  static final int CODE = 34_003;
  static final int SIGNATURE = 64;
  static final int SIGNATURES = 64_001;
  static final int BLOCK = 8_000_000;
  static final int HEADER = 1_000_000;
  static final int CONFIRM = 1_000_000;
  static final int TRANSACTIONS = 10_000;

  private Limits() {}

  static void absentUnless(boolean present, boolean empty) {
    if (!present && !empty) {
      throw new IllegalArgumentException("a field that this payload version lacks");
    }
  }

  static int known(int version, int highest) {
    if (version < 0 || version > highest) {
      throw new IllegalArgumentException("an unknown payload version");
    }
    return version;
  }
}
