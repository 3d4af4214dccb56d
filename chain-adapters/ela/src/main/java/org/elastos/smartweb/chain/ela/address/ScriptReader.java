// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.address;

import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.Refusal;

/// The known shapes of codes, told apart by their first byte.
final class ScriptReader {
  static final int CHECK_SIG = 0xac;
  static final int CHECK_MULTI_SIG = 0xae;
  static final int CROSS_CHAIN = 0xaf;
  static final int SCHNORR = 0x51;
  static final int PUSH_0 = 0x50;
  static final int SMALL = 16;

  private static final int KEY = P256PublicKey.BYTES;
  private static final int KEY_CODE = 35;
  private static final String FIELD = "script";

  private ScriptReader() {}

  static Script read(ElaReader in) {
    int size = in.remaining();
    int first = in.u8(FIELD);
    if (first == KEY && size == KEY_CODE) {
      P256PublicKey key = key(in);
      expect(in, CHECK_SIG);
      return new Script.Standard(key);
    }
    if (first == Hash256.BYTES && size == Hash256.BYTES + 2) {
      Hash256 genesis = in.hash256(FIELD);
      expect(in, CROSS_CHAIN);
      return new Script.CrossChain(genesis);
    }
    if (first == SCHNORR && size == KEY_CODE) {
      expect(in, KEY);
      return new Script.Schnorr(key(in));
    }
    return several(in, number(in, first));
  }

  private static Script several(ElaReader in, int required) {
    List<P256PublicKey> keys = new ArrayList<>();
    int next = in.u8(FIELD);
    while (next == KEY) {
      keys.add(key(in));
      next = in.u8(FIELD);
    }
    int count = number(in, next);
    if (count != keys.size() || required < 1 || required > count) {
      throw unsupported(in);
    }
    return switch (in.u8(FIELD)) {
      case CHECK_MULTI_SIG -> new Script.MultiSignature(required, keys);
      case CROSS_CHAIN -> new Script.Arbiters(required, keys);
      default -> throw unsupported(in);
    };
  }

  private static int number(ElaReader in, int first) {
    if (first > PUSH_0 && first <= PUSH_0 + SMALL) {
      return first - PUSH_0;
    }
    int number = first == 1 ? in.u8(FIELD) : 0;
    if (number <= SMALL) {
      throw unsupported(in);
    }
    return number;
  }

  private static P256PublicKey key(ElaReader in) {
    return P256PublicKey.of(in.fixed(KEY, FIELD)).orElseThrow(() -> unsupported(in));
  }

  private static void expect(ElaReader in, int value) {
    if (in.u8(FIELD) != value) {
      throw unsupported(in);
    }
  }

  private static RuntimeException unsupported(ElaReader in) {
    return in.refusal(Refusal.UNSUPPORTED_SCRIPT, FIELD);
  }
}
