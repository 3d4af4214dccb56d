// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;

/// The group in pure Java; runs everywhere. Stateless.
final class BouncyCastleGroup implements GroupArithmetic {
  @Override
  public Optional<GroupElement> decode(byte[] compressed) {
    try {
      return Optional.of(new GroupElement(Curve.CURVE.decodePoint(compressed)));
    } catch (IllegalArgumentException notOnCurve) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<GroupElement> sum(List<Term> terms) {
    ECPoint[] points = terms.stream().map(term -> term.point().point()).toArray(ECPoint[]::new);
    BigInteger[] factors = terms.stream().map(Term::factor).toArray(BigInteger[]::new);
    ECPoint sum =
        points.length == 2
            ? ECAlgorithms.sumOfTwoMultiplies(points[0], factors[0], points[1], factors[1])
            : ECAlgorithms.sumOfMultiplies(points, factors);
    return GroupElement.ofNonIdentity(sum);
  }
}
