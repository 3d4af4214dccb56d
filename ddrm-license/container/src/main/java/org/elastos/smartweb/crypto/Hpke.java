// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;

/// Hybrid public key encryption (RFC 9180, base mode) with X-Wing (0x647a), HKDF-SHA256 and
/// AES-256-GCM. Stateless; the contexts that it gives out are not thread-safe.
public final class Hpke {
  /// Length of a secret key (a seed), in bytes.
  public static final int SECRET_KEY_BYTES = 32;

  /// Length of a public key, in bytes.
  public static final int PUBLIC_KEY_BYTES = 1216;

  /// Length of an encapsulated key, in bytes.
  public static final int ENC_BYTES = 1120;

  private static final int ENCAPSULATION_SEED_BYTES = 64;

  private Hpke() {}

  /// The public key of a 32-byte seed.
  public static Bytes publicKey(SecretBytes seed) {
    return seed.use(raw -> Bytes.of(suite().serializePublicKey(pair(raw).getPublic())));
  }

  /// Encapsulates to a public key.
  ///
  /// @return nothing when the bytes are no public key
  public static Optional<Sender> sender(Bytes publicKey, byte[] info, SecureRandom random) {
    byte[] seed = new byte[ENCAPSULATION_SEED_BYTES];
    random.nextBytes(seed);
    return sender(publicKey, info, SecretBytes.take(seed));
  }

  static Optional<Sender> sender(Bytes publicKey, byte[] info, SecretBytes encapsulationSeed) {
    if (publicKey.size() != PUBLIC_KEY_BYTES) {
      return Optional.empty();
    }
    HPKE suite = suite();
    try (encapsulationSeed) {
      return Optional.of(
          new Sender(
              encapsulationSeed.use(seed ->
                  suite.setupBaseS(
                      suite.deserializePublicKey(publicKey.bytes()), info, seed.clone()))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Decapsulates with a secret key.
  ///
  /// @return nothing when the encapsulated key has another shape; a wrong one of the right shape
  ///   gives a context that opens nothing
  public static Optional<Receiver> receiver(SecretBytes seed, Bytes enc, byte[] info) {
    if (enc.size() != ENC_BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Receiver(seed.use(raw -> suite().setupBaseR(enc.bytes(), pair(raw), info))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The side that encapsulated. Not thread-safe.
  public static final class Sender {
    private final HPKEContextWithEncapsulation context;

    private Sender(HPKEContextWithEncapsulation context) {
      this.context = context;
    }

    /// The encapsulated key, 1120 bytes.
    public Bytes enc() {
      return Bytes.of(context.getEncapsulation());
    }

    /// Encrypts the next message.
    public byte[] seal(byte[] aad, byte[] plain) {
      try {
        return context.seal(aad, plain);
      } catch (InvalidCipherTextException e) {
        throw new CryptoException("HPKE could not seal", e);
      }
    }

    /// A secret that both sides know.
    public SecretBytes export(byte[] exporterContext, int length) {
      return SecretBytes.take(context.export(exporterContext, length));
    }
  }

  /// The side that decapsulated. Not thread-safe.
  public static final class Receiver {
    private final HPKEContext context;

    private Receiver(HPKEContext context) {
      this.context = context;
    }

    /// Decrypts the next message, or nothing when it was not sealed for this context.
    public Optional<byte[]> open(byte[] aad, byte[] sealed) {
      try {
        return Optional.of(context.open(aad, sealed));
      } catch (InvalidCipherTextException e) {
        return Optional.empty();
      }
    }

    /// A secret that both sides know.
    public SecretBytes export(byte[] exporterContext, int length) {
      return SecretBytes.take(context.export(exporterContext, length));
    }
  }

  private static HPKE suite() {
    return new HPKE(HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
  }

  private static AsymmetricCipherKeyPair pair(byte[] seed) {
    if (seed.length != SECRET_KEY_BYTES) {
      throw new IllegalArgumentException("an X-Wing seed has 32 bytes");
    }
    return suite().deserializePrivateKey(Arrays.copyOf(seed, seed.length), null);
  }
}
