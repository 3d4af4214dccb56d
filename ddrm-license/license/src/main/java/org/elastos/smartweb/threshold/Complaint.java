// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.TaggedHash;

/// A complaint of one member about one dealer: it opens the shared point P = ek·E with a proof, so
/// that anybody can open that one share and judge (crypto core §4). Bytes: u16 dealer ‖ version 1 ‖
/// P ‖ c ‖ z. Immutable.
record Complaint(int dealer, GroupElement shared, BigInteger c, BigInteger z) {
  private static final byte VERSION = 1;
  private static final int BYTES = 3 + GroupElement.BYTES + 2 * Scalars.BYTES;

  /// The two that a complaint is between, with their keys.
  record Parties(Hash256 ceremony, Dealing dealing, int complainant, GroupElement ek) {
    BigInteger challenge(GroupElement shared, GroupElement first, GroupElement second) {
      return HashToScalar.of(
          "complaint",
          ceremony.bytes(),
          Suite.u16(dealing.dealer()),
          Suite.u16(complainant),
          ek.bytes(),
          dealing.e().bytes(),
          shared.bytes(),
          first.bytes(),
          second.bytes());
    }

    /// As RFC 9591 §4.1: neither a broken random source nor a repeated complaint reveals the key.
    BigInteger hedgedNonce(BigInteger secret, byte[] fresh) {
      return HashToScalar.of(
          "nonce",
          Scalars.encode(secret),
          fresh,
          TaggedHash.ascii("complaint"),
          ceremony.bytes(),
          Suite.u16(dealing.dealer()),
          Suite.u16(complainant));
    }
  }

  static Complaint make(Parties parties, EncryptionKey key, SecureRandom random) {
    GroupElement shared = key.shared(parties.dealing().e(), random);
    return Scalars.retry(() -> attempt(parties, key, shared, random));
  }

  private static Optional<Complaint> attempt(
      Parties parties, EncryptionKey key, GroupElement shared, SecureRandom random) {
    GroupElement e = parties.dealing().e();
    byte[] fresh = new byte[Scalars.BYTES];
    random.nextBytes(fresh);
    return Scalars.nonZero(key.use(ek -> parties.hedgedNonce(ek, fresh)))
        .flatMap(k -> {
          BigInteger c =
              parties.challenge(
                  shared, Curve.blinded(Curve.G, k, random), Curve.blinded(e, k, random));
          BigInteger z = key.use(ek -> Scalars.respond(k, c, ek));
          int dealer = parties.dealing().dealer();
          return Scalars.unlessZero(() -> new Complaint(dealer, shared, c, z), c, z);
        });
  }

  Bytes encode() {
    return Bytes.of(
        ByteBuffer.allocate(BYTES)
            .putShort((short) dealer)
            .put(VERSION)
            .put(shared.bytes())
            .put(Scalars.encode(c))
            .put(Scalars.encode(z))
            .array());
  }

  static Optional<Complaint> decode(Bytes payload) {
    if (payload.size() != BYTES) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(payload.bytes());
    int dealer = Short.toUnsignedInt(in.getShort());
    byte version = in.get();
    byte[] point = new byte[GroupElement.BYTES];
    byte[] proof = new byte[SchnorrProof.BYTES];
    in.get(point).get(proof);
    if (version != VERSION) {
      return Optional.empty();
    }
    return GroupElement.decode(point)
        .flatMap(shared ->
            SchnorrProof.decode(proof)
                .map(read -> new Complaint(dealer, shared, read.c(), read.z())));
  }

  /// Whether P is really the complainant's shared point with this dealer.
  boolean isProven(Parties parties) {
    BigInteger minusC = Scalars.negate(c);
    Optional<GroupElement> first = Curve.publicSum(Curve.G, z, parties.ek(), minusC);
    Optional<GroupElement> second = Curve.publicSum(parties.dealing().e(), z, shared, minusC);
    if (first.isEmpty() || second.isEmpty()) {
      return false;
    }
    return parties.challenge(shared, first.get(), second.get()).equals(c);
  }
}
