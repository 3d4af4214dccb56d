// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.function.Function;
import org.elastos.smartweb.chain.SecretBytes;

/// A node's long-lived key that others encrypt its shares to. It signs nothing. Wiped on close;
/// safe for many threads.
public final class EncryptionKey implements AutoCloseable {
  private final SecretBytes secret;
  private final GroupElement publicKey;

  private EncryptionKey(SecretBytes secret, GroupElement publicKey) {
    this.secret = secret;
    this.publicKey = publicKey;
  }

  /// A fresh key.
  public static EncryptionKey generate(SecureRandom random) {
    return of(SecretBytes.take(Scalars.encode(Scalars.random(random))), random);
  }

  /// Takes over a stored 32-byte secret.
  ///
  /// @throws IllegalArgumentException when it is not a scalar in 1..n-1
  public static EncryptionKey of(SecretBytes secret, SecureRandom random) {
    GroupElement publicKey =
        secret.use(bytes ->
            Scalars.decode(bytes)
                .map(x -> Curve.blinded(Curve.G, x, random))
                .orElseThrow(() -> new IllegalArgumentException("not a secp256k1 secret")));
    return new EncryptionKey(secret, publicKey);
  }

  /// EK, as registered.
  public GroupElement publicKey() {
    return publicKey;
  }

  /// The secret, for writing it into an encrypted file; the caller closes the copy.
  public SecretBytes exportSecret() {
    return secret.use(SecretBytes::copyOf);
  }

  <T> T use(Function<BigInteger, T> use) {
    return secret.use(bytes -> use.apply(new BigInteger(1, bytes)));
  }

  /// ek·E under blinding.
  GroupElement shared(GroupElement ephemeral, SecureRandom random) {
    return use(ek -> Curve.blinded(ephemeral, ek, random));
  }

  @Override
  public void close() {
    secret.close();
  }

  @Override
  public String toString() {
    return "EncryptionKey[" + publicKey + "]";
  }
}
