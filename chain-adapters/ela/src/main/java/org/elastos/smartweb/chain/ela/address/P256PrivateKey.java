// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.address;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.KeyAgreement;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;

/// A P-256 private key. The JDK's own key object cannot be wiped: drop this with its holder. The
/// scalar only meets the JDK's constant-time arithmetic. Thread-safe.
public final class P256PrivateKey {
  /// ECDSA over SHA-256 of the message, signature as r and s of 32 bytes each.
  static final String ALGORITHM = "SHA256withECDSAinP1363Format";

  private final PrivateKey key;
  private final P256PublicKey publicKey;

  private P256PrivateKey(PrivateKey key, P256PublicKey publicKey) {
    this.key = key;
    this.publicKey = publicKey;
  }

  /// A fresh key.
  public static P256PrivateKey generate(SecureRandom random) {
    while (true) {
      byte[] drawn = new byte[P256.SCALAR_BYTES];
      random.nextBytes(drawn);
      try (SecretBytes scalar = SecretBytes.take(drawn)) {
        Optional<P256PrivateKey> key = of(scalar);
        if (key.isPresent()) {
          return key.get();
        }
      }
    }
  }

  /// The key with this scalar, if it is 32 bytes and between 1 and the group's order less one.
  public static Optional<P256PrivateKey> of(SecretBytes scalar) {
    if (scalar.size() != P256.SCALAR_BYTES) {
      return Optional.empty();
    }
    BigInteger number = scalar.use(bytes -> new BigInteger(1, bytes));
    if (number.signum() == 0 || number.compareTo(P256.ORDER) >= 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(new P256PrivateKey(key(number), publicKey(number)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks EC keys", e);
    }
  }

  /// The public key.
  public P256PublicKey publicKey() {
    return publicKey;
  }

  /// A signature of 64 bytes over SHA-256 of the message; another one each time.
  public Bytes sign(byte[] message, SecureRandom random) {
    try {
      Signature sign = Signature.getInstance(ALGORITHM);
      sign.initSign(key, random);
      sign.update(message);
      return Bytes.of(sign.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks ECDSA", e);
    }
  }

  /// The JDK derives no public key from a private one, but its key agreement with the generator
  /// gives the x coordinate in constant time. The sign of y follows from the x coordinate of the
  /// next multiple, which differs for the two points.
  private static P256PublicKey publicKey(BigInteger number) throws GeneralSecurityException {
    ECPoint generator = P256.PARAMETERS.getGenerator();
    BigInteger x = agree(number, generator);
    boolean odd = generator.getAffineY().testBit(0);
    if (x.equals(generator.getAffineX())) {
      odd ^= !number.equals(BigInteger.ONE);
    } else {
      ECPoint candidate = P256.point(x, odd).orElseThrow(P256PrivateKey::noPoint);
      odd ^= !P256.sumX(candidate, generator).equals(agree(number.add(BigInteger.ONE), generator));
    }
    byte[] compressed = new byte[P256PublicKey.BYTES];
    compressed[0] = (byte) (odd ? 3 : 2);
    System.arraycopy(P256.bytes(x), 0, compressed, 1, P256.SCALAR_BYTES);
    return P256PublicKey.of(Bytes.of(compressed)).orElseThrow(P256PrivateKey::noPoint);
  }

  private static IllegalStateException noPoint() {
    return new IllegalStateException("key agreement gave no point of the curve");
  }

  private static PrivateKey key(BigInteger number) throws GeneralSecurityException {
    return KeyFactory.getInstance("EC")
        .generatePrivate(new ECPrivateKeySpec(number, P256.PARAMETERS));
  }

  private static BigInteger agree(BigInteger number, ECPoint point)
      throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(key(number));
    agreement.doPhase(
        KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, P256.PARAMETERS)),
        true);
    byte[] shared = agreement.generateSecret();
    try {
      return new BigInteger(1, shared);
    } finally {
      Arrays.fill(shared, (byte) 0);
    }
  }

  @Override
  public String toString() {
    return "P256PrivateKey[" + publicKey + "]";
  }
}
