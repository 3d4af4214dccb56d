// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.address;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Optional;

/// The curve secp256r1 as the JDK knows it, and its compressed points.
final class P256 {
  static final int SCALAR_BYTES = 32;
  static final ECParameterSpec PARAMETERS = parameters();
  static final BigInteger ORDER = PARAMETERS.getOrder();

  static final BigInteger PRIME = ((ECFieldFp) PARAMETERS.getCurve().getField()).getP();
  private static final BigInteger ROOT_EXPONENT = PRIME.add(BigInteger.ONE).shiftRight(2);
  private static final BigInteger HALF_EXPONENT = PRIME.shiftRight(1);
  private static final BigInteger THREE = BigInteger.valueOf(3);

  private P256() {}

  /// The point with this x and an even or odd y, if the curve has one.
  static Optional<ECPoint> point(BigInteger x, boolean odd) {
    if (x.signum() < 0 || x.compareTo(PRIME) >= 0) {
      return Optional.empty();
    }
    BigInteger square =
        x.multiply(x)
            .add(PARAMETERS.getCurve().getA())
            .multiply(x)
            .add(PARAMETERS.getCurve().getB())
            .mod(PRIME);
    BigInteger root = square.modPow(ROOT_EXPONENT, PRIME);
    if (!root.multiply(root).mod(PRIME).equals(square)) {
      return Optional.empty();
    }
    // No point has y = 0: the group's order is odd.
    return Optional.of(new ECPoint(x, root.testBit(0) == odd ? root : PRIME.subtract(root)));
  }

  /// The x coordinate of the sum of two points with different x.
  static BigInteger sumX(ECPoint one, ECPoint other) {
    BigInteger dx = other.getAffineX().subtract(one.getAffineX());
    BigInteger slope =
        other.getAffineY().subtract(one.getAffineY()).multiply(dx.modInverse(PRIME)).mod(PRIME);
    return slope.multiply(slope).subtract(one.getAffineX()).subtract(other.getAffineX()).mod(PRIME);
  }

  /// Whether a number below the prime is a square other than zero.
  static boolean isSquare(BigInteger number) {
    return number.modPow(HALF_EXPONENT, PRIME).equals(BigInteger.ONE);
  }

  /// The sum of two points of the curve. For public values only: its time tells about them.
  static ECPoint sum(ECPoint one, ECPoint other) {
    if (one.equals(ECPoint.POINT_INFINITY)) {
      return other;
    }
    if (other.equals(ECPoint.POINT_INFINITY)) {
      return one;
    }
    BigInteger dx = other.getAffineX().subtract(one.getAffineX());
    BigInteger dy = other.getAffineY().subtract(one.getAffineY());
    if (dx.signum() != 0) {
      return chord(one, other.getAffineX(), dy.multiply(dx.modInverse(PRIME)).mod(PRIME));
    }
    if (dy.signum() != 0) {
      return ECPoint.POINT_INFINITY;
    }
    BigInteger x = one.getAffineX();
    BigInteger rise = THREE.multiply(x).multiply(x).add(PARAMETERS.getCurve().getA());
    BigInteger slope = rise.multiply(one.getAffineY().shiftLeft(1).modInverse(PRIME)).mod(PRIME);
    return chord(one, x, slope);
  }

  /// A point so many times. For public values only: its time tells about them.
  ///
  /// @param scalar not negative
  static ECPoint times(BigInteger scalar, ECPoint point) {
    ECPoint sum = ECPoint.POINT_INFINITY;
    for (int bit = scalar.bitLength() - 1; bit >= 0; bit--) {
      sum = sum(sum, sum);
      sum = scalar.testBit(bit) ? sum(sum, point) : sum;
    }
    return sum;
  }

  private static ECPoint chord(ECPoint from, BigInteger otherX, BigInteger slope) {
    BigInteger x = slope.multiply(slope).subtract(from.getAffineX()).subtract(otherX).mod(PRIME);
    BigInteger y =
        slope.multiply(from.getAffineX().subtract(x)).subtract(from.getAffineY()).mod(PRIME);
    return new ECPoint(x, y);
  }

  /// An unsigned number as 32 bytes.
  static byte[] bytes(BigInteger number) {
    byte[] twos = number.toByteArray();
    byte[] out = new byte[SCALAR_BYTES];
    int take = Math.min(twos.length, SCALAR_BYTES);
    System.arraycopy(twos, twos.length - take, out, SCALAR_BYTES - take, take);
    return out;
  }

  private static ECParameterSpec parameters() {
    try {
      AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
      named.init(new ECGenParameterSpec("secp256r1"));
      return named.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks secp256r1", e);
    }
  }
}
