// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;
import org.elastos.smartweb.chain.Bytes;

/// A point of secp256k1 that is never the identity; 33 bytes, SEC 1 compressed. Immutable, safe to
/// share.
public final class GroupElement {
  /// Length of the only encoding accepted.
  public static final int BYTES = 33;

  private final ECPoint point;
  private final Bytes encoded;

  /// @throws IllegalArgumentException for the identity
  GroupElement(ECPoint point) {
    if (point.isInfinity()) {
      throw new IllegalArgumentException("the identity is not a group element here");
    }
    this.point = point.normalize();
    this.encoded = Bytes.of(this.point.getEncoded(true));
  }

  /// Reads exactly 33 bytes: prefix 2 or 3, x below the field's prime, on the curve; else empty.
  public static Optional<GroupElement> decode(byte[] sec1) {
    if (sec1.length != BYTES || (sec1[0] != 2 && sec1[0] != 3)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new GroupElement(Curve.CURVE.decodePoint(sec1)));
    } catch (IllegalArgumentException notOnCurve) {
      return Optional.empty();
    }
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
    return point;
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
