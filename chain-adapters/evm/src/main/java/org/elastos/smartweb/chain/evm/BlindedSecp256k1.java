// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECMultiplier;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.web3j.crypto.Hash;

/// The curve of Ethereum's accounts. Secret scalars never reach the library's multiplication as
/// they are: each is split into two fresh random halves (decision B6). Thread-safe as its random
/// source.
final class BlindedSecp256k1 {
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
  private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);
  private static final BigInteger HALF_ORDER = CURVE.getN().shiftRight(1);
  private static final int COORDINATE = 32;

  private final SecureRandom random;

  BlindedSecp256k1(SecureRandom random) {
    this.random = random;
  }

  /// Whether these 32 bytes are a scalar from 1 to the order of the curve.
  static boolean isKey(byte[] scalar) {
    BigInteger key = new BigInteger(1, scalar);
    return scalar.length == COORDINATE && key.signum() > 0 && key.compareTo(CURVE.getN()) < 0;
  }

  /// A fresh secret scalar.
  byte[] newKey() {
    return BigIntegers.asUnsignedByteArray(COORDINATE, freshScalar());
  }

  /// The uncompressed public key without its first byte: 64 bytes.
  byte[] publicKey(byte[] key) {
    byte[] encoded = multiply(CURVE.getG(), new BigInteger(1, key)).normalize().getEncoded(false);
    return Arrays.copyOfRange(encoded, 1, encoded.length);
  }

  static EvmAddress address(byte[] publicKey) {
    byte[] hash = Hash.sha3(publicKey);
    return EvmAddress.of(Arrays.copyOfRange(hash, hash.length - EvmAddress.BYTES, hash.length));
  }

  /// An ECDSA signature with the nonce of RFC 6979 and s in the lower half.
  Signature sign(byte[] key, Hash256 digest) {
    var signer = new BlindedSigner();
    signer.init(true, new ECPrivateKeyParameters(new BigInteger(1, key), DOMAIN));
    BigInteger[] pair = signer.generateSignature(digest.bytes());
    boolean high = pair[1].compareTo(HALF_ORDER) > 0;
    BigInteger low = high ? CURVE.getN().subtract(pair[1]) : pair[1];
    return new Signature(pair[0], low, signer.oddY ^ high);
  }

  private BigInteger freshScalar() {
    return BigIntegers.createRandomInRange(
        BigInteger.ONE, CURVE.getN().subtract(BigInteger.ONE), random);
  }

  private ECPoint multiply(ECPoint point, BigInteger secret) {
    BigInteger half;
    BigInteger rest;
    do {
      half = freshScalar();
      rest = secret.subtract(half).mod(CURVE.getN());
    } while (rest.signum() == 0);
    return ECAlgorithms.sumOfTwoMultiplies(point, half, point, rest);
  }

  /// r, s and whether the nonce's point has an odd y for this s.
  record Signature(BigInteger r, BigInteger s, boolean oddY) {
    byte[] rBytes() {
      return BigIntegers.asUnsignedByteArray(COORDINATE, r);
    }

    byte[] sBytes() {
      return BigIntegers.asUnsignedByteArray(COORDINATE, s);
    }

    /// 27 or 28.
    byte v() {
      return (byte) (oddY ? 28 : 27);
    }
  }

  private final class BlindedSigner extends ECDSASigner {
    private boolean oddY;

    BlindedSigner() {
      super(new HMacDSAKCalculator(new SHA256Digest()));
    }

    @Override
    protected ECMultiplier createBasePointMultiplier() {
      return (point, nonce) -> {
        ECPoint product = multiply(point, nonce).normalize();
        oddY = product.getAffineYCoord().testBitZero();
        return product;
      };
    }
  }
}
