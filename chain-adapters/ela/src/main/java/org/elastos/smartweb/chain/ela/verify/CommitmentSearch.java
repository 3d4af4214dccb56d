// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

/// Finds the merge-mining commitment in a coinbase script. The node searches the script's
/// hexadecimal text, so a pattern may also begin in the middle of a byte; such hits count here, and
/// none of them is ever the right one. Stateless; allocates nothing.
final class CommitmentSearch {
  /// How many bytes the magic has.
  static final int MAGIC_BYTES = 4;

  private static final int HASH_BYTES = 32;

  private CommitmentSearch() {}

  /// How often the magic stands in the script, at whole and at half bytes.
  static int magics(byte[] script, int length) {
    int found = 0;
    for (int at = 0; at + MAGIC_BYTES <= length; at++) {
      if (magicAt(script, at) || halfMagicAt(script, at, length)) {
        found++;
      }
    }
    return found;
  }

  /// Where the magic first stands at a whole byte, or -1.
  static int magic(byte[] script, int length) {
    for (int at = 0; at + MAGIC_BYTES <= length; at++) {
      if (magicAt(script, at)) {
        return at;
      }
    }
    return -1;
  }

  /// Whether the reversed root stands at `at`, and nowhere before, at whole or half bytes.
  static boolean rootFirstAt(byte[] script, int length, int at, byte[] root) {
    if (at + HASH_BYTES > length || !rootAt(script, at, root)) {
      return false;
    }
    for (int before = 0; before < at; before++) {
      if (rootAt(script, before, root) || halfRootAt(script, before, root)) {
        return false;
      }
    }
    return true;
  }

  private static boolean magicAt(byte[] script, int at) {
    return script[at] == (byte) 0xfa
        && script[at + 1] == (byte) 0xbe
        && script[at + 2] == 0x6d
        && script[at + 3] == 0x6d;
  }

  private static boolean halfMagicAt(byte[] script, int at, int length) {
    return (script[at] & 0x0f) == 0x0f
        && script[at + 1] == (byte) 0xab
        && script[at + 2] == (byte) 0xe6
        && script[at + 3] == (byte) 0xd6
        && at + MAGIC_BYTES < length
        && (script[at + 4] & 0xf0) == 0xd0;
  }

  private static boolean rootAt(byte[] script, int at, byte[] root) {
    for (int i = 0; i < HASH_BYTES; i++) {
      if (script[at + i] != root[HASH_BYTES - 1 - i]) {
        return false;
      }
    }
    return true;
  }

  // Only asked for places before a whole hit: the byte behind always exists.
  private static boolean halfRootAt(byte[] script, int at, byte[] root) {
    for (int i = 0; i < HASH_BYTES; i++) {
      int straddling = (script[at + i] << 4) | ((script[at + i + 1] & 0xf0) >>> 4);
      if ((byte) straddling != root[HASH_BYTES - 1 - i]) {
        return false;
      }
    }
    return true;
  }
}
