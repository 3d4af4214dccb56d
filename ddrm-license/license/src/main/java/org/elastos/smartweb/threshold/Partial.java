// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.TaggedHash;

/// One node's part of a decryption, `D = xᵢU`, with the proof (c, z) that the node used the share
/// the board shows; 97 bytes D ‖ c ‖ z. Not yet verified. Immutable.
public final class Partial {
  /// Length of the encoding.
  public static final int BYTES = GroupElement.BYTES + 2 * Scalars.BYTES;

  private final GroupElement d;
  private final BigInteger c;
  private final BigInteger z;

  Partial(GroupElement d, BigInteger c, BigInteger z) {
    this.d = d;
    this.c = c;
    this.z = z;
  }

  /// Reads exactly 97 bytes with a strict point and scalars in 1..n-1; else empty.
  public static Optional<Partial> decode(byte[] bytes) {
    if (bytes.length != BYTES) {
      return Optional.empty();
    }
    byte[] point = Arrays.copyOfRange(bytes, 0, GroupElement.BYTES);
    int scalars = GroupElement.BYTES;
    byte[] first = Arrays.copyOfRange(bytes, scalars, scalars + Scalars.BYTES);
    byte[] second = Arrays.copyOfRange(bytes, scalars + Scalars.BYTES, BYTES);
    return GroupElement.decode(point)
        .flatMap(d ->
            Scalars.decode(first)
                .flatMap(c -> Scalars.decode(second).map(z -> new Partial(d, c, z))));
  }

  GroupElement d() {
    return d;
  }

  BigInteger c() {
    return c;
  }

  BigInteger z() {
    return z;
  }

  /// D ‖ c ‖ z.
  public byte[] bytes() {
    return ByteBuffer.allocate(BYTES)
        .put(d.bytes())
        .put(Scalars.encode(c))
        .put(Scalars.encode(z))
        .array();
  }

  /// H(`smartweb/v1/ph`; D, c, z): what a receipt shows of the partial.
  public Hash256 hash() {
    return TaggedHash.hash("smartweb/v1/ph", d.bytes(), Scalars.encode(c), Scalars.encode(z));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Partial that && Arrays.equals(bytes(), that.bytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes());
  }

  @Override
  public String toString() {
    return "Partial[hash=" + Bytes.of(hash().bytes()) + "]";
  }
}
