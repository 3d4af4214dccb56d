// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;

/// The 244 bytes that carry a wrapped file key: suite ‖ gk ‖ policyHash ‖ U ‖ Ū ‖ e ‖ f ‖ wrap
/// (crypto core §2). Strictly decoded, its proof not yet checked. Immutable.
public final class ThresholdHeader {
  /// Length of every header.
  public static final int BYTES = 244;

  private final Hash256 gk;
  private final Hash256 policyHash;
  private final GroupElement u;
  private final GroupElement uBar;
  private final BigInteger e;
  private final BigInteger f;
  private final Bytes wrap;
  private final Bytes encoded;

  private ThresholdHeader(byte[] bytes, Parts parts) {
    ByteBuffer in = ByteBuffer.wrap(bytes).position(2);
    this.gk = Hash256.of(take(in, 32));
    this.policyHash = Hash256.of(take(in, 32));
    this.u = parts.u();
    this.uBar = parts.uBar();
    this.e = parts.e();
    this.f = parts.f();
    this.wrap = Bytes.of(take(in.position(BYTES - KeyWrap.SEALED_BYTES), KeyWrap.SEALED_BYTES));
    this.encoded = Bytes.of(bytes);
  }

  private record Parts(GroupElement u, GroupElement uBar, BigInteger e, BigInteger f) {}

  /// What decoding ends in.
  public sealed interface Decoded {
    /// Well-formed; the proof is still to be checked.
    record Header(ThresholdHeader header) implements Decoded {}

    /// Not a header of this version.
    record Refused(Reason reason) implements Decoded {}
  }

  /// Why bytes are not a header.
  public enum Reason {
    /// Not exactly 244 bytes.
    BAD_LENGTH,
    /// Made for a suite that this release does not know.
    UNKNOWN_SUITE,
    /// A point is not in its only encoding, not on the curve, or the identity.
    BAD_POINT,
    /// A scalar lies outside 1..n-1.
    BAD_SCALAR
  }

  /// Reads a header strictly.
  public static Decoded decode(byte[] bytes) {
    if (bytes.length != BYTES) {
      return new Decoded.Refused(Reason.BAD_LENGTH);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (in.getShort() != Suite.NUMBER) {
      return new Decoded.Refused(Reason.UNKNOWN_SUITE);
    }
    in.position(66);
    Optional<GroupElement> u = GroupElement.decode(take(in, GroupElement.BYTES));
    Optional<GroupElement> uBar = GroupElement.decode(take(in, GroupElement.BYTES));
    if (u.isEmpty() || uBar.isEmpty()) {
      return new Decoded.Refused(Reason.BAD_POINT);
    }
    Optional<BigInteger> e = Scalars.decode(take(in, Scalars.BYTES));
    Optional<BigInteger> f = Scalars.decode(take(in, Scalars.BYTES));
    if (e.isEmpty() || f.isEmpty()) {
      return new Decoded.Refused(Reason.BAD_SCALAR);
    }
    Parts parts = new Parts(u.get(), uBar.get(), e.get(), f.get());
    return new Decoded.Header(new ThresholdHeader(bytes, parts));
  }

  /// Reads a header that is known to be well-formed.
  ///
  /// @throws IllegalArgumentException when it is not
  public static ThresholdHeader require(byte[] bytes) {
    return switch (decode(bytes)) {
      case Decoded.Header(ThresholdHeader header) -> header;
      case Decoded.Refused(Reason reason) ->
          throw new IllegalArgumentException("not a threshold header: " + reason);
    };
  }

  private static byte[] take(ByteBuffer in, int length) {
    byte[] out = new byte[length];
    in.get(out);
    return out;
  }

  /// Which committee key it is encrypted to.
  public Hash256 gk() {
    return gk;
  }

  /// Which policy it is bound to.
  public Hash256 policyHash() {
    return policyHash;
  }

  GroupElement u() {
    return u;
  }

  GroupElement uBar() {
    return uBar;
  }

  BigInteger e() {
    return e;
  }

  BigInteger f() {
    return f;
  }

  Bytes wrap() {
    return wrap;
  }

  /// A copy of the 244 bytes.
  public byte[] bytes() {
    return encoded.bytes();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ThresholdHeader that && encoded.equals(that.encoded);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  @Override
  public String toString() {
    return "ThresholdHeader[gk=" + gk + ", policyHash=" + policyHash + "]";
  }
}
