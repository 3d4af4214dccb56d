// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;

/// The group: secp256k1 with its generator `G` and the second generator `H₂` whose discrete
/// logarithm nobody knows. Stateless.
final class Curve {
  private static final X9ECParameters PARAMETERS = CustomNamedCurves.getByName("secp256k1");

  static final ECCurve CURVE = PARAMETERS.getCurve();

  /// The prime order of the group.
  static final BigInteger N = PARAMETERS.getN();

  static final GroupElement G = new GroupElement(PARAMETERS.getG());

  /// RFC 9380 suite `secp256k1_XMD:SHA-256_SSWU_RO_` of the message `smartweb/v1/tdh2/H` (crypto
  /// core §0). Bouncy Castle lacks the suite, so it is a constant; a test recomputes it.
  static final GroupElement H2 =
      new GroupElement(
          CURVE.decodePoint(
              HexFormat.of()
                  .parseHex("021129666282a3e301a22f7c89e4863de920ca9c82c7c8c8033559ba5f21c84e84")));

  private Curve() {}

  /// `secret · point`, the secret split into two fresh random halves so that no library's
  /// multiplication ever sees it as it is (decision B6).
  static GroupElement blinded(GroupElement point, BigInteger secret, SecureRandom random) {
    return CurveLibrary.current().sum(halves(point, secret, random)).orElseThrow();
  }

  /// The two products that a secret one is made of.
  static List<GroupArithmetic.Term> halves(
      GroupElement point, BigInteger secret, SecureRandom random) {
    BigInteger first;
    BigInteger second;
    do {
      first = Scalars.random(random);
      second = secret.subtract(first).mod(N);
    } while (second.signum() == 0);
    return List.of(new GroupArithmetic.Term(point, first), new GroupArithmetic.Term(point, second));
  }

  /// `scalar · G` for a public scalar in 1..n-1.
  static GroupElement publicTimesG(BigInteger scalar) {
    return sum(new GroupArithmetic.Term(G, scalar)).orElseThrow();
  }

  /// `a·P + b·Q` for public scalars in 1..n-1; empty for the identity.
  static Optional<GroupElement> publicSum(
      GroupElement p, BigInteger a, GroupElement q, BigInteger b) {
    return sum(new GroupArithmetic.Term(p, a), new GroupArithmetic.Term(q, b));
  }

  private static Optional<GroupElement> sum(GroupArithmetic.Term... terms) {
    return CurveLibrary.current().sum(List.of(terms));
  }
}
