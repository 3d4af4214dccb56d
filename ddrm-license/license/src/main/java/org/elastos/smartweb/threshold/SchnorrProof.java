// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.TaggedHash;

/// Proof (c, z) that somebody knows x with X = xG, bound to a purpose, a context and an index
/// (crypto core §4, PoK); 64 bytes. Immutable.
record SchnorrProof(BigInteger c, BigInteger z) {
  static final int BYTES = 2 * Scalars.BYTES;

  /// What the proof is for: its tag, the ceremony or registration, and the prover's index.
  record Purpose(String tag, Hash256 context, int index) {
    BigInteger challenge(GroupElement x, GroupElement r) {
      return HashToScalar.of(tag, context.bytes(), Suite.u16(index), x.bytes(), r.bytes());
    }
  }

  static SchnorrProof prove(
      Purpose purpose, BigInteger secret, GroupElement x, SecureRandom random) {
    return Scalars.retry(() -> attempt(purpose, secret, x, random));
  }

  private static Optional<SchnorrProof> attempt(
      Purpose purpose, BigInteger secret, GroupElement x, SecureRandom random) {
    byte[] fresh = new byte[32];
    random.nextBytes(fresh);
    BigInteger k =
        HashToScalar.of(
            "nonce",
            Scalars.encode(secret),
            fresh,
            TaggedHash.ascii(purpose.tag()),
            purpose.context().bytes(),
            Suite.u16(purpose.index()));
    return Scalars.nonZero(k)
        .flatMap(nonce -> {
          BigInteger c = purpose.challenge(x, Curve.blinded(Curve.G, nonce, random));
          BigInteger z = Scalars.respond(nonce, c, secret);
          return Scalars.unlessZero(() -> new SchnorrProof(c, z), c, z);
        });
  }

  boolean holds(Purpose purpose, GroupElement x) {
    return Curve.publicSum(Curve.G, z, x, Scalars.negate(c))
        .filter(r -> purpose.challenge(x, r).equals(c))
        .isPresent();
  }

  Bytes encode() {
    return Bytes.of(
        ByteBuffer.allocate(BYTES).put(Scalars.encode(c)).put(Scalars.encode(z)).array());
  }

  static Optional<SchnorrProof> decode(byte[] bytes) {
    if (bytes.length != BYTES) {
      return Optional.empty();
    }
    return Scalars.decode(Arrays.copyOf(bytes, Scalars.BYTES))
        .flatMap(c ->
            Scalars.decode(Arrays.copyOfRange(bytes, Scalars.BYTES, BYTES))
                .map(z -> new SchnorrProof(c, z)));
  }
}
