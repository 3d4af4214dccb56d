// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.elastos.smartweb.platform.PlatformException;
import org.elastos.smartweb.platform.state.PrivateDirectory;
import org.jspecify.annotations.Nullable;

/// The PostgreSQL programs, unpacked once into a directory named by the hash of their archive. A
/// half-unpacked directory never carries that name, so any number of processes may unpack at once.
final class Binaries {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  private final Path home;

  private Binaries(Path home) {
    this.home = home;
  }

  static Binaries unpack(Path cache) {
    String os = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!os.equals("Linux amd64")) {
      throw new PlatformException(
              "the built-in PostgreSQL runs on Linux x86-64 only; use a server of your own")
          .with("system", os);
    }
    try {
      Path home = cache.toAbsolutePath().resolve("postgres-" + archiveHash());
      if (!Files.isDirectory(home)) {
        Files.createDirectories(cache);
        unpackTo(cache, home);
      }
      return new Binaries(home);
    } catch (IOException e) {
      throw new PlatformException("the PostgreSQL programs cannot be unpacked", e)
          .with("cache", cache);
    }
  }

  Path home() {
    return home;
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static void unpackTo(Path cache, Path home) throws IOException {
    Path fresh = Files.createTempDirectory(cache, "unpacking-");
    try {
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZCompressorInputStream(archive()))) {
        @Nullable TarArchiveEntry entry;
        while ((entry = tar.getNextEntry()) != null) {
          extract(tar, entry, fresh);
        }
      }
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(home)) {
        throw e;
      }
      // Another process was faster; its directory has the same content.
    } finally {
      PrivateDirectory.delete(fresh);
    }
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    Path target = inside(root, root.resolve(entry.getName()));
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Path directory = inside(root, target.resolve(".."));
    Files.createDirectories(directory);
    if (entry.isSymbolicLink()) {
      inside(root, directory.resolve(entry.getLinkName()));
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isFile()) {
      Files.copy(tar, target);
      String mode = (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--";
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
    } else {
      throw new PlatformException("the PostgreSQL archive holds an unknown kind of entry")
          .with("entry", entry.getName());
    }
  }

  private static Path inside(Path root, Path path) {
    Path normal = path.normalize();
    if (!normal.startsWith(root)) {
      throw new PlatformException("the PostgreSQL archive leaves its directory")
          .with("entry", path);
    }
    return normal;
  }

  private static String archiveHash() throws IOException {
    try (InputStream in = archive()) {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, sha256).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(sha256.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static InputStream archive() {
    @Nullable InputStream in = Binaries.class.getResourceAsStream(ARCHIVE);
    if (in == null) {
      throw new PlatformException("the PostgreSQL programs are not on the class path")
          .with("resource", ARCHIVE);
    }
    return in;
  }
}
