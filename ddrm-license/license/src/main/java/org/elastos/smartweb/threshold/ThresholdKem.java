// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.TaggedHash;

/// Labelled threshold key encapsulation in the form of Shoup and Gennaro's TDH2 (crypto core §2).
/// Encrypting needs no node; whoever checks a header knows that its maker knew the exponent for
/// exactly this label. Stateless.
public final class ThresholdKem {
  private static final int FILE_KEY_BYTES = 32;

  private ThresholdKem() {}

  /// Wraps a 32-byte file key for the committee's key, bound to asset and policy.
  ///
  /// @throws IllegalArgumentException when the file key has another length
  public static ThresholdHeader encrypt(
      GroupKey group, KemTarget target, SecretBytes fileKey, SecureRandom random) {
    if (fileKey.size() != FILE_KEY_BYTES || !group.gk().equals(target.gk())) {
      throw new IllegalArgumentException("a 32-byte file key and the target's own group key");
    }
    Sealing sealing = new Sealing(group, target, fileKey);
    return Scalars.retry(
        () -> seal(sealing, new Exponents(Scalars.random(random), Scalars.random(random)), random));
  }

  /// The secrets of one encryption: U = rG, and s of its proof.
  record Exponents(BigInteger r, BigInteger s) {}

  /// What is sealed, and for whom.
  record Sealing(GroupKey group, KemTarget target, SecretBytes fileKey) {}

  /// Empty in the negligible case of a challenge or response of zero.
  static Optional<ThresholdHeader> seal(Sealing sealing, Exponents exponents, SecureRandom random) {
    Hash256 label = sealing.target().label();
    GroupElement u = Curve.blinded(Curve.G, exponents.r(), random);
    GroupElement uBar = Curve.blinded(Curve.H2, exponents.r(), random);
    GroupElement shared = Curve.blinded(sealing.group().point(), exponents.r(), random);
    KeyWrap.Context context = wrapContext(label, u, uBar, shared);
    Bytes wrap = sealing.fileKey().use(key -> Bytes.of(KeyWrap.seal(context, key)));
    Commitment commitment =
        new Commitment(
            Curve.blinded(Curve.G, exponents.s(), random),
            Curve.blinded(Curve.H2, exponents.s(), random),
            wrap);
    BigInteger e = challenge(label, u, uBar, commitment);
    BigInteger f = Scalars.respond(exponents.s(), e, exponents.r());
    Tail tail = new Tail(u, uBar, e, f);
    return Scalars.unlessZero(() -> encode(sealing.target(), tail, wrap), e, f);
  }

  private record Tail(GroupElement u, GroupElement uBar, BigInteger e, BigInteger f) {}

  private static ThresholdHeader encode(KemTarget target, Tail tail, Bytes wrap) {
    return ThresholdHeader.require(
        ByteBuffer.allocate(ThresholdHeader.BYTES)
            .put(Suite.id())
            .put(target.gk().bytes())
            .put(target.policyHash().bytes())
            .put(tail.u().bytes())
            .put(tail.uBar().bytes())
            .put(Scalars.encode(tail.e()))
            .put(Scalars.encode(tail.f()))
            .put(wrap.bytes())
            .array());
  }

  /// Verifies a header's proof for this asset; empty when it was made for another label, malleated,
  /// or its maker does not know the exponent. Uses no secret.
  public static Optional<CheckedHeader> check(ThresholdHeader header, Hash256 asset) {
    Hash256 label = new KemTarget(header.gk(), asset, header.policyHash()).label();
    BigInteger minusE = Scalars.negate(header.e());
    Optional<GroupElement> w = Curve.publicSum(Curve.G, header.f(), header.u(), minusE);
    Optional<GroupElement> wBar = Curve.publicSum(Curve.H2, header.f(), header.uBar(), minusE);
    if (w.isEmpty() || wBar.isEmpty()) {
      return Optional.empty();
    }
    Commitment commitment = new Commitment(w.get(), wBar.get(), header.wrap());
    BigInteger expected = challenge(label, header.u(), header.uBar(), commitment);
    return expected.equals(header.e())
        ? Optional.of(new CheckedHeader(header, label))
        : Optional.empty();
  }

  /// The file key under the shared point; empty when the seal does not open.
  static Optional<SecretBytes> unwrap(CheckedHeader checked, GroupElement shared) {
    ThresholdHeader header = checked.header();
    return KeyWrap.open(
        wrapContext(checked.label(), header.u(), header.uBar(), shared), header.wrap().bytes());
  }

  private record Commitment(GroupElement w, GroupElement wBar, Bytes wrap) {}

  private static BigInteger challenge(
      Hash256 label, GroupElement u, GroupElement uBar, Commitment commitment) {
    return HashToScalar.of(
        "ct",
        Suite.id(),
        label.bytes(),
        u.bytes(),
        uBar.bytes(),
        commitment.w().bytes(),
        commitment.wBar().bytes(),
        commitment.wrap().bytes());
  }

  private static KeyWrap.Context wrapContext(
      Hash256 label, GroupElement u, GroupElement uBar, GroupElement shared) {
    Bytes info = Bytes.of(TaggedHash.lp(label.bytes(), u.bytes(), uBar.bytes()));
    return new KeyWrap.Context(shared, "smartweb/v1/kek", info, Bytes.of(label.bytes()));
  }
}
