// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.SealedFile;
import org.elastos.smartweb.threshold.CeremonyTerms;
import org.elastos.smartweb.threshold.EncryptionKey;

/// What a node keeps on disk: its two long-lived keys and, for each epoch, its share, sealed by the
/// operator's password; and its dealing while a ceremony runs, which holds no secret in the clear.
/// Each share is sealed for one board, epoch and index, so the file of another does not open. Not
/// thread-safe; the password stays the caller's to close.
final class KeyVault {
  private static final String KEYS_PURPOSE = "smartweb/v1/node-keys";
  private static final int SCALAR_BYTES = 32;

  private final Path folder;
  private final SecretBytes password;
  private final SealedFile.Sealing sealing;

  KeyVault(Path folder, SecretBytes password, SealedFile.Sealing sealing) {
    this.folder = folder;
    this.password = password;
    this.sealing = sealing;
  }

  /// The node's long-lived keys: Ed25519 identity seed and encryption key. The caller closes both.
  record NodeKeys(SecretBytes identity, EncryptionKey encryption) implements AutoCloseable {
    @Override
    public void close() {
      identity.close();
      encryption.close();
    }
  }

  /// Reads the node's keys, or makes them at the first start.
  NodeKeys keys() {
    SecureRandom random = sealing.random();
    try (SecretBytes both = readOrCreate(folder.resolve("node.sealed"), random)) {
      return both.use(raw ->
          new NodeKeys(
              SecretBytes.take(Arrays.copyOfRange(raw, 0, SCALAR_BYTES)),
              EncryptionKey.of(
                  SecretBytes.take(Arrays.copyOfRange(raw, SCALAR_BYTES, raw.length)), random)));
    }
  }

  /// The stored share of this epoch, 32 bytes; the caller closes it.
  Optional<SecretBytes> share(CeremonyTerms.Board board, long epoch, int index) {
    Path file = shareFile(board, epoch);
    return Files.exists(file)
        ? Optional.of(open(file, sharePurpose(board, epoch, index)))
        : Optional.empty();
  }

  /// Stores the share durably, unless it is stored already.
  void storeShare(CeremonyTerms.Board board, long epoch, int index, SecretBytes share) {
    Path file = shareFile(board, epoch);
    if (!Files.exists(file)) {
      SealedFile.write(
          file, SealedFile.seal(share, sharePurpose(board, epoch, index), password, sealing));
    }
  }

  /// The dealing of this epoch: what is stored, or a fresh one that is stored before it is
  /// returned, so that a node never posts two different ones.
  Bytes dealing(CeremonyTerms.Board board, long epoch, Supplier<Bytes> deal) {
    Path file = dealingFile(board, epoch);
    try {
      if (Files.exists(file)) {
        return Bytes.of(Files.readAllBytes(file));
      }
      Bytes fresh = deal.get();
      SealedFile.write(file, fresh.bytes());
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException("the dealing cannot be read", e);
    }
  }

  /// Forgets the dealings up to this epoch, once it is active.
  void forgetDealings(CeremonyTerms.Board board, long epoch) {
    try {
      for (long past = 1; past <= epoch; past++) {
        Files.deleteIfExists(dealingFile(board, past));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the dealing cannot be removed", e);
    }
  }

  /// Erases the shares of earlier epochs than `newest` that serve no longer. Overwriting a file
  /// does not reach what the disk may keep of it; what remains is sealed.
  void eraseShares(CeremonyTerms.Board board, long newest, Set<Long> serving) {
    try {
      for (long past = 1; past < newest; past++) {
        if (!serving.contains(past)) {
          Files.deleteIfExists(shareFile(board, past));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an old share cannot be erased", e);
    }
  }

  private static SecretBytes freshKeys(SecureRandom random) {
    byte[] both = new byte[2 * SCALAR_BYTES];
    try (EncryptionKey encryption = EncryptionKey.generate(random);
        SecretBytes secret = encryption.exportSecret()) {
      random.nextBytes(both);
      secret.use(raw -> {
        System.arraycopy(raw, 0, both, SCALAR_BYTES, SCALAR_BYTES);
        return raw.length;
      });
      return SecretBytes.take(both);
    }
  }

  private SecretBytes readOrCreate(Path file, SecureRandom random) {
    if (Files.exists(file)) {
      return open(file, KEYS_PURPOSE);
    }
    SecretBytes fresh = freshKeys(random);
    SealedFile.write(file, SealedFile.seal(fresh, KEYS_PURPOSE, password, sealing));
    return fresh;
  }

  private SecretBytes open(Path file, String purpose) {
    return switch (SealedFile.read(file, purpose, password)) {
      case SealedFile.Opening.Opened(SecretBytes secret) -> secret;
      case SealedFile.Opening.Refused(SealedFile.Code code) -> {
        NodeException fault =
            new NodeException("a sealed key file does not open; check the password file");
        fault.with("file", file).with("code", code);
        throw fault;
      }
    };
  }

  private static String sharePurpose(CeremonyTerms.Board board, long epoch, int index) {
    return "smartweb/v1/node-share/%s/%s/%d/%d"
        .formatted(board.chain(), board.contract(), epoch, index);
  }

  private Path shareFile(CeremonyTerms.Board board, long epoch) {
    return folder.resolve("share-%s-%d.sealed".formatted(name(board), epoch));
  }

  private Path dealingFile(CeremonyTerms.Board board, long epoch) {
    return folder.resolve("dealing-%s-%d.bin".formatted(name(board), epoch));
  }

  private static String name(CeremonyTerms.Board board) {
    return board.chain().value() + "-" + HexFormat.of().formatHex(board.contract().bytes());
  }
}
