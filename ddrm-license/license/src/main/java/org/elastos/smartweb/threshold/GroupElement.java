// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;
import org.elastos.smartweb.chain.Bytes;
import org.jspecify.annotations.Nullable;

/// A point of secp256k1 that is never the identity; 33 bytes, SEC 1 compressed. Immutable, safe to
/// share.
public final class GroupElement {
  /// Length of the only encoding accepted.
  public static final int BYTES = 33;

  private static final int COORDINATE = 32;

  private final Bytes encoded;

  /// Both forms of one point, each made from the other when it is first wanted. Racing threads make
  /// equal ones.
  private volatile @Nullable ECPoint point;

  private volatile byte @Nullable [] affine;

  /// @throws IllegalArgumentException for the identity
  GroupElement(ECPoint point) {
    if (point.isInfinity()) {
      throw new IllegalArgumentException("the identity is not a group element here");
    }
    ECPoint normal = point.normalize();
    this.point = normal;
    this.encoded = Bytes.of(normal.getEncoded(true));
  }

  private GroupElement(byte[] affine) {
    byte[] compressed = Arrays.copyOf(affine, BYTES);
    compressed[0] = (byte) (2 + (affine[2 * COORDINATE] & 1));
    this.affine = affine;
    this.encoded = Bytes.of(compressed);
  }

  /// Takes over 65 bytes, uncompressed, that a library computed.
  static GroupElement ofAffine(byte[] affine) {
    return new GroupElement(affine);
  }

  /// Reads exactly 33 bytes: prefix 2 or 3, x below the field's prime, on the curve; else empty.
  public static Optional<GroupElement> decode(byte[] sec1) {
    if (sec1.length != BYTES || (sec1[0] != 2 && sec1[0] != 3)) {
      return Optional.empty();
    }
    return CurveLibrary.current().decode(sec1);
  }

  /// Reads an encoding that is known to be right.
  ///
  /// @throws IllegalArgumentException when it is not
  public static GroupElement require(byte[] sec1) {
    return decode(sec1)
        .orElseThrow(() -> new IllegalArgumentException("not a compressed secp256k1 point"));
  }

  static Optional<GroupElement> ofNonIdentity(ECPoint point) {
    return point.isInfinity() ? Optional.empty() : Optional.of(new GroupElement(point));
  }

  ECPoint point() {
    ECPoint known = point;
    if (known == null) {
      byte[] bytes = affine();
      known =
          Curve.CURVE.createPoint(
              new BigInteger(1, bytes, 1, COORDINATE),
              new BigInteger(1, bytes, 1 + COORDINATE, COORDINATE));
      point = known;
    }
    return known;
  }

  /// The 65 bytes, not to be changed.
  byte[] affine() {
    byte[] known = affine;
    if (known == null) {
      known = point().getEncoded(false);
      affine = known;
    }
    return known;
  }

  /// A copy of the 33 bytes.
  public byte[] bytes() {
    return encoded.bytes();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GroupElement that && encoded.equals(that.encoded);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  @Override
  public String toString() {
    return encoded.toString();
  }
}
