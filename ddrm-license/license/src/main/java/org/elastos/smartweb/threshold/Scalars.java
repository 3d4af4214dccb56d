// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/// Numbers modulo the group's order: strict 32-byte codec for 1..n-1, sampling, and arithmetic.
/// Stateless.
final class Scalars {
  static final int BYTES = 32;

  private Scalars() {}

  /// Reads 32 big-endian bytes; empty unless the value lies in 1..n-1.
  static Optional<BigInteger> decode(byte[] bytes) {
    if (bytes.length != BYTES) {
      return Optional.empty();
    }
    BigInteger value = new BigInteger(1, bytes);
    return inRange(value) ? Optional.of(value) : Optional.empty();
  }

  static boolean inRange(BigInteger value) {
    return value.signum() > 0 && value.compareTo(Curve.N) < 0;
  }

  /// 32 big-endian bytes of a value below 2^256.
  static byte[] encode(BigInteger value) {
    byte[] twos = value.toByteArray();
    byte[] out = new byte[BYTES];
    int take = Math.min(twos.length, BYTES);
    System.arraycopy(twos, twos.length - take, out, BYTES - take, take);
    Arrays.fill(twos, (byte) 0);
    return out;
  }

  /// Uniform in 1..n-1 by rejection.
  static BigInteger random(SecureRandom random) {
    return retry(
        () -> Optional.of(new BigInteger(Curve.N.bitLength(), random)).filter(Scalars::inRange));
  }

  /// Draws until an attempt succeeds. An attempt fails only when a hash or a response is zero,
  /// which nobody will ever see.
  static <T> T retry(Supplier<Optional<T>> attempt) {
    while (true) {
      Optional<T> made = attempt.get();
      if (made.isPresent()) {
        return made.get();
      }
    }
  }

  /// A hash to a scalar, unless it is zero.
  static Optional<BigInteger> nonZero(BigInteger hashed) {
    return Optional.of(hashed).filter(Scalars::inRange);
  }

  /// What is made of these scalars, unless one of them is zero.
  static <T> Optional<T> unlessZero(Supplier<T> make, BigInteger... scalars) {
    return Arrays.stream(scalars).allMatch(scalar -> scalar.signum() != 0)
        ? Optional.of(make.get())
        : Optional.empty();
  }

  /// `nonce + challenge · secret`.
  static BigInteger respond(BigInteger nonce, BigInteger challenge, BigInteger secret) {
    return nonce.add(challenge.multiply(secret)).mod(Curve.N);
  }

  static BigInteger negate(BigInteger value) {
    return value.negate().mod(Curve.N);
  }
}
