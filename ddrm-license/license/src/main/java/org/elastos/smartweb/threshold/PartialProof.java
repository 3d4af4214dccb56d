// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;

/// The statement that a partial proves: log_G hᵢ = log_U D, for one ciphertext, epoch, index and
/// request. Immutable.
record PartialProof(CheckedHeader header, long epoch, int index, Hash256 request) {
  BigInteger challenge(GroupElement h, GroupElement d, GroupElement w, GroupElement wBar) {
    return HashToScalar.of(
        "partial",
        header.ct().bytes(),
        Suite.u64(epoch),
        Suite.u16(index),
        request.bytes(),
        h.bytes(),
        header.header().u().bytes(),
        d.bytes(),
        w.bytes(),
        wBar.bytes());
  }

  /// s = Hs(`nonce`; xᵢ, rand32, ct, epoch, i, request), after RFC 9591 §4.1.
  BigInteger hedgedNonce(BigInteger x, byte[] fresh) {
    return HashToScalar.of(
        "nonce",
        Scalars.encode(x),
        fresh,
        header.ct().bytes(),
        Suite.u64(epoch),
        Suite.u16(index),
        request.bytes());
  }

  /// D with its proof; empty in the negligible case that a scalar is zero.
  Optional<Partial> prove(BigInteger x, GroupElement h, BigInteger nonce, SecureRandom random) {
    GroupElement u = header.header().u();
    GroupElement d = Curve.blinded(u, x, random);
    GroupElement w = Curve.blinded(Curve.G, nonce, random);
    GroupElement wBar = Curve.blinded(u, nonce, random);
    BigInteger c = challenge(h, d, w, wBar);
    BigInteger z = Scalars.respond(nonce, c, x);
    return Scalars.unlessZero(() -> new Partial(d, c, z), c, z);
  }

  boolean holds(GroupElement h, Partial partial) {
    BigInteger minusC = Scalars.negate(partial.c());
    Optional<GroupElement> w = Curve.publicSum(Curve.G, partial.z(), h, minusC);
    Optional<GroupElement> wBar =
        Curve.publicSum(header.header().u(), partial.z(), partial.d(), minusC);
    if (w.isEmpty() || wBar.isEmpty()) {
      return false;
    }
    return challenge(h, partial.d(), w.get(), wBar.get()).equals(partial.c());
  }
}
