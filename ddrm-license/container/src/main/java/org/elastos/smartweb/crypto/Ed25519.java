// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;

/// Sig(tag, key, b) = Ed25519 (RFC 8032) over LP(tag, b), so that a signature made for one purpose
/// never passes for another (crypto core §0). Public keys are fully validated: on the curve, of
/// prime order, not the identity. Stateless.
public final class Ed25519 {
  /// Length of a public key, in bytes.
  public static final int PUBLIC_KEY_BYTES = 32;

  /// Length of a secret seed, in bytes.
  public static final int SEED_BYTES = 32;

  /// Length of a signature, in bytes.
  public static final int SIGNATURE_BYTES = 64;

  private Ed25519() {}

  /// The public key of a 32-byte seed.
  public static Bytes publicKey(SecretBytes seed) {
    requireSeed(seed);
    return seed.use(raw -> {
      byte[] out = new byte[PUBLIC_KEY_BYTES];
      org.bouncycastle.math.ec.rfc8032.Ed25519.generatePublicKey(raw, 0, out, 0);
      return Bytes.of(out);
    });
  }

  /// Whether the bytes are a public key that may be trusted with signatures.
  public static boolean isPublicKey(Bytes key) {
    return key.size() == PUBLIC_KEY_BYTES
        && org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull(key.bytes(), 0);
  }

  /// Signs LP(tag, message).
  public static Bytes sign(SecretBytes seed, String tag, byte[] message) {
    requireSeed(seed);
    byte[] signed = TaggedHash.lp(tag, message);
    return seed.use(raw -> {
      byte[] out = new byte[SIGNATURE_BYTES];
      org.bouncycastle.math.ec.rfc8032.Ed25519.sign(raw, 0, signed, 0, signed.length, out, 0);
      return Bytes.of(out);
    });
  }

  /// Whether the signature over LP(tag, message) is this key's; false also for a key or signature
  /// of any other shape.
  public static boolean verify(Bytes publicKey, String tag, byte[] message, Bytes signature) {
    if (publicKey.size() != PUBLIC_KEY_BYTES || signature.size() != SIGNATURE_BYTES) {
      return false;
    }
    PublicPoint point =
        org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFullExport(publicKey.bytes(), 0);
    if (point == null) {
      return false;
    }
    byte[] signed = TaggedHash.lp(tag, message);
    return org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
        signature.bytes(), 0, point, signed, 0, signed.length);
  }

  private static void requireSeed(SecretBytes seed) {
    if (seed.size() != SEED_BYTES) {
      throw new IllegalArgumentException("an Ed25519 seed has 32 bytes");
    }
  }
}
