// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;

/// A node's share xᵢ of the group's secret in one epoch. Every use multiplies under blinding and is
/// counted. Wiped on close; safe for many threads.
public final class KeyShare implements AutoCloseable {
  private final long epoch;
  private final int index;
  private final SecretBytes secret;
  private final GroupElement publicShare;
  private final AtomicLong uses = new AtomicLong();

  private KeyShare(EpochKeys keys, int index, SecretBytes secret) {
    this.epoch = keys.epoch();
    this.index = index;
    this.secret = secret;
    this.publicShare = keys.share(index);
  }

  /// What accepting a share ends in.
  public sealed interface Acceptance {
    /// The share lies on the published polynomial; the node may activate.
    record Accepted(KeyShare share) implements Acceptance {}

    /// The share is not the one that the board shows: the node must never activate with it.
    record Refused() implements Acceptance {}
  }

  /// Takes over a 32-byte share if `xᵢG = hᵢ` (crypto core §4, acceptance); otherwise wipes it.
  ///
  /// @throws IndexOutOfBoundsException when the index is not in 1..n
  public static Acceptance accept(
      EpochKeys keys, int index, SecretBytes secret, SecureRandom random) {
    GroupElement expected = keys.share(index);
    boolean matches =
        secret.use(bytes ->
            Scalars.decode(bytes)
                .map(x -> Curve.blinded(Curve.G, x, random).equals(expected))
                .orElse(false));
    if (matches) {
      return new Acceptance.Accepted(new KeyShare(keys, index, secret));
    }
    secret.close();
    return new Acceptance.Refused();
  }

  /// The epoch it belongs to.
  public long epoch() {
    return epoch;
  }

  /// The holder's index, 1..n.
  public int index() {
    return index;
  }

  /// Whether it is of exactly this epoch and polynomial.
  public boolean fits(EpochKeys keys) {
    return keys.epoch() == epoch
        && keys.shape().holds(index)
        && keys.share(index).equals(publicShare);
  }

  /// How often the secret was applied to a ciphertext.
  public long uses() {
    return uses.get();
  }

  /// Applies the share to a checked header and proves it (crypto core §2): D = xᵢU and a DLEQ whose
  /// nonce is hedged, so that neither a broken random source nor a repeated request reveals xᵢ.
  ///
  /// @throws IllegalStateException after close
  public Partial partial(CheckedHeader header, Hash256 request, SecureRandom random) {
    PartialProof proof = new PartialProof(header, epoch, index, request);
    uses.incrementAndGet();
    return secret.use(bytes -> prove(proof, new BigInteger(1, bytes), random));
  }

  private Partial prove(PartialProof proof, BigInteger x, SecureRandom random) {
    return Scalars.retry(() -> {
      byte[] fresh = new byte[32];
      random.nextBytes(fresh);
      return Scalars.nonZero(proof.hedgedNonce(x, fresh))
          .flatMap(nonce -> proof.prove(x, publicShare, nonce, random));
    });
  }

  /// Lends the secret to be dealt on to the next epoch.
  ///
  /// @throws IllegalStateException after close
  <T> T dealOn(Function<BigInteger, T> deal) {
    return secret.use(bytes -> deal.apply(new BigInteger(1, bytes)));
  }

  /// The secret itself, for writing it into an encrypted file; the caller closes the copy.
  ///
  /// @throws IllegalStateException after close
  public SecretBytes exportSecret() {
    return secret.use(SecretBytes::copyOf);
  }

  /// Wipes the secret.
  @Override
  public void close() {
    secret.close();
  }

  @Override
  public String toString() {
    return "KeyShare[epoch=" + epoch + ", index=" + index + "]";
  }
}
