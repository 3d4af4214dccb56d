// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.license;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.Hkdf;
import org.elastos.smartweb.crypto.SealedFile;
import org.elastos.smartweb.crypto.TaggedHash;
import org.elastos.smartweb.home.outcome.HomeException;

/// The Ed25519 key that is this device to the licence nodes. It rests in a file sealed by a
/// password and signs session certificates and nothing of money. Thread-safe; close wipes it.
public final class DeviceKey implements AutoCloseable {
  private static final String PURPOSE = "smartweb/v1/home-device";

  private final SecretBytes seed;
  private final Bytes publicKey;

  private DeviceKey(SecretBytes seed) {
    this.seed = seed;
    this.publicKey = Ed25519.publicKey(seed);
  }

  /// Opens the key's file, or makes a fresh key there the first time.
  ///
  /// @param sealing what sealing a fresh key costs, and its randomness
  /// @throws HomeException when the password is another or the file is damaged
  public static DeviceKey loadOrCreate(
      Path file, SecretBytes password, SealedFile.Sealing sealing) {
    if (!Files.exists(file)) {
      create(file, password, sealing);
    }
    return switch (SealedFile.read(file, PURPOSE, password)) {
      case SealedFile.Opening.Opened opened -> new DeviceKey(opened.secret());
      case SealedFile.Opening.Refused refused ->
          throw new HomeException("the device key cannot be opened; check its password")
              .with("file", file)
              .with("code", refused.code());
    };
  }

  /// The 32-byte public key, which is the device's name.
  public Bytes publicKey() {
    return publicKey;
  }

  /// The seed itself, for what signs with it inside this package; stays this object's to close.
  SecretBytes seed() {
    return seed;
  }

  /// Sig(tag, device, message).
  public Bytes sign(String tag, byte[] message) {
    return Ed25519.sign(seed, tag, message);
  }

  /// A secret of this device's for another purpose; the caller closes it.
  public SecretBytes derive(String purpose) {
    return Hkdf.key(seed, TaggedHash.ascii(PURPOSE), TaggedHash.lp(purpose));
  }

  @Override
  public void close() {
    seed.close();
  }

  private static void create(Path file, SecretBytes password, SealedFile.Sealing sealing) {
    SecureRandom random = sealing.random();
    byte[] fresh = new byte[Ed25519.SEED_BYTES];
    random.nextBytes(fresh);
    try (SecretBytes seed = SecretBytes.take(fresh)) {
      SealedFile.write(file, SealedFile.seal(seed, PURPOSE, password, sealing));
    }
  }
}
