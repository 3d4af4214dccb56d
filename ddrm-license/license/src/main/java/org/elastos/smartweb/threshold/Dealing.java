// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.TaggedHash;

/// What one dealer gives to everybody (crypto core §4): commitments to a polynomial of degree t−1,
/// and each member's share of it, sealed. Bytes: version 1 ‖ u16 dealer ‖ u8 t ‖ u8 n ‖ A₀..A_{t−1}
/// ‖ PoK(A₀) ‖ E ‖ PoK(E) ‖ n × 48. Immutable; valid by construction.
final class Dealing {
  private static final byte VERSION = 1;
  private static final int PREFIX = 5;

  private final Hash256 ceremony;
  private final int dealer;
  private final List<GroupElement> commitments;
  private final GroupElement e;
  private final List<Bytes> sealed;

  private Dealing(Hash256 ceremony, int dealer, Parts parts) {
    this.ceremony = ceremony;
    this.dealer = dealer;
    this.commitments = List.copyOf(parts.commitments());
    this.e = parts.e();
    this.sealed = List.copyOf(parts.sealed());
  }

  private record Parts(
      List<GroupElement> commitments,
      SchnorrProof proofA,
      GroupElement e,
      SchnorrProof proofE,
      List<Bytes> sealed) {}

  /// What reading a dealing ends in.
  sealed interface Read {
    record Valid(Dealing dealing) implements Read {}

    record Invalid(Fault.Code code) implements Read {}
  }

  /// Deals a fresh polynomial. The bytes hold no secret in the clear, so they may be kept on disk
  /// between commit and reveal.
  static Bytes deal(CeremonyTerms terms, int dealer, SecureRandom random) {
    List<BigInteger> coefficients =
        Stream.generate(() -> Scalars.random(random)).limit(terms.threshold()).toList();
    return encode(terms, dealer, coefficients, random);
  }

  static Bytes encode(
      CeremonyTerms terms, int dealer, List<BigInteger> coefficients, SecureRandom random) {
    Hash256 ceremony = terms.id();
    List<GroupElement> commitments =
        coefficients.stream().map(a -> Curve.blinded(Curve.G, a, random)).toList();
    BigInteger e = Scalars.random(random);
    GroupElement ephemeral = Curve.blinded(Curve.G, e, random);
    ByteBuffer out =
        ByteBuffer.allocate(length(coefficients.size(), terms.members().size()))
            .put(VERSION)
            .putShort((short) dealer)
            .put((byte) coefficients.size())
            .put((byte) terms.members().size());
    commitments.forEach(point -> out.put(point.bytes()));
    SchnorrProof.Purpose proofA = new SchnorrProof.Purpose("pok-A", ceremony, dealer);
    GroupElement first = commitments.getFirst();
    out.put(SchnorrProof.prove(proofA, coefficients.getFirst(), first, random).encode().bytes());
    out.put(ephemeral.bytes());
    SchnorrProof.Purpose proofE = new SchnorrProof.Purpose("pok-E", ceremony, dealer);
    out.put(SchnorrProof.prove(proofE, e, ephemeral, random).encode().bytes());
    for (int j = 1; j <= terms.members().size(); j++) {
      GroupElement ek = terms.member(j).encryptionKey();
      BigInteger share = Polynomials.evaluate(coefficients, BigInteger.valueOf(j));
      ShareSeal seal = new ShareSeal(ceremony, dealer, j, ephemeral, ek);
      out.put(seal.seal(Curve.blinded(ek, e, random), share).bytes());
    }
    return Bytes.of(out.array());
  }

  private static int length(int coefficients, int members) {
    return PREFIX
        + (coefficients + 1) * GroupElement.BYTES
        + 2 * SchnorrProof.BYTES
        + members * KeyWrap.SEALED_BYTES;
  }

  /// H(`smartweb/v1/deal`; dealing), posted before the dealing itself.
  static Hash256 commitment(Bytes dealing) {
    return TaggedHash.hash("smartweb/v1/deal", dealing.bytes());
  }

  /// Reads what a member posted: strict form, exactly t commitments, both proofs.
  static Read read(CeremonyTerms terms, int poster, Bytes payload) {
    ByteBuffer in = ByteBuffer.wrap(payload.bytes());
    if (in.remaining() < PREFIX || in.get() != VERSION) {
      return new Read.Invalid(Fault.Code.BAD_ENCODING);
    }
    int dealer = Short.toUnsignedInt(in.getShort());
    int coefficients = Byte.toUnsignedInt(in.get());
    int members = Byte.toUnsignedInt(in.get());
    if (coefficients != terms.threshold()) {
      return new Read.Invalid(Fault.Code.WRONG_DEGREE);
    }
    if (dealer != poster
        || members != terms.members().size()
        || payload.size() != length(coefficients, members)) {
      return new Read.Invalid(Fault.Code.BAD_ENCODING);
    }
    return parts(in, coefficients, members)
        .map(parts -> proven(terms.id(), dealer, parts))
        .orElse(new Read.Invalid(Fault.Code.BAD_ENCODING));
  }

  private static Read proven(Hash256 ceremony, int dealer, Parts parts) {
    SchnorrProof.Purpose proofA = new SchnorrProof.Purpose("pok-A", ceremony, dealer);
    if (!parts.proofA().holds(proofA, parts.commitments().getFirst())) {
      return new Read.Invalid(Fault.Code.BAD_PROOF_OF_SECRET);
    }
    SchnorrProof.Purpose proofE = new SchnorrProof.Purpose("pok-E", ceremony, dealer);
    if (!parts.proofE().holds(proofE, parts.e())) {
      return new Read.Invalid(Fault.Code.BAD_PROOF_OF_EPHEMERAL);
    }
    return new Read.Valid(new Dealing(ceremony, dealer, parts));
  }

  private static Optional<Parts> parts(ByteBuffer in, int coefficients, int members) {
    List<GroupElement> commitments = new ArrayList<>();
    for (int k = 0; k < coefficients; k++) {
      GroupElement.decode(take(in, GroupElement.BYTES)).ifPresent(commitments::add);
    }
    Optional<SchnorrProof> proofA = SchnorrProof.decode(take(in, SchnorrProof.BYTES));
    Optional<GroupElement> e = GroupElement.decode(take(in, GroupElement.BYTES));
    Optional<SchnorrProof> proofE = SchnorrProof.decode(take(in, SchnorrProof.BYTES));
    List<Bytes> sealed = new ArrayList<>();
    for (int j = 0; j < members; j++) {
      sealed.add(Bytes.of(take(in, KeyWrap.SEALED_BYTES)));
    }
    if (commitments.size() != coefficients || proofA.isEmpty() || e.isEmpty() || proofE.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Parts(commitments, proofA.get(), e.get(), proofE.get(), sealed));
  }

  private static byte[] take(ByteBuffer in, int length) {
    byte[] out = new byte[length];
    in.get(out);
    return out;
  }

  int dealer() {
    return dealer;
  }

  List<GroupElement> commitments() {
    return commitments;
  }

  GroupElement e() {
    return e;
  }

  /// The share of a member if the seal opens under this shared point and the share lies on the
  /// committed polynomial; empty is ground for a complaint. `timesG` multiplies the generator,
  /// blinded where the share is still secret.
  Optional<BigInteger> share(
      int recipient,
      GroupElement ek,
      GroupElement shared,
      Function<BigInteger, GroupElement> timesG) {
    ShareSeal seal = new ShareSeal(ceremony, dealer, recipient, e, ek);
    return seal.open(shared, sealed.get(recipient - 1))
        .filter(share ->
            timesG.apply(share).point().equals(Polynomials.evaluate(commitments, recipient)));
  }
}
