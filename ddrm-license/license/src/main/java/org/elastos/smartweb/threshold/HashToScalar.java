// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.util.Arrays;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.crypto.TaggedHash;

/// `Hs` of crypto core §0: RFC 9380 `hash_to_field` modulo the group's order with m=1, L=48 and
/// `expand_message_xmd` over SHA-256. Stateless.
final class HashToScalar {
  private static final int HASH_BYTES = 32;
  private static final int BLOCK_BYTES = 64;
  private static final int FIELD_BYTES = 48;
  private static final String DST_PREFIX = "SMARTWEB-V1-";

  private HashToScalar() {}

  /// May be zero: provers draw again, verifiers refuse.
  static BigInteger of(String tag, byte[]... parts) {
    byte[] dst = TaggedHash.ascii(DST_PREFIX + tag);
    byte[] wide = expandMessage(TaggedHash.lp(parts), dst, FIELD_BYTES);
    return new BigInteger(1, wide).mod(Curve.N);
  }

  /// RFC 9380 §5.3.1, for outputs up to 255 hashes long and tags up to 255 bytes.
  static byte[] expandMessage(byte[] message, byte[] dst, int length) {
    int blocks = (length + HASH_BYTES - 1) / HASH_BYTES;
    if (blocks > 255 || dst.length > 255) {
      throw new IllegalArgumentException("outside the range of expand_message_xmd");
    }
    byte[] dstPrime = Arrays.copyOf(dst, dst.length + 1);
    dstPrime[dst.length] = (byte) dst.length;
    byte[] lengthBytes = {(byte) (length >> 8), (byte) length};
    byte[] b0 = sha256(new byte[BLOCK_BYTES], message, lengthBytes, new byte[] {0}, dstPrime);
    byte[] previous = sha256(b0, new byte[] {1}, dstPrime);
    byte[] out = new byte[blocks * HASH_BYTES];
    System.arraycopy(previous, 0, out, 0, HASH_BYTES);
    for (int i = 2; i <= blocks; i++) {
      byte[] mixed = new byte[HASH_BYTES];
      for (int j = 0; j < HASH_BYTES; j++) {
        mixed[j] = (byte) (b0[j] ^ previous[j]);
      }
      previous = sha256(mixed, new byte[] {(byte) i}, dstPrime);
      System.arraycopy(previous, 0, out, (i - 1) * HASH_BYTES, HASH_BYTES);
    }
    return Arrays.copyOf(out, length);
  }

  private static byte[] sha256(byte[]... parts) {
    return Sha256.of(parts).bytes();
  }
}
