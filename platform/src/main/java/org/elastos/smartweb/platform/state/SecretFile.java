// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import org.elastos.smartweb.platform.PlatformException;
import org.jspecify.annotations.Nullable;

/// A password or token in a file that only its owner can read (mode 0600). Stateless.
public final class SecretFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final String ALPHABET =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789";

  private SecretFile() {}

  /// Writes the secret whole or not at all, readable by its owner only, over whatever was there.
  public static void write(Path file, String secret) {
    FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    try {
      Path fresh =
          Files.createTempFile(directoryOf(file), "." + file.getFileName(), ".new", ownerOnly);
      Files.writeString(fresh, secret, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads the secret, without the line end that editors add.
  ///
  /// @throws PlatformException when the file is missing, empty, or open to other users
  public static String read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new PlatformException("the secret file is missing").with("file", file);
      }
      Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
      others.removeAll(PosixFilePermissions.fromString("rwx------"));
      if (!others.isEmpty()) {
        throw new PlatformException("the secret file is open to other users; run chmod 600 on it")
            .with("file", file);
      }
      String secret = Files.readString(file, StandardCharsets.UTF_8).stripTrailing();
      if (secret.isEmpty()) {
        throw new PlatformException("the secret file is empty").with("file", file);
      }
      return secret;
    } catch (IOException e) {
      throw new PlatformException("the secret file cannot be read", e).with("file", file);
    }
  }

  /// Reads the secret, or makes and keeps a random one of 256 bits when there is none yet.
  public static String readOrCreate(Path file, SecureRandom random) {
    if (!Files.exists(file)) {
      write(file, random(random));
    }
    return read(file);
  }

  /// A random word of letters and digits that carries more than 256 bits.
  public static String random(SecureRandom random) {
    StringBuilder word = new StringBuilder(44);
    for (int i = 0; i < 44; i++) {
      word.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return word.toString();
  }

  private static Path directoryOf(Path file) {
    @Nullable Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      throw new PlatformException("a secret file needs a directory").with("file", file);
    }
    return directory;
  }
}
