// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rules;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.ProgramHash;

/// What a program's code demands. Immutable.
public sealed interface Script {
  /// The first byte of a standard address's program hash.
  int STANDARD = 0x21;

  /// The first byte of a multi-signature address's program hash.
  int MULTI_SIGNATURE = 0x12;

  /// The first byte of a cross-chain address's program hash.
  int CROSS_CHAIN = 0x4b;

  /// The last byte of a common multi-signature script.
  int MULTI_END = 0xae;

  /// The last byte of a script of arbiters.
  int ARBITER_END = 0xaf;

  /// One key.
  record Standard(Bytes key) implements Script {}

  /// One key for Schnorr signatures, which this chain does not take.
  record Schnorr(Bytes key) implements Script {}

  /// So many of these keys; the end says whether they are arbiters.
  record Multi(int needed, List<Bytes> keys, int end) implements Script {
    /// Copies the list.
    public Multi {
      keys = List.copyOf(keys);
    }
  }

  /// Reads a code; empty when it is of no known kind.
  static Optional<Script> read(Bytes code) {
    byte[] bytes = code.bytes();
    if (bytes.length == 35) {
      Bytes key = Bytes.of(Arrays.copyOfRange(bytes, 1, 34));
      if (bytes[0] == 33 && bytes[34] == (byte) 0xac) {
        return Optional.of(new Standard(key));
      }
      if (bytes[0] == 0x51 && bytes[1] == 33) {
        return Optional.of(new Schnorr(Bytes.of(Arrays.copyOfRange(bytes, 2, 35))));
      }
    }
    return readMulti(bytes);
  }

  /// The code of one key.
  static Bytes standard(Bytes key) {
    return new ElaWriter().varBytes(key).u8(0xac).toBytes();
  }

  /// The code of so many of these keys, sorted by their X coordinate.
  static Bytes multi(int needed, List<Bytes> keys, int end) {
    List<Bytes> sorted = new ArrayList<>(keys);
    sorted.sort(
        Comparator.comparing(key -> new BigInteger(1, Arrays.copyOfRange(key.bytes(), 1, 33))));
    ElaWriter out = new ElaWriter().u8(0x50 + needed);
    sorted.forEach(out::varBytes);
    return out.u8(0x50 + keys.size()).u8(end).toBytes();
  }

  /// Who owns what the code unlocks.
  static ProgramHash owner(int prefix, Bytes code) {
    byte[] out = new byte[ProgramHash.BYTES];
    out[0] = (byte) prefix;
    System.arraycopy(codeHash(code), 0, out, 1, 20);
    return ProgramHash.of(out);
  }

  /// RIPEMD-160 of SHA-256.
  static byte[] codeHash(Bytes code) {
    byte[] bytes = code.bytes();
    SHA256Digest first = new SHA256Digest();
    first.update(bytes, 0, bytes.length);
    byte[] middle = new byte[32];
    first.doFinal(middle, 0);
    RIPEMD160Digest second = new RIPEMD160Digest();
    second.update(middle, 0, middle.length);
    byte[] out = new byte[20];
    second.doFinal(out, 0);
    return out;
  }

  private static Optional<Script> readMulti(byte[] bytes) {
    int body = bytes.length - 3;
    if (body < 34 || body % 34 != 0) {
      return Optional.empty();
    }
    int needed = Byte.toUnsignedInt(bytes[0]) - 0x50;
    int count = Byte.toUnsignedInt(bytes[bytes.length - 2]) - 0x50;
    int end = Byte.toUnsignedInt(bytes[bytes.length - 1]);
    List<Bytes> keys = new ArrayList<>();
    for (int at = 1; at <= body; at += 34) {
      if (bytes[at] != 33) {
        return Optional.empty();
      }
      keys.add(Bytes.of(Arrays.copyOfRange(bytes, at + 1, at + 34)));
    }
    boolean sound =
        count == keys.size()
            && needed >= 1
            && needed <= count
            && (end == MULTI_END || end == ARBITER_END)
            && new HashSet<>(keys).size() == count;
    return sound ? Optional.of(new Multi(needed, keys, end)) : Optional.empty();
  }
}
