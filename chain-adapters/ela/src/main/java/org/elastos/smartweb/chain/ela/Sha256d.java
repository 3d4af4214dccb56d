// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.elastos.smartweb.chain.Hash256;

/// Double SHA-256, the chain's hash, with scratch of its own so that verifying allocates nothing.
/// Not thread-safe: one per thread. Results stand in internal order, see [ElaHash].
public final class Sha256d {
  private final MessageDigest digest = newDigest();
  private final byte[] scratch = new byte[Hash256.BYTES];

  /// The hash of whole bytes; for places that hash once.
  public static Hash256 of(byte[] bytes) {
    byte[] out = new byte[Hash256.BYTES];
    new Sha256d().hash(bytes, 0, bytes.length, out, 0);
    return Hash256.of(out);
  }

  /// The hash of two hashes, left then right; for places that hash once.
  public static Hash256 of(Hash256 left, Hash256 right) {
    byte[] out = new byte[Hash256.BYTES];
    new Sha256d().pair(left.bytes(), 0, right.bytes(), 0, out);
    return Hash256.of(out);
  }

  /// Hashes a window into 32 bytes of `out`.
  public void hash(Slice input, byte[] out, int outOffset) {
    hash(input.array(), input.offset(), input.length(), out, outOffset);
  }

  /// Hashes a range into 32 bytes of `out`, which may be the same array.
  // Five numbers of one range each: a record would be allocated on the hottest path.
  @SuppressWarnings("TooManyParameters")
  public void hash(byte[] input, int offset, int length, byte[] out, int outOffset) {
    digest.update(input, offset, length);
    finish(out, outOffset);
  }

  /// Hashes 32 bytes of `left` followed by 32 of `right` into the first 32 of `out`, which may be
  /// one of them.
  @SuppressWarnings("TooManyParameters")
  public void pair(byte[] left, int leftOffset, byte[] right, int rightOffset, byte[] out) {
    digest.update(left, leftOffset, Hash256.BYTES);
    digest.update(right, rightOffset, Hash256.BYTES);
    finish(out, 0);
  }

  /// Climbs a merkle branch in place: bit k of the index says whether the k-th sibling stands left.
  /// A branch longer than 32 continues with zero bits, as the index has no more.
  ///
  /// @param hash 32 bytes: the leaf, afterwards the root
  /// @param branch the siblings, 32 bytes each, from the leaf up
  /// @param index unsigned 32-bit position
  public void fold(byte[] hash, Slice branch, long index) {
    if (branch.length() % Hash256.BYTES != 0) {
      throw new IllegalArgumentException("a branch holds whole hashes");
    }
    Objects.checkFromIndexSize(0, Hash256.BYTES, hash.length);
    byte[] siblings = branch.array();
    int end = branch.offset() + branch.length();
    long bits = index;
    for (int at = branch.offset(); at < end; at += Hash256.BYTES) {
      if ((bits & 1) == 1) {
        pair(siblings, at, hash, 0, hash);
      } else {
        pair(hash, 0, siblings, at, hash);
      }
      bits >>>= 1;
    }
  }

  private void finish(byte[] out, int outOffset) {
    try {
      digest.digest(scratch, 0, Hash256.BYTES);
      digest.update(scratch, 0, Hash256.BYTES);
      digest.digest(out, outOffset, Hash256.BYTES);
    } catch (DigestException e) {
      throw new IllegalArgumentException("no room for the hash", e);
    }
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
