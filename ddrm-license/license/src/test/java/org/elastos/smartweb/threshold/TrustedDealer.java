// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.elastos.smartweb.chain.SecretBytes;

/// For tests only: makes a committee's keys in one place, which the ceremony exists to avoid.
public final class TrustedDealer {
  private final EpochKeys keys;
  private final List<KeyShare> shares;

  TrustedDealer(long epoch, CommitteeShape shape, List<BigInteger> coefficients) {
    SeededRandom blinding = new SeededRandom(1);
    this.keys =
        EpochKeys.of(
                epoch,
                shape,
                coefficients.stream().map(a -> Curve.blinded(Curve.G, a, blinding)).toList())
            .orElseThrow();
    this.shares =
        IntStream.rangeClosed(1, shape.members())
            .mapToObj(j -> accept(j, Polynomials.evaluate(coefficients, BigInteger.valueOf(j))))
            .toList();
  }

  /// Keys of a fresh polynomial.
  public static TrustedDealer deal(long epoch, CommitteeShape shape, SecureRandom random) {
    List<BigInteger> coefficients =
        Stream.generate(() -> Scalars.random(random)).limit(shape.threshold()).toList();
    return new TrustedDealer(epoch, shape, coefficients);
  }

  private KeyShare accept(int index, BigInteger share) {
    SecretBytes secret = SecretBytes.take(Scalars.encode(share));
    return switch (KeyShare.accept(keys, index, secret, new SeededRandom(index))) {
      case KeyShare.Acceptance.Accepted(KeyShare accepted) -> accepted;
      case KeyShare.Acceptance.Refused() -> throw new IllegalStateException("own share refused");
    };
  }

  /// What the board would show.
  public EpochKeys keys() {
    return keys;
  }

  /// The share of a member, 1..n.
  public KeyShare share(int index) {
    return shares.get(index - 1);
  }

  /// How often any share was used.
  public long uses() {
    return shares.stream().mapToLong(KeyShare::uses).sum();
  }
}
