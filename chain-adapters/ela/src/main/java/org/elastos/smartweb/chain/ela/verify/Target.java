// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.Optional;

/// A target of proof of work: a positive integer of at most 256 bits with its compact form.
/// Immutable; comparing allocates nothing.
public final class Target {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final BigInteger TWO_256 = BigInteger.ONE.shiftLeft(256);

  /// The highest target of every network: 2^255 - 1.
  public static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.ONE);

  private final long bits;
  private final BigInteger value;
  private final BigInteger work;
  private final long word0;
  private final long word1;
  private final long word2;
  private final long word3;

  private Target(long bits, BigInteger value) {
    this.bits = bits;
    this.value = value;
    this.work = TWO_256.divide(value.add(BigInteger.ONE));
    this.word0 = value.longValue();
    this.word1 = value.shiftRight(64).longValue();
    this.word2 = value.shiftRight(128).longValue();
    this.word3 = value.shiftRight(192).longValue();
  }

  /// The target that a header's bits stand for; empty when it is zero, negative or above {@link
  /// #LIMIT}.
  ///
  /// @param bits an unsigned 32-bit number; whatever stands above is refused
  public static Optional<Target> fromBits(long bits) {
    if (bits < 0 || bits > 0xffff_ffffL || (bits & 0x0080_0000L) != 0) {
      return Optional.empty();
    }
    int exponent = (int) (bits >>> 24);
    BigInteger mantissa = BigInteger.valueOf(bits & 0x007f_ffffL);
    BigInteger value = mantissa.shiftLeft(8 * (exponent - 3));
    return value.signum() == 0 || value.compareTo(LIMIT) > 0
        ? Optional.empty()
        : Optional.of(new Target(bits, value));
  }

  /// The compact form of a number that is not negative, rounded down to 23 bits of mantissa.
  static long compact(BigInteger value) {
    int size = (value.bitLength() + 7) / 8;
    long mantissa =
        size <= 3
            ? value.longValue() << (8 * (3 - size))
            : value.shiftRight(8 * (size - 3)).longValue();
    if ((mantissa & 0x0080_0000L) != 0) {
      mantissa >>>= 8;
      size++;
    }
    return mantissa | ((long) size << 24);
  }

  /// Whether 32 bytes, read as a little-endian integer, are at most this target.
  boolean reachedBy(byte[] hash, int offset) {
    int high = Long.compareUnsigned((long) LONGS.get(hash, offset + 24), word3);
    if (high != 0) {
      return high < 0;
    }
    int upper = Long.compareUnsigned((long) LONGS.get(hash, offset + 16), word2);
    if (upper != 0) {
      return upper < 0;
    }
    int lower = Long.compareUnsigned((long) LONGS.get(hash, offset + 8), word1);
    if (lower != 0) {
      return lower < 0;
    }
    return Long.compareUnsigned((long) LONGS.get(hash, offset), word0) <= 0;
  }

  /// The compact form it was read from.
  public long bits() {
    return bits;
  }

  /// The number itself.
  public BigInteger value() {
    return value;
  }

  /// The tries that a block at this target takes on average: 2^256 / (target + 1).
  public BigInteger work() {
    return work;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Target that && bits == that.bits;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(bits);
  }

  @Override
  public String toString() {
    return String.format("%08x", bits);
  }
}
