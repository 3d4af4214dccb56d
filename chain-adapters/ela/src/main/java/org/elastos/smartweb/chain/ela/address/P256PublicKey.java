// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.address;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;

/// A P-256 public key in exactly 33 bytes, on the curve. Reading one costs a square root: keep it
/// where many signatures of one signer are checked. Immutable, thread-safe.
public final class P256PublicKey {
  /// Length of the compressed point.
  public static final int BYTES = 33;

  /// Length of a signature: r and s, 32 bytes each.
  public static final int SIGNATURE_BYTES = 64;

  private final Bytes encoded;
  private final PublicKey key;

  private P256PublicKey(Bytes encoded, PublicKey key) {
    this.encoded = encoded;
    this.key = key;
  }

  /// The key in these bytes, if they are 33, start with 02 or 03, and name a point of the curve.
  public static Optional<P256PublicKey> of(Bytes compressed) {
    byte[] bytes = compressed.bytes();
    if (bytes.length != BYTES || (bytes[0] != 2 && bytes[0] != 3)) {
      return Optional.empty();
    }
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(bytes, 1, BYTES));
    return P256.point(x, bytes[0] == 3).map(point -> new P256PublicKey(compressed, key(point)));
  }

  /// The 33 bytes.
  public Bytes encoded() {
    return encoded;
  }

  /// The point.
  ECPoint point() {
    return P256.point(x(), encoded.bytes()[0] == 3).orElseThrow();
  }

  /// The x coordinate, by which multi-signature scripts sort.
  BigInteger x() {
    return new BigInteger(1, Arrays.copyOfRange(encoded.bytes(), 1, BYTES));
  }

  /// Whether the 64 bytes are a signature of this key over SHA-256 of the message. As on the chain,
  /// s may be high: signatures are malleable, and nothing may identify a transaction by them.
  public boolean verifies(byte[] message, Bytes signature) {
    if (signature.size() != SIGNATURE_BYTES) {
      return false;
    }
    try {
      Signature check = Signature.getInstance(P256PrivateKey.ALGORITHM);
      check.initVerify(key);
      check.update(message);
      return check.verify(signature.bytes());
    } catch (SignatureException e) {
      // What cannot be a signature at all, such as r = 0.
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks ECDSA", e);
    }
  }

  private static PublicKey key(ECPoint point) {
    try {
      return KeyFactory.getInstance("EC")
          .generatePublic(new ECPublicKeySpec(point, P256.PARAMETERS));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks EC keys", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof P256PublicKey that && encoded.equals(that.encoded);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  @Override
  public String toString() {
    return encoded.hex();
  }
}
