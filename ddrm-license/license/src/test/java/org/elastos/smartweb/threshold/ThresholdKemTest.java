// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.ECPoint;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.threshold.CombineOutcome.Combined;
import org.elastos.smartweb.threshold.CombineOutcome.Reason;
import org.elastos.smartweb.threshold.CombineOutcome.Refused;
import org.junit.jupiter.api.Test;

class ThresholdKemTest {
  private static final Hash256 ASSET = Hash256.fromHex("01".repeat(32));
  private static final Hash256 POLICY = Hash256.fromHex("02".repeat(32));
  private static final Hash256 REQUEST = Hash256.fromHex("03".repeat(32));
  private static final int U_AT = 66;

  private final SeededRandom random = new SeededRandom(20261123);
  private final byte[] fileKey = new byte[32];
  private final TrustedDealer dealer = TrustedDealer.deal(1, new CommitteeShape(5, 3), random);
  private final GroupKey group = dealer.keys().groupKey();
  private final KemTarget target = new KemTarget(group.gk(), ASSET, POLICY);
  private final ThresholdHeader header = encrypt();

  private ThresholdHeader encrypt() {
    random.nextBytes(fileKey);
    try (SecretBytes key = SecretBytes.copyOf(fileKey)) {
      return ThresholdKem.encrypt(group, target, key, random);
    }
  }

  private CheckedHeader checked() {
    return ThresholdKem.check(header, ASSET).orElseThrow();
  }

  private VerifiedPartial partial(TrustedDealer of, CheckedHeader checked, int index) {
    Partial partial = of.share(index).partial(checked, REQUEST, random);
    return of.keys().verify(checked, REQUEST, index, partial).orElseThrow();
  }

  @Test
  void everyThresholdSubsetOfUpToSevenGivesTheSameKeyAndFewerNever() {
    for (int n = 1; n <= 7; n++) {
      for (int t = 1; n >= 2 * t - 1; t++) {
        everySubset(new CommitteeShape(n, t));
      }
    }
  }

  private void everySubset(CommitteeShape shape) {
    TrustedDealer committee = TrustedDealer.deal(3, shape, random);
    GroupKey key = committee.keys().groupKey();
    ThresholdHeader sealed;
    try (SecretBytes secret = SecretBytes.copyOf(fileKey)) {
      sealed = ThresholdKem.encrypt(key, new KemTarget(key.gk(), ASSET, POLICY), secret, random);
    }
    CheckedHeader checked = ThresholdKem.check(sealed, ASSET).orElseThrow();
    List<VerifiedPartial> all =
        IntStream.rangeClosed(1, shape.members())
            .mapToObj(i -> partial(committee, checked, i))
            .toList();
    for (int mask = 0; mask < 1 << shape.members(); mask++) {
      List<VerifiedPartial> subset = new ArrayList<>();
      for (int i = 0; i < shape.members(); i++) {
        if ((mask >> i & 1) == 1) {
          subset.add(all.get(i));
        }
      }
      CombineOutcome outcome = Combiner.combine(checked, committee.keys(), subset);
      if (subset.size() == shape.threshold()) {
        assertThat(((Combined) outcome).fileKey().matches(fileKey)).as("%s", shape).isTrue();
      } else {
        assertThat(outcome).isEqualTo(new Refused(Reason.WRONG_COUNT));
      }
    }
  }

  @Test
  void fewerSharesThanTheThresholdInterpolateToAnotherPoint() {
    CheckedHeader checked = checked();
    List<GroupElement> two =
        List.of(partial(dealer, checked, 1).d(), partial(dealer, checked, 2).d());
    GroupElement wrong = Polynomials.interpolateAtZero(new int[] {1, 2}, two).orElseThrow();
    assertThat(ThresholdKem.unwrap(checked, wrong)).isEmpty();
  }

  @Test
  void refusesTheLabelOfAnotherAssetOrPolicy() {
    assertThat(ThresholdKem.check(header, POLICY)).isEmpty();
    byte[] otherPolicy = header.bytes();
    otherPolicy[40] ^= 1;
    assertThat(ThresholdKem.check(ThresholdHeader.require(otherPolicy), ASSET)).isEmpty();
    byte[] otherGroup = header.bytes();
    otherGroup[10] ^= 1;
    assertThat(ThresholdKem.check(ThresholdHeader.require(otherGroup), ASSET)).isEmpty();
    assertThat(dealer.uses()).isZero();
  }

  @Test
  void refusesMalleatedAndSwappedPoints() {
    ECPoint u = header.u().point();
    assertThat(check(withPoint(U_AT, u.add(Curve.G.point())))).isFalse();
    assertThat(check(withPoint(U_AT, u.twice()))).isFalse();
    assertThat(check(withPoint(U_AT + 33, header.uBar().point().twice()))).isFalse();
    byte[] swapped = withPoint(U_AT, header.uBar().point());
    System.arraycopy(header.u().bytes(), 0, swapped, U_AT + 33, 33);
    assertThat(check(swapped)).isFalse();
    assertThat(dealer.uses()).isZero();
  }

  @Test
  void refusesEveryFlippedBitOfTheWrappedKeyAndProof() {
    for (int bit = (U_AT + 66) * 8; bit < ThresholdHeader.BYTES * 8; bit += 7) {
      byte[] flipped = header.bytes();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(check(flipped)).as("bit %d, %s", bit, random).isFalse();
    }
    assertThat(dealer.uses()).isZero();
  }

  @Test
  void refusesAProofThatLeadsToTheIdentity() {
    byte[] bytes = header.bytes();
    System.arraycopy(Curve.G.bytes(), 0, bytes, U_AT, 33);
    System.arraycopy(Scalars.encode(BigInteger.TWO), 0, bytes, U_AT + 66, 32);
    System.arraycopy(Scalars.encode(BigInteger.TWO), 0, bytes, U_AT + 98, 32);
    assertThat(check(bytes)).isFalse();
    System.arraycopy(Curve.H2.bytes(), 0, bytes, U_AT, 33);
    System.arraycopy(Curve.H2.bytes(), 0, bytes, U_AT + 33, 33);
    assertThat(check(bytes)).isFalse();
  }

  private static boolean check(byte[] bytes) {
    return ThresholdKem.check(ThresholdHeader.require(bytes), ASSET).isPresent();
  }

  private byte[] withPoint(int at, ECPoint point) {
    byte[] bytes = header.bytes();
    System.arraycopy(new GroupElement(point).bytes(), 0, bytes, at, 33);
    return bytes;
  }

  @Test
  void refusesAPartialMovedToAnotherRequestEpochIndexOrCiphertext() {
    CheckedHeader checked = checked();
    Partial one = dealer.share(1).partial(checked, REQUEST, random);
    EpochKeys keys = dealer.keys();
    assertThat(keys.verify(checked, REQUEST, 1, one)).isPresent();
    assertThat(keys.verify(checked, ASSET, 1, one)).isEmpty();
    assertThat(keys.verify(checked, REQUEST, 2, one)).isEmpty();
    assertThat(keys.verify(checked, REQUEST, 0, one)).isEmpty();
    assertThat(keys.verify(checked, REQUEST, 6, one)).isEmpty();
    EpochKeys later = EpochKeys.decode(2, keys.shape(), keys.publicData().bytes()).orElseThrow();
    assertThat(later.verify(checked, REQUEST, 1, one)).isEmpty();
    CheckedHeader other = ThresholdKem.check(encrypt(), ASSET).orElseThrow();
    assertThat(keys.verify(other, REQUEST, 1, one)).isEmpty();
  }

  @Test
  void refusesAWrongPartialAndASwappedProof() {
    CheckedHeader checked = checked();
    EpochKeys keys = dealer.keys();
    Partial right = dealer.share(2).partial(checked, REQUEST, random);
    Partial another = dealer.share(2).partial(checked, REQUEST, random);
    assertThat(right.c()).as("the nonce is fresh each time").isNotEqualTo(another.c());
    GroupElement moved = new GroupElement(right.d().point().add(Curve.G.point()));
    assertThat(keys.verify(checked, REQUEST, 2, new Partial(moved, right.c(), right.z())))
        .isEmpty();
    assertThat(keys.verify(checked, REQUEST, 2, new Partial(right.d(), another.c(), right.z())))
        .isEmpty();
    Partial identity =
        new Partial(right.d(), BigInteger.TWO, BigInteger.TWO.multiply(secretOf(2)).mod(Curve.N));
    assertThat(keys.verify(checked, REQUEST, 2, identity)).as("W is the identity").isEmpty();
  }

  @Test
  void refusesAProofWhoseSecondCommitmentIsTheIdentity() {
    CheckedHeader checked = checked();
    Partial partial = new Partial(checked.header().u(), BigInteger.TWO, BigInteger.TWO);
    assertThat(dealer.keys().verify(checked, REQUEST, 2, partial)).isEmpty();
  }

  private BigInteger secretOf(int index) {
    try (SecretBytes secret = dealer.share(index).exportSecret()) {
      return secret.use(bytes -> new BigInteger(1, bytes));
    }
  }

  @Test
  void refusesToMixEpochsMembersOrCiphertexts() {
    CheckedHeader checked = checked();
    CheckedHeader other = ThresholdKem.check(encrypt(), ASSET).orElseThrow();
    VerifiedPartial one = partial(dealer, checked, 1);
    VerifiedPartial two = partial(dealer, checked, 2);
    VerifiedPartial three = partial(dealer, checked, 3);
    EpochKeys keys = dealer.keys();
    EpochKeys later = EpochKeys.decode(2, keys.shape(), keys.publicData().bytes()).orElseThrow();
    refuses(Reason.MIXED_EPOCHS, checked, later, List.of(one, two, three));
    refuses(Reason.DUPLICATE_INDEX, checked, keys, List.of(one, two, two));
    refuses(Reason.OTHER_CIPHERTEXT, other, keys, List.of(one, two, three));
    refuses(Reason.OTHER_CIPHERTEXT, checked, keys, List.of(one, two, partial(dealer, other, 3)));
    EpochKeys foreign = TrustedDealer.deal(1, keys.shape(), random).keys();
    refuses(Reason.OTHER_CIPHERTEXT, checked, foreign, List.of(one, two, three));
    assertThat(Combiner.combine(checked, keys, List.of(three, one, two)))
        .isInstanceOf(Combined.class);
    assertThat(one.index()).isEqualTo(1);
  }

  private static void refuses(
      Reason reason, CheckedHeader header, EpochKeys keys, List<VerifiedPartial> partials) {
    assertThat(Combiner.combine(header, keys, partials)).isEqualTo(new Refused(reason));
    assertThat(reason.text()).isEqualTo(reason.name().toLowerCase(java.util.Locale.ROOT));
  }

  @Test
  void blamesNoNodeWhenTheMakerSealedTheKeyWrongly() {
    BigInteger r = Scalars.random(random);
    BigInteger s = Scalars.random(random);
    GroupKey foreign = TrustedDealer.deal(1, dealer.keys().shape(), random).keys().groupKey();
    ThresholdKem.Sealing sealing =
        new ThresholdKem.Sealing(foreign, target, SecretBytes.copyOf(fileKey));
    ThresholdHeader wrong =
        ThresholdKem.seal(sealing, new ThresholdKem.Exponents(r, s), random).orElseThrow();
    CheckedHeader checked = ThresholdKem.check(wrong, ASSET).orElseThrow();
    List<VerifiedPartial> partials =
        IntStream.rangeClosed(1, 3).mapToObj(i -> partial(dealer, checked, i)).toList();
    refuses(Reason.ENVELOPE_INVALID, checked, dealer.keys(), partials);
  }

  @Test
  void refusesToEncryptWhatIsNotAFileKeyOrForAnotherGroup() {
    try (SecretBytes small = SecretBytes.copyOf(new byte[16]);
        SecretBytes right = SecretBytes.copyOf(fileKey)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ThresholdKem.encrypt(group, target, small, random));
      KemTarget other = new KemTarget(ASSET, ASSET, POLICY);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ThresholdKem.encrypt(group, other, right, random));
    }
  }
}
