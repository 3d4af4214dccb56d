// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /// Σ λᵢPᵢ; empty for the identity.
  static Optional<GroupElement> interpolateAtZero(int[] indices, List<GroupElement> points) {
    List<GroupArithmetic.Term> terms = new ArrayList<>();
    for (int k = 0; k < indices.length; k++) {
      terms.add(new GroupArithmetic.Term(points.get(k), lagrangeAtZero(indices[k], indices)));
    }
    return CurveLibrary.current().sum(terms);
  }
}
