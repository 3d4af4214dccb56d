// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.math.ec.ECPoint;

/// RFC 9380 suite `secp256k1_XMD:SHA-256_SSWU_RO_`, written for the tests that recompute H₂.
final class HashToCurve {
  private static final BigInteger P = Curve.CURVE.getField().getCharacteristic();
  private static final BigInteger A =
      new BigInteger("3f8731abdd661adca08a5558f0f5d272e953d363cb6f0e5d405447c01a444533", 16);
  private static final BigInteger B = BigInteger.valueOf(1771);
  private static final BigInteger Z = BigInteger.valueOf(-11).mod(P);
  private static final BigInteger[][] ISOGENY = {
    coefficients(
        "8e38e38e38e38e38e38e38e38e38e38e38e38e38e38e38e38e38e38daaaaa8c7",
        "07d3d4c80bc321d5b9f315cea7fd44c5d595d2fc0bf63b92dfff1044f17c6581",
        "534c328d23f234e6e2a413deca25caece4506144037c40314ecbd0b53d9dd262",
        "8e38e38e38e38e38e38e38e38e38e38e38e38e38e38e38e38e38e38daaaaa88c"),
    coefficients(
        "d35771193d94918a9ca34ccbb7b640dd86cd409542f8487d9fe6b745781eb49b",
        "edadc6f64383dc1df7c4b2d51b54225406d36b641f5e41bbc52a56612a8c6d14",
        "1"),
    coefficients(
        "4bda12f684bda12f684bda12f684bda12f684bda12f684bda12f684b8e38e23c",
        "c75e0c32d5cb7c0fa9d0a54b12a0a6d5647ab046d686da6fdffc90fc201d71a3",
        "29a6194691f91a73715209ef6512e576722830a201be2018a765e85a9ecee931",
        "2f684bda12f684bda12f684bda12f684bda12f684bda12f684bda12f38e38d84"),
    coefficients(
        "fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffff93b",
        "7a06534bb8bdb49fd5e9e6632722c2989467c1bfc8e8d978dfb425d2685c2573",
        "6484aa716545ca2cf3a70c3fa8fe337e0a3d21162f0d6299a7bf8192bfd2a76f",
        "1")
  };

  private HashToCurve() {}

  static ECPoint hash(byte[] message, byte[] dst) {
    BigInteger[] field = hashToField(message, dst);
    return map(field[0]).add(map(field[1])).normalize();
  }

  static BigInteger[] hashToField(byte[] message, byte[] dst) {
    byte[] wide = HashToScalar.expandMessage(message, dst, 96);
    return new BigInteger[] {
      new BigInteger(1, Arrays.copyOfRange(wide, 0, 48)).mod(P),
      new BigInteger(1, Arrays.copyOfRange(wide, 48, 96)).mod(P)
    };
  }

  static ECPoint map(BigInteger u) {
    BigInteger zu2 = Z.multiply(u).multiply(u).mod(P);
    BigInteger tv = zu2.multiply(zu2).add(zu2).mod(P);
    BigInteger x1 =
        tv.signum() == 0
            ? B.multiply(inverse(Z.multiply(A))).mod(P)
            : B.negate().multiply(inverse(A)).multiply(inverse(tv).add(BigInteger.ONE)).mod(P);
    BigInteger x = isSquare(curve(x1)) ? x1 : zu2.multiply(x1).mod(P);
    BigInteger root = curve(x).modPow(P.add(BigInteger.ONE).shiftRight(2), P);
    BigInteger y = u.testBit(0) == root.testBit(0) ? root : P.subtract(root);
    BigInteger mappedX = eval(ISOGENY[0], x).multiply(inverse(eval(ISOGENY[1], x))).mod(P);
    BigInteger mappedY =
        y.multiply(eval(ISOGENY[2], x)).multiply(inverse(eval(ISOGENY[3], x))).mod(P);
    return Curve.CURVE.createPoint(mappedX, mappedY);
  }

  private static BigInteger curve(BigInteger x) {
    return x.pow(3).add(A.multiply(x)).add(B).mod(P);
  }

  private static boolean isSquare(BigInteger value) {
    return value.signum() == 0
        || value.modPow(P.subtract(BigInteger.ONE).shiftRight(1), P).equals(BigInteger.ONE);
  }

  private static BigInteger inverse(BigInteger value) {
    return value.mod(P).modInverse(P);
  }

  private static BigInteger eval(BigInteger[] coefficients, BigInteger x) {
    BigInteger sum = BigInteger.ZERO;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      sum = sum.multiply(x).add(coefficients[k]).mod(P);
    }
    return sum;
  }

  private static BigInteger[] coefficients(String... hex) {
    return Arrays.stream(hex).map(one -> new BigInteger(one, 16)).toArray(BigInteger[]::new);
  }
}
