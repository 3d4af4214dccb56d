// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;

/// Recoverable ECDSA over secp256k1 as EVM chains want it: 65 bytes r, s, v with low s and v 27 or
/// 28; nonces by RFC 6979. Stateless.
public final class Secp256k1Signatures {
  /// Length of a signature, in bytes.
  public static final int SIGNATURE_BYTES = 65;

  private static final ECDomainParameters CURVE =
      new ECDomainParameters(SECNamedCurves.getByName("secp256k1"));
  private static final BigInteger N = CURVE.getN();
  private static final BigInteger HALF_N = N.shiftRight(1);
  private static final BigInteger P = CURVE.getCurve().getField().getCharacteristic();

  private Secp256k1Signatures() {}

  /// Whether the bytes are a private key: 32 bytes, 1 to n - 1.
  public static boolean isPrivateKey(SecretBytes key) {
    return key.use(raw -> raw.length == 32 && inRange(new BigInteger(1, raw)));
  }

  /// The account of a private key.
  ///
  /// @throws IllegalArgumentException when it is no private key
  public static EvmAddress address(SecretBytes key) {
    return address(new FixedPointCombMultiplier().multiply(CURVE.getG(), scalar(key)));
  }

  /// Signs a digest.
  ///
  /// @throws IllegalArgumentException when the key is no private key
  public static Bytes sign(SecretBytes key, Hash256 digest) {
    BigInteger d = scalar(key);
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(d, CURVE));
    BigInteger[] rs = signer.generateSignature(digest.bytes());
    BigInteger s = rs[1].compareTo(HALF_N) > 0 ? N.subtract(rs[1]) : rs[1];
    EvmAddress self = address(key);
    byte[] out = new byte[SIGNATURE_BYTES];
    System.arraycopy(BigIntegers.asUnsignedByteArray(32, rs[0]), 0, out, 0, 32);
    System.arraycopy(BigIntegers.asUnsignedByteArray(32, s), 0, out, 32, 32);
    for (byte v = 27; v <= 28; v++) {
      out[64] = v;
      Bytes signature = Bytes.of(out);
      if (recover(digest, signature).filter(self::equals).isPresent()) {
        return signature;
      }
    }
    throw new CryptoException("the signature does not recover to its own key");
  }

  /// The account that signed, or nothing for any signature that an EVM contract with strict checks
  /// refuses: wrong length, r or s out of range, high s, v other than 27 or 28.
  public static Optional<EvmAddress> recover(Hash256 digest, Bytes signature) {
    byte[] raw = signature.bytes();
    if (raw.length != SIGNATURE_BYTES || (raw[64] != 27 && raw[64] != 28)) {
      return Optional.empty();
    }
    BigInteger r = new BigInteger(1, Arrays.copyOfRange(raw, 0, 32));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(raw, 32, 64));
    if (!inRange(r) || s.signum() == 0 || s.compareTo(HALF_N) > 0) {
      return Optional.empty();
    }
    return pointWithX(r, raw[64] == 28).flatMap(nonce -> recover(digest, r, s, nonce));
  }

  private static Optional<EvmAddress> recover(
      Hash256 digest, BigInteger r, BigInteger s, ECPoint nonce) {
    BigInteger inverse = r.modInverse(N);
    BigInteger u1 = digest.toUint().negate().multiply(inverse).mod(N);
    BigInteger u2 = s.multiply(inverse).mod(N);
    ECPoint key = ECAlgorithms.sumOfTwoMultiplies(CURVE.getG(), u1, nonce, u2);
    return key.isInfinity() ? Optional.empty() : Optional.of(address(key));
  }

  private static Optional<ECPoint> pointWithX(BigInteger x, boolean odd) {
    BigInteger ySquared = x.modPow(BigInteger.valueOf(3), P).add(BigInteger.valueOf(7)).mod(P);
    BigInteger y = ySquared.modPow(P.add(BigInteger.ONE).shiftRight(2), P);
    if (!y.multiply(y).mod(P).equals(ySquared)) {
      return Optional.empty();
    }
    BigInteger chosen = y.testBit(0) == odd ? y : P.subtract(y);
    return Optional.of(CURVE.getCurve().createPoint(x, chosen));
  }

  private static EvmAddress address(ECPoint point) {
    byte[] encoded = point.normalize().getEncoded(false);
    byte[] hash = Keccak256.of(Arrays.copyOfRange(encoded, 1, encoded.length)).bytes();
    return EvmAddress.of(Arrays.copyOfRange(hash, 12, 32));
  }

  private static BigInteger scalar(SecretBytes key) {
    if (!isPrivateKey(key)) {
      throw new IllegalArgumentException("not a private key of secp256k1");
    }
    return key.use(raw -> new BigInteger(1, raw));
  }

  private static boolean inRange(BigInteger scalar) {
    return scalar.signum() > 0 && scalar.compareTo(N) < 0;
  }
}
