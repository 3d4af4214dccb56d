// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Hpke;
import org.elastos.smartweb.crypto.SealedFile;
import org.elastos.smartweb.platform.state.PrivateDirectory;
import org.elastos.smartweb.platform.state.SecretFile;

/// A creator's recovery keys: for each wallet a seed in an Argon2id file with a password of its
/// own, and the public key beside it, which is all that publishing needs (decision A5). Not
/// thread-safe.
public final class RecoveryKeys {
  /// What the seed is sealed for.
  public static final String PURPOSE = "smartweb/v1/recovery-key";

  private final Path folder;
  private final SecureRandom random;

  /// Opens the folder, making it when it is not there.
  public RecoveryKeys(Path folder, SecureRandom random) {
    this.folder = PrivateDirectory.create(folder);
    this.random = random;
  }

  /// The public key that works of this wallet are sealed to, made at first use.
  public Bytes publicKey(String wallet) {
    Path published = folder.resolve(wallet + ".public");
    try {
      if (!Files.exists(published)) {
        Path draft = folder.resolve(wallet + ".public.new");
        Files.writeString(draft, create(wallet).hex());
        Files.move(draft, published, StandardCopyOption.ATOMIC_MOVE);
      }
      return Bytes.fromHex(Files.readString(published).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("the recovery key cannot be read", e);
    }
  }

  /// The file with the sealed seed of a wallet's recovery key.
  public Path sealedSeed(String wallet) {
    return folder.resolve(wallet + ".sealed");
  }

  /// The file with the password of a sealed seed.
  public Path passwordFile(String wallet) {
    return folder.resolve(wallet + ".password");
  }

  /// The seed is durable before anything is sealed to its public key.
  private Bytes create(String wallet) {
    byte[] fresh = new byte[Hpke.SECRET_KEY_BYTES];
    random.nextBytes(fresh);
    String word = SecretFile.readOrCreate(passwordFile(wallet), random);
    try (SecretBytes seed = SecretBytes.take(fresh);
        SecretBytes password = SecretBytes.take(word.getBytes(StandardCharsets.UTF_8))) {
      SealedFile.Sealing sealing = new SealedFile.Sealing(SealedFile.Cost.STANDARD, random);
      SealedFile.write(sealedSeed(wallet), SealedFile.seal(seed, PURPOSE, password, sealing));
      return Hpke.publicKey(seed);
    }
  }
}
