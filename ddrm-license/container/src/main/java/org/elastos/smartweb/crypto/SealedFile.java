// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.elastos.smartweb.chain.SecretBytes;

/// A secret sealed by a password: Argon2id to AES-256-GCM. Layout: magic (8), version 1 (1), memory
/// in KiB (4), passes (4), lanes (4), salt (16), nonce (12), ciphertext and tag; everything before
/// the ciphertext, and the purpose, is authenticated. Stateless.
public final class SealedFile {
  /// The largest secret, in bytes.
  public static final int MAX_SECRET_BYTES = 1 << 20;

  private static final byte[] MAGIC = {(byte) 0x89, 'S', 'W', 'S', 'F', '\r', '\n', 0x1a};
  private static final int SALT_BYTES = 16;
  private static final int HEADER_BYTES = 8 + 1 + 12 + SALT_BYTES + AesGcm.NONCE_BYTES;
  private static final int MAX_BYTES = HEADER_BYTES + MAX_SECRET_BYTES + AesGcm.TAG_BYTES;

  private SealedFile() {}

  /// What guessing a password costs: memory in KiB, passes over it, lanes.
  public record Cost(int memoryKiB, int passes, int lanes) {
    /// 64 MiB, three passes, one lane.
    public static final Cost STANDARD = new Cost(1 << 16, 3, 1);

    /// 1 MiB, one pass, one lane: for a password that is random and long, which no slow function
    /// protects better.
    public static final Cost LIGHT = new Cost(1 << 10, 1, 1);

    /// @throws IllegalArgumentException outside the bounds that readers accept
    public Cost {
      if (!accepted(memoryKiB, passes, lanes)) {
        throw new IllegalArgumentException("Argon2 parameters out of bounds");
      }
    }

    private static boolean accepted(int memoryKiB, int passes, int lanes) {
      return lanes >= 1
          && lanes <= 4
          && passes >= 1
          && passes <= 16
          && memoryKiB >= 1 << 10
          && memoryKiB <= 1 << 18;
    }
  }

  /// The outcome of opening.
  public sealed interface Opening {
    /// The secret; the caller closes it.
    record Opened(SecretBytes secret) implements Opening {}

    /// The file stays shut.
    record Refused(Code code) implements Opening {}
  }

  /// Why a file stays shut.
  public enum Code {
    /// Not a sealed file of a known version, or larger than one may be.
    MALFORMED,
    /// The parameters in the file exceed what a reader will spend.
    COST_OUT_OF_BOUNDS,
    /// The password or the purpose is another, or a byte has changed.
    WRONG_PASSWORD
  }

  /// Seals a secret for a purpose.
  public static byte[] seal(
      SecretBytes secret, String purpose, SecretBytes password, Sealing with) {
    if (secret.size() > MAX_SECRET_BYTES) {
      throw new IllegalArgumentException("the secret is too large");
    }
    byte[] salt = new byte[SALT_BYTES];
    byte[] nonce = new byte[AesGcm.NONCE_BYTES];
    with.random.nextBytes(salt);
    with.random.nextBytes(nonce);
    Cost cost = with.cost;
    byte[] header =
        ByteBuffer.allocate(HEADER_BYTES)
            .put(MAGIC)
            .put((byte) 1)
            .putInt(cost.memoryKiB)
            .putInt(cost.passes)
            .putInt(cost.lanes)
            .put(salt)
            .put(nonce)
            .array();
    try (SecretBytes key = stretch(password, salt, cost)) {
      byte[] sealed =
          secret.use(raw -> AesGcm.seal(key, nonce, TaggedHash.lp(purpose, header), raw));
      return ByteBuffer.allocate(HEADER_BYTES + sealed.length).put(header).put(sealed).array();
    }
  }

  /// What sealing needs beside the secret: the cost and the source of salt and nonce.
  public record Sealing(Cost cost, SecureRandom random) {}

  /// Opens sealed bytes.
  public static Opening open(byte[] file, String purpose, SecretBytes password) {
    if (file.length < HEADER_BYTES + AesGcm.TAG_BYTES || file.length > MAX_BYTES) {
      return new Opening.Refused(Code.MALFORMED);
    }
    ByteBuffer in = ByteBuffer.wrap(file);
    byte[] magic = take(in, MAGIC.length);
    if (!Arrays.equals(magic, MAGIC) || in.get() != 1) {
      return new Opening.Refused(Code.MALFORMED);
    }
    int memoryKiB = in.getInt();
    int passes = in.getInt();
    int lanes = in.getInt();
    if (!Cost.accepted(memoryKiB, passes, lanes)) {
      return new Opening.Refused(Code.COST_OUT_OF_BOUNDS);
    }
    byte[] salt = take(in, SALT_BYTES);
    byte[] nonce = take(in, AesGcm.NONCE_BYTES);
    byte[] aad = TaggedHash.lp(purpose, Arrays.copyOf(file, HEADER_BYTES));
    byte[] sealed = take(in, in.remaining());
    try (SecretBytes key = stretch(password, salt, new Cost(memoryKiB, passes, lanes))) {
      Optional<byte[]> plain = AesGcm.open(key, nonce, aad, sealed);
      return plain.isPresent()
          ? new Opening.Opened(SecretBytes.take(plain.get()))
          : new Opening.Refused(Code.WRONG_PASSWORD);
    }
  }

  /// Writes sealed bytes so that only the owner reads them and a crash leaves the old file or the
  /// new one, never a part.
  ///
  /// @throws UncheckedIOException when the disk refuses
  public static void write(Path path, byte[] sealed) {
    Path folder = path.toAbsolutePath().getParent();
    try {
      Path draft =
          Files.createTempFile(
              folder,
              ".sealed",
              ".part",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(sealed);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel entry = FileChannel.open(folder)) {
        entry.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a sealed file", e);
    }
  }

  /// Reads and opens a file.
  ///
  /// @throws UncheckedIOException when the disk refuses
  public static Opening read(Path path, String purpose, SecretBytes password) {
    try {
      return Files.size(path) > MAX_BYTES
          ? new Opening.Refused(Code.MALFORMED)
          : open(Files.readAllBytes(path), purpose, password);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a sealed file", e);
    }
  }

  private static SecretBytes stretch(SecretBytes password, byte[] salt, Cost cost) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKiB)
            .withIterations(cost.passes)
            .withParallelism(cost.lanes)
            .withSalt(salt)
            .build());
    return password.use(raw -> {
      byte[] key = new byte[Hkdf.KEY_BYTES];
      generator.generateBytes(raw, key);
      return SecretBytes.take(key);
    });
  }

  private static byte[] take(ByteBuffer in, int length) {
    byte[] out = new byte[length];
    in.get(out);
    return out;
  }
}
