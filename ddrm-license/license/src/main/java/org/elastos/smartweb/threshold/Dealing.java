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
/// and each member's share of it, sealed. Bytes: version ‖ u16 dealer ‖ u8 t ‖ u8 n ‖ A₀..A_{t−1} ‖
/// PoK(A₀) ‖ E ‖ PoK(E) ‖ n × 48; version 1 when a key is made, version 2 when one is handed on,
/// which ends with the 32-byte digest of what the dealer hands over beside its share (decision B5).
/// Immutable; valid by construction.
final class Dealing {
  private static final int PREFIX = 5;

  private final Hash256 ceremony;
  private final int dealer;
  private final List<GroupElement> commitments;
  private final GroupElement e;
  private final List<Bytes> sealed;
  private final Optional<Hash256> handover;

  private Dealing(Hash256 ceremony, int dealer, Parts parts) {
    this.ceremony = ceremony;
    this.dealer = dealer;
    this.commitments = List.copyOf(parts.commitments());
    this.e = parts.e();
    this.sealed = List.copyOf(parts.sealed());
    this.handover = parts.handover();
  }

  private record Parts(
      List<GroupElement> commitments,
      SchnorrProof proofA,
      GroupElement e,
      SchnorrProof proofE,
      List<Bytes> sealed,
      Optional<Hash256> handover) {}

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
    return encode(terms, new Secrets(dealer, coefficients, Optional.empty()), random);
  }

  /// Deals a share of the running key on: a fresh polynomial with the share as its constant.
  static Bytes handOn(CeremonyTerms terms, KeyShare share, Hash256 handover, SecureRandom random) {
    List<BigInteger> coefficients =
        share.dealOn(constant ->
            Stream.concat(Stream.of(constant), Stream.generate(() -> Scalars.random(random)))
                .limit(terms.threshold())
                .toList());
    return encode(terms, new Secrets(share.index(), coefficients, Optional.of(handover)), random);
  }

  /// What a dealing is made of, before anything is sealed.
  record Secrets(int dealer, List<BigInteger> coefficients, Optional<Hash256> handover) {}

  static Bytes encode(CeremonyTerms terms, Secrets secrets, SecureRandom random) {
    int dealer = secrets.dealer();
    List<BigInteger> coefficients = secrets.coefficients();
    Hash256 ceremony = terms.id();
    List<GroupElement> commitments =
        coefficients.stream().map(a -> Curve.blinded(Curve.G, a, random)).toList();
    BigInteger e = Scalars.random(random);
    GroupElement ephemeral = Curve.blinded(Curve.G, e, random);
    ByteBuffer out =
        ByteBuffer.allocate(length(coefficients.size(), terms.members().size(), secrets.handover()))
            .put(version(terms))
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
    secrets.handover().ifPresent(digest -> out.put(digest.bytes()));
    return Bytes.of(out.array());
  }

  private static byte version(CeremonyTerms terms) {
    return (byte) (terms.plan().holders().isPresent() ? 2 : 1);
  }

  private static int length(int coefficients, int members, Optional<?> handover) {
    return (handover.isPresent() ? Hash256.BYTES : 0)
        + PREFIX
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
    if (in.remaining() < PREFIX || in.get() != version(terms)) {
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
        || payload.size() != length(coefficients, members, terms.plan().holders())) {
      return new Read.Invalid(Fault.Code.BAD_ENCODING);
    }
    return parts(in, terms)
        .map(parts -> judged(terms, dealer, parts))
        .orElse(new Read.Invalid(Fault.Code.BAD_ENCODING));
  }

  private static Read judged(CeremonyTerms terms, int dealer, Parts parts) {
    boolean foreign =
        terms
            .plan()
            .holders()
            .filter(holders -> !holders.keys().share(dealer).equals(parts.commitments().getFirst()))
            .isPresent();
    return foreign ? new Read.Invalid(Fault.Code.NOT_ITS_SHARE) : proven(terms.id(), dealer, parts);
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

  private static Optional<Parts> parts(ByteBuffer in, CeremonyTerms terms) {
    int coefficients = terms.threshold();
    List<GroupElement> commitments = new ArrayList<>();
    for (int k = 0; k < coefficients; k++) {
      GroupElement.decode(take(in, GroupElement.BYTES)).ifPresent(commitments::add);
    }
    Optional<SchnorrProof> proofA = SchnorrProof.decode(take(in, SchnorrProof.BYTES));
    Optional<GroupElement> e = GroupElement.decode(take(in, GroupElement.BYTES));
    Optional<SchnorrProof> proofE = SchnorrProof.decode(take(in, SchnorrProof.BYTES));
    List<Bytes> sealed = new ArrayList<>();
    for (int j = 0; j < terms.members().size(); j++) {
      sealed.add(Bytes.of(take(in, KeyWrap.SEALED_BYTES)));
    }
    if (commitments.size() != coefficients || proofA.isEmpty() || e.isEmpty() || proofE.isEmpty()) {
      return Optional.empty();
    }
    Optional<Hash256> handover =
        terms.plan().holders().map(_ -> Hash256.of(take(in, Hash256.BYTES)));
    return Optional.of(
        new Parts(commitments, proofA.get(), e.get(), proofE.get(), sealed, handover));
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

  /// The digest of what is handed over; empty when a key is made.
  Optional<Hash256> handover() {
    return handover;
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
