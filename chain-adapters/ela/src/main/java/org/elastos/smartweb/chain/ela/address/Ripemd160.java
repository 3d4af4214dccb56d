// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.address;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// RIPEMD-160 (Dobbertin, Bosselaers, Preneel 1996), which the JDK lacks. Short inputs only need it
/// here: it is plain, not fast.
final class Ripemd160 {
  private static final int BLOCK = 64;
  private static final int STEPS = 80;
  private static final int[] START = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};

  // Per line, five rounds of sixteen steps: which word enters, how far it turns, what is added.
  private static final Line LEFT =
      new Line(
          "0123456789abcdef74d1a6f3c0952eb83ae49f812706db5c19ba08c4d37fe56240597c2ae138b6fd",
          "befc5879bdef6798768db97f7cf9b7dcbd67e9dfe8d65c75bcefef989e56865c9f5b68dc5cdeb856",
          new int[] {0, 0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xa953fd4e});
  private static final Line RIGHT =
      new Line(
          "5e7092b4d6f81a3c6b370d5aef8c4912f5137e69b8c2a04d86413bf05c2d97aecfa4158762de039b",
          "899bdff5778beec69df7c89b77c76fdb97fb866ecd5edd75f58bee6e69c9c5f885c9c5e68d65fdbb",
          new int[] {0x50a28be6, 0x5c4dd124, 0x6d703ef3, 0x7a6d76e9, 0});

  private record Line(String words, String turns, int[] constants) {
    int[] run(int[] state, int[] block, boolean forwards) {
      int[] s = state.clone();
      for (int step = 0; step < STEPS; step++) {
        int round = step / 16;
        int mixed = mix(forwards ? round : 4 - round, s[1], s[2], s[3]);
        int sum = s[0] + mixed + block[digit(words, step)] + constants[round];
        int turned = Integer.rotateLeft(sum, digit(turns, step)) + s[4];
        s[0] = s[4];
        s[4] = s[3];
        s[3] = Integer.rotateLeft(s[2], 10);
        s[2] = s[1];
        s[1] = turned;
      }
      return s;
    }
  }

  private Ripemd160() {}

  static byte[] of(byte[] message) {
    int padded = (message.length + 8) / BLOCK * BLOCK + BLOCK;
    ByteBuffer input = ByteBuffer.allocate(padded).order(ByteOrder.LITTLE_ENDIAN);
    input.put(message).put((byte) 0x80);
    input.putLong(padded - 8, 8L * message.length);
    int[] state = START.clone();
    int[] block = new int[16];
    for (int at = 0; at < padded; at += BLOCK) {
      for (int i = 0; i < block.length; i++) {
        block[i] = input.getInt(at + 4 * i);
      }
      int[] left = LEFT.run(state, block, true);
      int[] right = RIGHT.run(state, block, false);
      int[] next = new int[state.length];
      for (int i = 0; i < state.length; i++) {
        next[i] = state[(i + 1) % 5] + left[(i + 2) % 5] + right[(i + 3) % 5];
      }
      state = next;
    }
    ByteBuffer out = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(state).forEach(out::putInt);
    return out.array();
  }

  private static int mix(int kind, int x, int y, int z) {
    return switch (kind) {
      case 0 -> x ^ y ^ z;
      case 1 -> (x & y) | (~x & z);
      case 2 -> (x | ~y) ^ z;
      case 3 -> (x & z) | (y & ~z);
      default -> x ^ (y | ~z);
    };
  }

  private static int digit(String digits, int index) {
    return Character.digit(digits.charAt(index), 16);
  }
}
