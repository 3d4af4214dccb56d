// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.threshold.ThresholdHeader.Decoded;
import org.elastos.smartweb.threshold.ThresholdHeader.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
  private static final BigInteger P = Curve.CURVE.getField().getCharacteristic();
  private static final Hash256 ASSET = Hash256.fromHex("aa".repeat(32));
  private static final Hash256 POLICY = Hash256.fromHex("bb".repeat(32));
  private static final int U_AT = 66;
  private static final int E_AT = 132;

  private final TrustedDealer dealer =
      TrustedDealer.deal(1, new CommitteeShape(3, 2), new SeededRandom(11));
  private final byte[] header = header();

  private byte[] header() {
    GroupKey group = dealer.keys().groupKey();
    try (SecretBytes key = SecretBytes.copyOf(new byte[32])) {
      return ThresholdKem.encrypt(
              group, new KemTarget(group.gk(), ASSET, POLICY), key, new SeededRandom(12))
          .bytes();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 32, 34, 65})
  void refusesPointsOfAnotherLength(int length) {
    assertThat(GroupElement.decode(new byte[length])).isEmpty();
    byte[] uncompressed = Arrays.copyOf(Curve.G.point().getEncoded(false), length);
    assertThat(GroupElement.decode(uncompressed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 5, 6, 7, 255})
  void refusesPointsWithAnotherPrefix(int prefix) {
    byte[] bytes = Curve.G.bytes();
    bytes[0] = (byte) prefix;
    assertThat(GroupElement.decode(bytes)).isEmpty();
  }

  @Test
  void refusesPointsBeyondTheFieldAndOffTheCurve() {
    byte[] beyond = new byte[33];
    beyond[0] = 2;
    System.arraycopy(Scalars.encode(P.add(BigInteger.ONE)), 0, beyond, 1, 32);
    assertThat(GroupElement.decode(beyond)).isEmpty();
    byte[] off = new byte[33];
    off[0] = 2;
    off[32] = 5;
    assertThat(GroupElement.decode(off)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> GroupElement.require(off));
  }

  @Test
  void neverHoldsTheIdentity() {
    assertThat(GroupElement.ofNonIdentity(Curve.CURVE.getInfinity())).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GroupElement(Curve.CURVE.getInfinity()));
  }

  @Test
  void comparesPointsByTheirEncoding() {
    GroupElement same = GroupElement.require(Curve.G.bytes());
    assertThat(same).isEqualTo(Curve.G).hasSameHashCodeAs(Curve.G).hasToString(Curve.G.toString());
    assertThat(same).isNotEqualTo(Curve.H2).isNotEqualTo("G");
  }

  @Test
  void refusesScalarsOutsideOneToOrderMinusOne() {
    assertThat(Scalars.decode(new byte[31])).isEmpty();
    assertThat(Scalars.decode(new byte[33])).isEmpty();
    assertThat(Scalars.decode(new byte[32])).isEmpty();
    assertThat(Scalars.decode(Scalars.encode(Curve.N))).isEmpty();
    assertThat(Scalars.decode(Scalars.encode(Curve.N.add(BigInteger.ONE)))).isEmpty();
    BigInteger largest = Curve.N.subtract(BigInteger.ONE);
    assertThat(Scalars.decode(Scalars.encode(largest))).contains(largest);
    assertThat(Scalars.decode(Scalars.encode(BigInteger.ONE))).contains(BigInteger.ONE);
  }

  @Test
  void readsBackItsOwnHeader() {
    ThresholdHeader read = ThresholdHeader.require(header);
    assertThat(read.bytes()).isEqualTo(header);
    assertThat(read.gk()).isEqualTo(dealer.keys().groupKey().gk());
    assertThat(read.policyHash()).isEqualTo(POLICY);
    assertThat(read).isEqualTo(ThresholdHeader.require(header)).isNotEqualTo("K");
    assertThat(read).hasSameHashCodeAs(ThresholdHeader.require(header));
    assertThat(read.toString()).contains(POLICY.hex());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 243, 245, 1000})
  void refusesHeadersOfAnotherLength(int length) {
    assertRefused(Arrays.copyOf(header, length), Reason.BAD_LENGTH);
  }

  @Test
  void refusesHeadersOfAnotherSuite() {
    byte[] other = header.clone();
    other[1] = 2;
    assertRefused(other, Reason.UNKNOWN_SUITE);
    assertThatIllegalArgumentException().isThrownBy(() -> ThresholdHeader.require(other));
  }

  @Test
  void refusesHeadersWithBadPoints() {
    for (int at : new int[] {U_AT, U_AT + 33}) {
      byte[] other = header.clone();
      other[at] = 0;
      assertRefused(other, Reason.BAD_POINT);
    }
  }

  @Test
  void refusesHeadersWithScalarsOutOfRange() {
    for (int at : new int[] {E_AT, E_AT + 32}) {
      for (BigInteger bad :
          new BigInteger[] {BigInteger.ZERO, Curve.N, Curve.N.add(BigInteger.ONE)}) {
        byte[] other = header.clone();
        System.arraycopy(Scalars.encode(bad), 0, other, at, 32);
        assertRefused(other, Reason.BAD_SCALAR);
      }
    }
    assertThat(dealer.uses()).isZero();
  }

  private static void assertRefused(byte[] bytes, Reason reason) {
    assertThat(ThresholdHeader.decode(bytes)).isEqualTo(new Decoded.Refused(reason));
  }

  @Test
  void readsPartialsStrictly() {
    CheckedHeader checked =
        ThresholdKem.check(ThresholdHeader.require(header), ASSET).orElseThrow();
    Partial partial = dealer.share(1).partial(checked, POLICY, new SeededRandom(13));
    byte[] bytes = partial.bytes();
    assertThat(Partial.decode(bytes)).contains(partial);
    assertThat(Partial.decode(bytes).orElseThrow()).hasSameHashCodeAs(partial);
    assertThat(partial)
        .isNotEqualTo("D")
        .hasToString(Partial.decode(bytes).orElseThrow().toString());
    assertThat(Partial.decode(Arrays.copyOf(bytes, 96))).isEmpty();
    for (int at : new int[] {33, 65}) {
      byte[] zero = bytes.clone();
      Arrays.fill(zero, at, at + 32, (byte) 0);
      assertThat(Partial.decode(zero)).isEmpty();
      byte[] order = bytes.clone();
      System.arraycopy(Scalars.encode(Curve.N), 0, order, at, 32);
      assertThat(Partial.decode(order)).isEmpty();
    }
    bytes[0] = 4;
    assertThat(Partial.decode(bytes)).isEmpty();
  }

  @Test
  void publicDataRoundTripsAndRefusesWhatIsInconsistent() {
    EpochKeys keys = dealer.keys();
    byte[] data = keys.publicData().bytes();
    assertThat(EpochKeys.decode(1, keys.shape(), data)).contains(keys);
    assertThat(keys).hasSameHashCodeAs(EpochKeys.decode(1, keys.shape(), data).orElseThrow());
    assertThat(keys.toString()).contains(HexFormat.of().formatHex(data, 0, 33));
    assertThat(EpochKeys.decode(2, keys.shape(), data)).get().isNotEqualTo(keys);
    assertThat(keys).isNotEqualTo("keys");
    assertThat(EpochKeys.decode(1, keys.shape(), Arrays.copyOf(data, data.length - 33))).isEmpty();
    byte[] swapped = data.clone();
    System.arraycopy(data, 66, swapped, 99, 33);
    assertThat(EpochKeys.decode(1, keys.shape(), swapped)).isEmpty();
    data[33] = 0;
    assertThat(EpochKeys.decode(1, keys.shape(), data)).isEmpty();
  }

  @Test
  void refusesKeysWithASharedIdentity() {
    GroupElement a = Curve.G;
    GroupElement minusA = new GroupElement(a.point().negate());
    CommitteeShape shape = new CommitteeShape(3, 2);
    assertThat(EpochKeys.of(1, shape, java.util.List.of(a, minusA))).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EpochKeys.of(1, shape, java.util.List.of(a)));
  }

  @Test
  void refusesCommitteesThatCannotWork() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CommitteeShape(4, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new CommitteeShape(256, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new CommitteeShape(3, 0));
    CommitteeShape shape = new CommitteeShape(5, 3);
    assertThat(shape.holds(0)).isFalse();
    assertThat(shape.holds(1)).isTrue();
    assertThat(shape.holds(5)).isTrue();
    assertThat(shape.holds(6)).isFalse();
  }
}
