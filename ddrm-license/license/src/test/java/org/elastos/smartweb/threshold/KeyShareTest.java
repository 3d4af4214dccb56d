// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.junit.jupiter.api.Test;

class KeyShareTest {
  private static final Hash256 ASSET = Hash256.fromHex("01".repeat(32));

  private final SeededRandom random = new SeededRandom(7);
  private final TrustedDealer dealer = TrustedDealer.deal(4, new CommitteeShape(3, 2), random);

  private CheckedHeader header() {
    GroupKey group = dealer.keys().groupKey();
    try (SecretBytes key = SecretBytes.copyOf(new byte[32])) {
      KemTarget target = new KemTarget(group.gk(), ASSET, ASSET);
      return ThresholdKem.check(ThresholdKem.encrypt(group, target, key, random), ASSET)
          .orElseThrow();
    }
  }

  @Test
  void neverActivatesAShareOffThePolynomial() {
    SecretBytes foreign = dealer.share(2).exportSecret();
    assertThat(KeyShare.accept(dealer.keys(), 1, foreign, random))
        .isEqualTo(new KeyShare.Acceptance.Refused());
    assertThatIllegalStateException()
        .as("the refused secret is wiped")
        .isThrownBy(() -> foreign.use(bytes -> bytes.length));
    for (BigInteger bad : new BigInteger[] {BigInteger.ZERO, Curve.N}) {
      SecretBytes secret = SecretBytes.take(Scalars.encode(bad));
      assertThat(KeyShare.accept(dealer.keys(), 1, secret, random))
          .isEqualTo(new KeyShare.Acceptance.Refused());
    }
    SecretBytes own = dealer.share(1).exportSecret();
    assertThatThrownBy(() -> KeyShare.accept(dealer.keys(), 4, own, random))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void countsEveryUseAndNothingElse() {
    KeyShare share = dealer.share(1);
    CheckedHeader header = header();
    assertThat(share.uses()).isZero();
    share.exportSecret().close();
    share.partial(header, ASSET, random);
    share.partial(header, ASSET, random);
    assertThat(share.uses()).isEqualTo(2);
    assertThat(share.index()).isEqualTo(1);
    assertThat(share.epoch()).isEqualTo(4);
  }

  @Test
  void isUselessAfterCloseAndPrintsNoSecret() {
    KeyShare share = dealer.share(3);
    CheckedHeader header = header();
    assertThat(share).hasToString("KeyShare[epoch=4, index=3]");
    share.close();
    assertThatIllegalStateException().isThrownBy(() -> share.partial(header, ASSET, random));
  }

  @Test
  void survivesARandomSourceThatRepeatsItself() {
    CheckedHeader header = header();
    SeededRandom first = new SeededRandom(99);
    SeededRandom again = new SeededRandom(99);
    Hash256 other = Hash256.fromHex("05".repeat(32));
    Partial one = dealer.share(1).partial(header, ASSET, first);
    Partial two = dealer.share(1).partial(header, other, again);
    BigInteger zs = one.z().subtract(two.z());
    BigInteger cs = one.c().subtract(two.c());
    BigInteger leaked = zs.multiply(cs.modInverse(Curve.N)).mod(Curve.N);
    try (SecretBytes secret = dealer.share(1).exportSecret()) {
      assertThat(secret.matches(Scalars.encode(leaked))).isFalse();
    }
  }

  @Test
  void multipliesUnderBlindingToTheSameResult() {
    BigInteger secret = Scalars.random(random);
    GroupElement plain =
        new GroupElement(
            org.bouncycastle.math.ec.ECAlgorithms.referenceMultiply(Curve.H2.point(), secret));
    for (int round = 0; round < 8; round++) {
      assertThat(Curve.blinded(Curve.H2, secret, random)).isEqualTo(plain);
    }
  }
}
