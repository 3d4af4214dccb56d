// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.state;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.elastos.smartweb.platform.PlatformException;
import org.jspecify.annotations.Nullable;

/// Directories that only their owner can enter (mode 0700). Stateless.
public final class PrivateDirectory {
  private PrivateDirectory() {}

  /// Creates the directory and its missing parents, all private, and makes an existing one private.
  public static Path create(Path directory) {
    Path absolute = directory.toAbsolutePath().normalize();
    try {
      Files.createDirectories(
          absolute,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.setPosixFilePermissions(absolute, PosixFilePermissions.fromString("rwx------"));
      return absolute;
    } catch (IOException e) {
      throw new PlatformException("the directory cannot be created", e).with("directory", absolute);
    }
  }

  /// Deletes the directory with everything in it; links are removed, never followed.
  public static void delete(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try {
      Files.walkFileTree(directory, new Deletion());
    } catch (IOException e) {
      throw new PlatformException("the directory cannot be deleted", e)
          .with("directory", directory);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
