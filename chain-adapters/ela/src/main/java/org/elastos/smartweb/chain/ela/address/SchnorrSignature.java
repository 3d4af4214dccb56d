// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.address;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.spec.ECPoint;
import java.util.Arrays;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Sha256d;

/// Verifies the chain's Schnorr signatures (docs/spec/mainchain.md, "Addresses, scripts, keys"): R
/// = sG - eP, where e = SHA-256(r, P in 33 bytes, message) modulo the order; R's x is r, and R's y
/// is a square. The message is the double SHA-256 of the unsigned transaction, which is its id. All
/// values are public, so nothing here runs in constant time; none are made here, because the chain
/// adds keys as points and whoever chooses last controls the sum. Total and stateless.
final class SchnorrSignature {
  private static final int HALF = 32;

  private SchnorrSignature() {}

  /// Whether the parameter of a program begins with a signature over these unsigned bytes. As in
  /// the node, what follows the 64 bytes is not looked at.
  static boolean verifies(P256PublicKey key, byte[] unsigned, Bytes parameter) {
    if (parameter.size() < 2 * HALF) {
      return false;
    }
    byte[] given = parameter.bytes();
    BigInteger r = new BigInteger(1, Arrays.copyOf(given, HALF));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(given, HALF, 2 * HALF));
    if (r.compareTo(P256.PRIME) >= 0 || s.compareTo(P256.ORDER) >= 0) {
      return false;
    }
    BigInteger e = challenge(given, key, Sha256d.of(unsigned));
    ECPoint commitment =
        P256.sum(
            P256.times(s, P256.PARAMETERS.getGenerator()),
            P256.times(P256.ORDER.subtract(e).mod(P256.ORDER), key.point()));
    return !commitment.equals(ECPoint.POINT_INFINITY)
        && P256.isSquare(commitment.getAffineY())
        && commitment.getAffineX().equals(r);
  }

  private static BigInteger challenge(byte[] given, P256PublicKey key, Hash256 message) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(given, 0, HALF);
      digest.update(key.encoded().bytes());
      digest.update(message.bytes());
      return new BigInteger(1, digest.digest()).mod(P256.ORDER);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform lacks SHA-256", e);
    }
  }
}
