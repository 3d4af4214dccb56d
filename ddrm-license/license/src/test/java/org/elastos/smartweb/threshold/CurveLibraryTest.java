// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.elastos.smartweb.threshold.GroupArithmetic.Term;
import org.elastos.smartweb.threshold.internal.NativeBinary;
import org.junit.jupiter.api.Test;

/// Both implementations of the group against each other, where they could differ.
class CurveLibraryTest {
  private static final long SEED = 20261201;

  private final SeededRandom random = new SeededRandom(SEED);
  private final GroupArithmetic pure = new BouncyCastleGroup();

  /// Every library that works on this machine; for the known answers.
  static Stream<CurveLibrary> available() {
    return Stream.of(CurveLibrary.values()).filter(CurveLibrary::isAvailable);
  }

  /// The native library, or where there is none the pure one against itself.
  private GroupArithmetic other() {
    return CurveLibrary.LIBSECP256K1.isAvailable()
        ? CurveLibrary.LIBSECP256K1.call(CurveLibrary::current)
        : pure;
  }

  @Test
  void theNativeLibraryIsPreferredWhereItHasABinary() {
    boolean exists =
        NativeBinary.forPlatform(System.getProperty("os.name"), System.getProperty("os.arch"))
            .isPresent();
    assertThat(CurveLibrary.LIBSECP256K1.isAvailable()).isEqualTo(exists);
    assertThat(CurveLibrary.preferred())
        .isEqualTo(exists ? CurveLibrary.LIBSECP256K1 : CurveLibrary.BOUNCY_CASTLE);
    assertThat(CurveLibrary.BOUNCY_CASTLE.isAvailable()).isTrue();
  }

  @Test
  void whoeverChoosesALibraryGetsItAndOthersDoNot() {
    GroupArithmetic chosen = CurveLibrary.BOUNCY_CASTLE.call(CurveLibrary::current);
    assertThat(chosen).isInstanceOf(BouncyCastleGroup.class);
    if (CurveLibrary.LIBSECP256K1.isAvailable()) {
      assertThat(CurveLibrary.current()).isInstanceOf(NativeGroup.class);
    } else {
      assertThatIllegalStateException()
          .isThrownBy(() -> CurveLibrary.LIBSECP256K1.call(CurveLibrary::current));
    }
  }

  @Test
  void aLibraryThatCalculatesWronglyIsNotUsed() {
    assertThat(CurveLibrary.agrees(pure)).isTrue();
    GroupArithmetic wrongSums = lying(pure, false);
    GroupArithmetic wrongPoints = lying(pure, true);
    assertThat(CurveLibrary.agrees(wrongSums)).isFalse();
    assertThat(CurveLibrary.agrees(wrongPoints)).isFalse();
  }

  private static GroupArithmetic lying(GroupArithmetic honest, boolean aboutPoints) {
    return new GroupArithmetic() {
      @Override
      public Optional<GroupElement> decode(byte[] compressed) {
        return aboutPoints ? Optional.of(Curve.G) : honest.decode(compressed);
      }

      @Override
      public Optional<GroupElement> sum(List<Term> terms) {
        return aboutPoints ? honest.sum(terms) : Optional.of(Curve.G);
      }
    };
  }

  @Test
  void bothGiveTheSameSumsOfRandomAndExtremeTerms() {
    GroupArithmetic binary = other();
    List<GroupElement> points = new ArrayList<>(List.of(Curve.G, Curve.H2));
    for (int round = 0; round < 400; round++) {
      List<Term> terms = new ArrayList<>();
      for (int k = random.nextInt(5); k >= 0; k--) {
        terms.add(new Term(points.get(random.nextInt(points.size())), factor()));
      }
      Optional<GroupElement> expected = pure.sum(terms);
      assertThat(binary.sum(terms))
          .as("round %d of %s: %s", round, random, terms)
          .isEqualTo(expected);
      expected.filter(_ -> points.size() < 40).ifPresent(points::add);
    }
  }

  private BigInteger factor() {
    return switch (random.nextInt(6)) {
      case 0 -> BigInteger.ONE;
      case 1 -> Curve.N.subtract(BigInteger.ONE);
      case 2 -> BigInteger.TWO;
      default -> Scalars.random(random);
    };
  }

  @Test
  void bothSeeTheIdentityHoweverItComesAbout() {
    BigInteger k = Scalars.random(random);
    GroupElement kg = Curve.publicTimesG(k);
    Term one = new Term(kg, BigInteger.ONE);
    Term minus = new Term(kg, Curve.N.subtract(BigInteger.ONE));
    Term minusG = new Term(Curve.G, Scalars.negate(k));
    Term g = new Term(Curve.G, k);
    for (List<Term> cancelling :
        List.of(
            List.of(one, minus),
            List.of(one, minusG),
            List.of(minusG, one),
            List.of(g, minusG),
            List.of(one, minus, g, minusG))) {
      available()
          .forEach(library ->
              assertThat(library.call(() -> CurveLibrary.current().sum(cancelling)))
                  .as("%s %s", library, cancelling)
                  .isEmpty());
    }
    List<Term> back = List.of(one, minus, g);
    available()
        .forEach(library ->
            assertThat(library.call(() -> CurveLibrary.current().sum(back))).contains(kg));
  }

  @Test
  void bothReadTheSamePointsAndRefuseTheSameBytes() {
    GroupArithmetic binary = other();
    int read = 0;
    for (int round = 0; round < 300; round++) {
      byte[] bytes = new byte[GroupElement.BYTES];
      random.nextBytes(bytes);
      bytes[0] = (byte) (2 + (bytes[0] & 1));
      if (round % 10 == 0) {
        Arrays.fill(bytes, 1, 29, (byte) 0xff);
      }
      Optional<GroupElement> expected = pure.decode(bytes);
      assertThat(binary.decode(bytes)).as("round %d of %s", round, random).isEqualTo(expected);
      if (expected.isPresent()) {
        read++;
        assertThat(binary.decode(bytes).orElseThrow().affine()).isEqualTo(expected.get().affine());
        assertThat(binary.decode(bytes).orElseThrow().point()).isEqualTo(expected.get().point());
      }
    }
    assertThat(read).isBetween(100, 200);
  }

  @Test
  void blindsEverySecretInBothLibraries() {
    BigInteger secret = Scalars.random(random);
    List<List<Term>> seen = new ArrayList<>();
    GroupElement expected = Curve.blinded(Curve.H2, secret, random);
    available()
        .forEach(library ->
            assertThat(library.call(() -> Curve.blinded(Curve.H2, secret, random)))
                .isEqualTo(expected));
    for (int round = 0; round < 20; round++) {
      seen.add(Curve.halves(Curve.H2, secret, random));
    }
    assertThat(seen).doesNotHaveDuplicates();
    for (List<Term> halves : seen) {
      assertThat(halves).hasSize(2).noneMatch(half -> half.factor().equals(secret));
      assertThat(halves.stream().map(Term::factor).reduce(BigInteger.ZERO, BigInteger::add))
          .satisfies(sum -> assertThat(sum.mod(Curve.N)).isEqualTo(secret));
    }
  }
}
