// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;

/// Polynomials over the scalars and over the group, and Lagrange's interpolation at zero.
/// Stateless.
final class Polynomials {
  private Polynomials() {}

  /// f(at) by Horner's rule; coefficients from the constant one up.
  static BigInteger evaluate(List<BigInteger> coefficients, BigInteger at) {
    BigInteger sum = BigInteger.ZERO;
    for (BigInteger coefficient : coefficients.reversed()) {
      sum = sum.multiply(at).add(coefficient).mod(Curve.N);
    }
    return sum;
  }

  /// Σ atᵏ·Aₖ for public commitments; may be the identity.
  static ECPoint evaluate(List<GroupElement> commitments, int at) {
    BigInteger x = BigInteger.valueOf(at);
    ECPoint sum = Curve.CURVE.getInfinity();
    for (GroupElement commitment : commitments.reversed()) {
      sum = ECAlgorithms.referenceMultiply(sum, x).add(commitment.point());
    }
    return sum;
  }

  /// λᵢ = ∏ⱼ≠ᵢ j/(j−i) for distinct indices.
  static BigInteger lagrangeAtZero(int i, int[] indices) {
    BigInteger numerator = BigInteger.ONE;
    BigInteger denominator = BigInteger.ONE;
    for (int j : indices) {
      if (j != i) {
        numerator = numerator.multiply(BigInteger.valueOf(j)).mod(Curve.N);
        denominator = denominator.multiply(BigInteger.valueOf(j - (long) i)).mod(Curve.N);
      }
    }
    return numerator.multiply(denominator.modInverse(Curve.N)).mod(Curve.N);
  }

  /// Σ λᵢPᵢ; may be the identity.
  static ECPoint interpolateAtZero(int[] indices, List<GroupElement> points) {
    ECPoint[] terms = new ECPoint[indices.length];
    BigInteger[] factors = new BigInteger[indices.length];
    for (int k = 0; k < indices.length; k++) {
      terms[k] = points.get(k).point();
      factors[k] = lagrangeAtZero(indices[k], indices);
    }
    return ECAlgorithms.sumOfMultiplies(terms, factors);
  }
}
