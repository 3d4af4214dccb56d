// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rules;

import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.util.BigIntegers;
import org.elastos.smartweb.chain.Bytes;
import org.jspecify.annotations.Nullable;

/// A P-256 key of a development chain, with Bouncy Castle and not with the verifier's code.
/// Signatures are 64 bytes, r before s, over one SHA-256, with nonces by RFC 6979. For play money
/// only: nothing guards the number. Immutable, thread-safe.
public final class DevKey {
  private static final int COORDINATE = 32;
  private static final int KEY_BYTES = 33;
  private static final ECDomainParameters CURVE = curve();

  private final BigInteger secret;
  private final Bytes publicKey;

  private DevKey(BigInteger secret) {
    this.secret = secret;
    this.publicKey = Bytes.of(CURVE.getG().multiply(secret).normalize().getEncoded(true));
  }

  /// The key of any 32 bytes: their number, brought into range.
  public static DevKey of(byte[] bytes) {
    BigInteger range = CURVE.getN().subtract(BigInteger.ONE);
    return new DevKey(new BigInteger(1, bytes).mod(range).add(BigInteger.ONE));
  }

  /// The compressed point, 33 bytes.
  public Bytes publicKey() {
    return publicKey;
  }

  /// The number, 32 bytes.
  public byte[] secret() {
    return BigIntegers.asUnsignedByteArray(COORDINATE, secret);
  }

  /// Signs.
  public Bytes sign(Bytes message) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(secret, CURVE));
    BigInteger[] parts = signer.generateSignature(sha256(message));
    byte[] out = new byte[2 * COORDINATE];
    BigIntegers.asUnsignedByteArray(parts[0], out, 0, COORDINATE);
    BigIntegers.asUnsignedByteArray(parts[1], out, COORDINATE, COORDINATE);
    return Bytes.of(out);
  }

  /// Whether the bytes are a compressed point of the curve.
  static boolean isKey(Bytes key) {
    return point(key) != null;
  }

  /// Whether the key signed the message.
  static boolean verify(Bytes key, Bytes message, Bytes signature) {
    ECPublicKeyParameters point = point(key);
    if (point == null || signature.size() != 2 * COORDINATE) {
      return false;
    }
    byte[] parts = signature.bytes();
    ECDSASigner signer = new ECDSASigner();
    signer.init(false, point);
    return signer.verifySignature(
        sha256(message),
        BigIntegers.fromUnsignedByteArray(parts, 0, COORDINATE),
        BigIntegers.fromUnsignedByteArray(parts, COORDINATE, COORDINATE));
  }

  private static @Nullable ECPublicKeyParameters point(Bytes key) {
    byte[] bytes = key.bytes();
    if (bytes.length != KEY_BYTES || (bytes[0] != 2 && bytes[0] != 3)) {
      return null;
    }
    try {
      return new ECPublicKeyParameters(CURVE.getCurve().decodePoint(bytes), CURVE);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static byte[] sha256(Bytes message) {
    byte[] bytes = message.bytes();
    SHA256Digest digest = new SHA256Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return out;
  }

  private static ECDomainParameters curve() {
    X9ECParameters named = CustomNamedCurves.getByName("secp256r1");
    return new ECDomainParameters(named);
  }
}
